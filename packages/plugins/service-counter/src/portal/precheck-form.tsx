import { callAction, sentenceOf } from '@linli/portal'
import { type FormEvent, type ReactElement, useState } from 'react'
import type { GuideItem, precheck } from '../actions/index.ts'
import { PRECHECK_FILES } from '../rules/precheck-files.ts'
import { type Photographed, PrecheckPhotos } from './precheck-photos.tsx'

type Sent = (typeof precheck)['example']

/** Ticks what is there, leaves a name and a telephone, and is told within a working day what is missing. */
export function PrecheckForm({
  item,
  communities,
}: {
  readonly item: GuideItem
  readonly communities: readonly { readonly code: string; readonly name: string }[]
}): ReactElement {
  const [sent, setSent] = useState<Sent>()
  const [photos, setPhotos] = useState<readonly Photographed[]>([])
  const [fault, setFault] = useState('')
  const [isBusy, setBusy] = useState(false)
  const asked = item.materials.filter(({ needed }) => needed)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const taken = asked.flatMap(({ name }, index) => photosIn(given, `photo-${index}`).map((photo) => ({ material: name, photo })))
    setPhotos(taken)
    setBusy(true)
    setFault('')
    callAction<Sent>('counter.precheck', {
      itemCode: item.code,
      communityId: given.get('community'),
      name: given.get('name'),
      phone: given.get('phone'),
      claimed: asked.map(({ name }, index) => ({
        name,
        has: given.has(`has-${index}`) || taken.some(({ material }) => material === name),
      })),
      question: given.get('question') || null,
    })
      .then(setSent)
      .catch((error: unknown) => setFault(sentenceOf(error)))
      .finally(() => setBusy(false))
  }
  if (sent)
    return (
      <>
        <p role="status">
          已收到，预审号 <strong>{sent.no}</strong>。{sent.answerBy} 下班前答复，到本页上面「查看预审答复」里看。请记下预审号。
        </p>
        <PrecheckPhotos sent={sent} photos={photos} />
      </>
    )
  return (
    <details>
      <summary style={{ minHeight: 44, fontWeight: 600 }}>来之前先预审：看看材料齐不齐</summary>
      <form className="portal-form" onSubmit={submit}>
        {asked.map(({ name }, index) => (
          <div key={name}>
            <label className="portal-pick">
              <input type="checkbox" name={`has-${index}`} /> 我有 {name}
            </label>
            <label>
              {name}的照片或扫描件（可不传，最多 {PRECHECK_FILES.ofOne} 张）
              <input type="file" name={`photo-${index}`} accept="image/*,application/pdf" multiple style={{ paddingTop: 12 }} />
            </label>
          </div>
        ))}
        <p className="portal-note" style={{ margin: 0, textAlign: 'start' }}>
          照片只有您选的社区的工作人员和街道管理员能看，每次查看都有记录，到期自动删除。
        </p>
        <label>
          所在社区
          <select name="community" required defaultValue="">
            <option value="">请选择</option>
            {communities.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          姓名
          <input name="name" required maxLength={40} autoComplete="name" />
        </label>
        <label>
          手机号码
          <input name="phone" type="tel" required maxLength={11} autoComplete="tel" />
        </label>
        <label>
          想问什么（可不填）
          <textarea name="question" maxLength={500} />
        </label>
        {fault ? (
          <p className="portal-fault" role="alert">
            {fault}
          </p>
        ) : null}
        <button
          type="submit"
          disabled={isBusy}
          style={{ minHeight: 56, fontSize: '1.1rem', border: 0, borderRadius: 8, background: '#9c1c1c', color: '#fff' }}
        >
          提交预审
        </button>
      </form>
    </details>
  )
}

/** What was chosen for one paper, no more than is taken. */
function photosIn(given: FormData, name: string): readonly File[] {
  return given
    .getAll(name)
    .filter((each): each is File => each instanceof File && each.size > 0)
    .slice(0, PRECHECK_FILES.ofOne)
}
