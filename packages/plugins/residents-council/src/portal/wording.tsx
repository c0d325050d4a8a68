import type { ReactElement } from 'react'
import type { EarlierWording } from '../actions/index.ts'

/** What a proposal says, which version that is, and what it said before. */
export function Wording({
  text,
  versionNo,
  earlier,
}: {
  readonly text: string
  readonly versionNo: number
  readonly earlier: readonly EarlierWording[]
}): ReactElement {
  return (
    <>
      <p style={{ whiteSpace: 'pre-line' }}>{text}</p>
      {earlier.length === 0 ? null : (
        <details>
          <summary>现在是第 {versionNo} 版，看以前写的</summary>
          {earlier.map(({ no, text: before, why, publishedOn }) => (
            <p key={no} style={{ whiteSpace: 'pre-line' }}>
              第 {no} 版{publishedOn ? `（${publishedOn}）` : ''}
              {why ? `，${why}` : ''}：{before}
            </p>
          ))}
        </details>
      )}
    </>
  )
}
