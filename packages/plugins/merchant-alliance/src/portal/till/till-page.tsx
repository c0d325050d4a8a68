import { Shown, useLoaded, usePortal } from '@linli/portal'
import { formatFen } from '@linli/core/money'
import Tabs from 'antd-mobile/es/components/tabs'
import type { ReactElement } from 'react'
import type { Till } from '../../actions/index.ts'
import { OfferList } from './offer-list.tsx'
import { Redeem } from './redeem.tsx'
import { RecordList } from './record-list.tsx'

/** The merchant's page: use a card, see the day, sign offers. */
export default function TillPage(): ReactElement {
  const { call } = usePortal()
  const [till, reload] = useLoaded(() => call<Till>('merchants.my-till', {}))
  return (
    <Shown loaded={till} retry={reload}>
      {(found) => (
        <>
          <section className="portal-card">
            <h2>{found.merchant.name}</h2>
            {found.merchant.status === 'active' ? (
              <p style={{ margin: 0 }}>
                今天核销 <strong>{found.today.count}</strong> 笔，让利 <strong>{formatFen(found.today.discount)}</strong> 元
              </p>
            ) : (
              <p className="portal-fault">商户目前是「{found.merchant.statusTitle}」，不能核销。如有疑问请联系社区。</p>
            )}
          </section>
          <Tabs>
            <Tabs.Tab title="核销" key="redeem">
              {found.merchant.status === 'active' && <Redeem onDone={reload} />}
            </Tabs.Tab>
            <Tabs.Tab title="记录" key="records">
              <RecordList records={found.recent} onChanged={reload} />
            </Tabs.Tab>
            <Tabs.Tab title={found.offers.some((offer) => offer.needsSignature) ? '优惠（待签字）' : '优惠'} key="offers">
              <OfferList offers={found.offers} onChanged={reload} />
            </Tabs.Tab>
          </Tabs>
        </>
      )}
    </Shown>
  )
}
