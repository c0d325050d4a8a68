import { callAction, sentenceOf, Shown, useLoaded } from '@linli/portal'
import Button from 'antd-mobile/es/components/button'
import { type FormEvent, type ReactElement, useState } from 'react'
import type { applyPage } from '../../actions/index.ts'
import { CATEGORIES } from '../../resources/merchant.ts'

type Where = (typeof applyPage)['example']

/** A merchant applies to join, without an account. */
export default function ApplyPage(): ReactElement {
  const [where, retry] = useLoaded(() => callAction<Where>('merchants.apply-page', {}))
  const [thanks, setThanks] = useState('')
  if (thanks)
    return (
      <section className="portal-card" role="status">
        <h2>申请已提交</h2>
        <p>{thanks}。</p>
        <p>核验时请准备：营业执照原件、经营者身份证。</p>
      </section>
    )
  return (
    <Shown loaded={where} retry={retry}>
      {(value) => <ApplyForm where={value} onDone={setThanks} />}
    </Shown>
  )
}

function ApplyForm({ where, onDone }: { where: Where; onDone: (thanks: string) => void }): ReactElement {
  const [fault, setFault] = useState('')
  const [busy, setBusy] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const given = Object.fromEntries([...form.entries()].map(([key, value]) => [key, typeof value === 'string' ? value.trim() : '']))
    setBusy(true)
    setFault('')
    try {
      const { thanks } = await callAction<{ thanks: string }>('merchants.apply', { ...given, creditCode: given.creditCode?.toUpperCase() })
      onDone(thanks)
    } catch (error) {
      setFault(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <>
      <section className="portal-card">
        <p>{where.street}“爱心商圈”邀请您的店为困难、高龄等居民提供优惠。优惠多少由您定；提交后社区会上门核验、签协议，不收任何费用。</p>
      </section>
      <form className="portal-card portal-form" onSubmit={(event) => void submit(event)}>
        <label>
          商户名称（与营业执照一致）
          <input name="name" required maxLength={60} autoComplete="organization" />
        </label>
        <label>
          统一社会信用代码
          <input
            name="creditCode"
            required
            minLength={18}
            maxLength={18}
            autoCapitalize="characters"
            autoComplete="off"
            placeholder="营业执照上的 18 位代码"
          />
        </label>
        <label>
          行业
          <select name="category" required defaultValue="">
            <option value="" disabled>
              请选择
            </option>
            {Object.entries(CATEGORIES).map(([code, title]) => (
              <option key={code} value={code}>
                {title}
              </option>
            ))}
          </select>
        </label>
        <label>
          所在社区
          <select name="communityId" required defaultValue="">
            <option value="" disabled>
              请选择
            </option>
            {where.communities.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          门店地址
          <input name="address" required maxLength={200} placeholder="例如 前程路 12 号" />
        </label>
        <label>
          联系人
          <input name="contactName" required maxLength={30} autoComplete="name" />
        </label>
        <label>
          联系电话
          <input name="contactPhone" required type="tel" autoComplete="tel" />
        </label>
        {fault ? (
          <p role="alert" className="portal-fault">
            {fault}
          </p>
        ) : null}
        <Button block type="submit" color="primary" size="large" loading={busy} disabled={busy}>
          提交申请
        </Button>
      </form>
    </>
  )
}
