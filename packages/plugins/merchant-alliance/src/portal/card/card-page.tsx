import { Shown, useLoaded, usePortal } from '@linli/portal'
import { type ReactElement, useEffect } from 'react'
import type { ActionOutput } from '@linli/kit'
import type { myCard } from '../../actions/index.ts'
import { QrCode } from './qr-code.tsx'

/** The resident's card with its code of the moment. */
export default function CardPage(): ReactElement {
  const { call } = usePortal()
  const [card, refresh] = useLoaded(() => call<ActionOutput<typeof myCard>>('merchants.my-card', {}))
  const seconds = card.state === 'ready' ? card.value.refreshSeconds : 30
  useEffect(() => {
    const timer = setInterval(refresh, (seconds / 2) * 1000)
    return () => clearInterval(timer)
  }, [refresh, seconds])

  return (
    <Shown loaded={card} retry={refresh}>
      {({ number, statusTitle, token }) => (
        <section className="portal-card" style={{ textAlign: 'center' }}>
          {token ? (
            <>
              <p>请让商户扫码，或报卡号</p>
              <QrCode text={token} label={`爱心卡 ${number} 的二维码`} />
            </>
          ) : (
            <p className="portal-note">这张卡目前是「{statusTitle}」，不能使用。请联系社区。</p>
          )}
          <p className="portal-figure" style={{ letterSpacing: '0.08em' }}>
            {number}
          </p>
          <small>二维码每半分钟更换一次，截图无效。</small>
        </section>
      )}
    </Shown>
  )
}
