import { callAction, Shown, useLoaded } from '@linli/portal'
import { type ReactElement, useState } from 'react'
import type { guide } from '../actions/index.ts'
import { PrecheckAnswer } from './precheck-answer.tsx'
import { PrecheckForm } from './precheck-form.tsx'

/** What can be done, what to bring and how long it takes. */
export default function GuidePage(): ReactElement {
  const [q, setQ] = useState('')
  const [loaded, retry] = useLoaded(() => callAction<(typeof guide)['example']>('counter.guide', {}))
  return (
    <Shown loaded={loaded} retry={retry}>
      {({ items, street, communities }) => (
        <>
          <div className="portal-form" style={{ marginTop: 12 }}>
            <label>
              {street}办事指南
              <input value={q} placeholder="写事项名称，如 高龄津贴" onChange={(event) => setQ(event.target.value)} />
            </label>
          </div>
          <PrecheckAnswer />
          {items.length === 0 ? <p className="portal-note">还没有公布服务事项，请到窗口咨询。</p> : null}
          {items
            .filter(({ name, line }) => q === '' || name.includes(q) || line.includes(q))
            .map((item) => (
              <details key={item.code} className="portal-card">
                <summary style={{ minHeight: 44, fontWeight: 600 }}>
                  {item.name} · {item.promised}
                </summary>
                <p>
                  {item.kind} · {item.line} · {item.fee} · {item.where}
                </p>
                {item.isVerified ? null : <p>时限和材料未核验，以窗口答复为准。</p>}
                <p>{item.conditions}</p>
                <strong>要带的：</strong>
                <ul>
                  {item.materials
                    .filter(({ needed }) => needed)
                    .map(({ name, note }) => (
                      <li key={name}>
                        {name}（{note}）
                      </li>
                    ))}
                </ul>
                {item.materials.some(({ needed }) => !needed) ? (
                  <p>
                    不用带：
                    {item.materials
                      .filter(({ needed }) => !needed)
                      .map(({ name }) => name)
                      .join('、')}
                  </p>
                ) : null}
                <p>依据：{item.basis}</p>
                <PrecheckForm item={item} communities={communities} />
              </details>
            ))}
        </>
      )}
    </Shown>
  )
}
