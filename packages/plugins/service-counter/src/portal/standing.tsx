import type { ReactElement } from 'react'
import type { Standing as Told } from '../actions/index.ts'

/** How far a case is. A standstill, an extension and a day that may still move are said (K6). */
export function Standing({ standing }: { readonly standing: Told }): ReactElement {
  const { state, promisedOn, isProvisional, standsStill, extended, missing, lapseOn } = standing
  return (
    <>
      <p className="portal-figure" style={{ fontSize: '1.4rem' }}>
        {state}
      </p>
      {promisedOn ? <p>最迟 {promisedOn} 办结</p> : null}
      {promisedOn && isProvisional ? <p className="portal-note">这个日期是暂定的：下一年的放假通知还没有发布，发布后会重新计算。</p> : null}
      {standsStill ? <p className="portal-fault">{standsStill}</p> : null}
      {extended ? <p>{extended}</p> : null}
      {missing.length > 0 ? <p>还要补：{missing.join('、')}</p> : null}
      {lapseOn ? <p>请在 {lapseOn} 前补齐</p> : null}
    </>
  )
}
