import { callAction, Shown, useLoaded } from '@linli/portal'
import type { ReactElement } from 'react'
import type { publicRatings } from '../actions/index.ts'

/** What clients said and what was done about it, for anybody. */
export default function RatingsPage(): ReactElement {
  const [loaded, retry] = useLoaded(() => callAction<(typeof publicRatings)['example']>('counter.public-ratings', {}))
  return (
    <Shown loaded={loaded} retry={retry}>
      {({ street, total, satisfied, lines }) => (
        <>
          <section className="portal-card">
            <h2>{street}办事评价</h2>
            {total === 0 ? (
              <p className="portal-note">还没有公布的评价。</p>
            ) : (
              <p>
                已公布 {total} 件评价，其中基本满意以上 {satisfied} 件。
              </p>
            )}
          </section>
          {lines.map(({ day, item, grade, comment, reply }, index) => (
            <section key={`${day} ${index}`} className="portal-card">
              <strong>
                {item} · {grade}
              </strong>
              <p>{day} 公布</p>
              {comment ? <p>群众说：{comment}</p> : null}
              {reply ? <p>整改：{reply}</p> : null}
            </section>
          ))}
        </>
      )}
    </Shown>
  )
}
