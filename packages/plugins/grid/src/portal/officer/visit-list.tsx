import { type Drafts, smallerPhoto } from '@linli/portal'
import Button from 'antd-mobile/es/components/button'
import { type FormEvent, type ReactElement, useState } from 'react'
import type { MyArea } from '../../actions/index.ts'
import { NEED_CATEGORIES, VISIT_RESULTS } from '../../rules/options.ts'
import { Photo, Pick } from '../shared/fields.tsx'
import { whereAmI } from '../shared/where-am-i.ts'

type Visit = MyArea['visits'][number]

/** Whom to see, the latest first. */
export function VisitList({ visits, drafts }: { readonly visits: readonly Visit[]; readonly drafts: Drafts }): ReactElement {
  const [open, setOpen] = useState<string>()
  if (visits.length === 0) return <p className="portal-note">今天没有要走访的居民。</p>
  return (
    <>
      {visits.map((visit) => (
        <section key={visit.id} className="portal-card">
          <div className="grid-row">
            <h2>{visit.person}</h2>
            <span className={`grid-tag ${visit.overdue ? 'is-late' : ''}`}>
              {visit.overdue ? `逾期，应在 ${visit.dueOn.slice(5)}` : `${visit.dueOn.slice(5)} 前`}
            </span>
          </div>
          <p style={{ margin: '0 0 8px' }}>
            {visit.title}
            {visit.address ? ` · ${visit.address}` : ''}
          </p>
          {open === visit.id ? (
            <VisitForm visit={visit} drafts={drafts} onDone={() => setOpen(undefined)} />
          ) : (
            <Button block color="primary" onClick={() => setOpen(visit.id)} aria-label={`登记走访 ${visit.person}`}>
              登记走访
            </Button>
          )}
        </section>
      ))}
    </>
  )
}

function VisitForm({
  visit,
  drafts,
  onDone,
}: {
  readonly visit: Visit
  readonly drafts: Drafts
  readonly onDone: () => void
}): ReactElement {
  const [result, setResult] = useState('fine')
  const [isSaving, setSaving] = useState(false)
  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const photo = given.get('photo')
    setSaving(true)
    await drafts.add({
      action: 'grid.record-visit',
      title: `${visit.title} ${visit.person}`,
      input: {
        visitId: visit.id,
        kind: visit.kind,
        result: given.get('result'),
        findings: given.get('findings'),
        needs: given.getAll('needs'),
        visitedAt: new Date().toISOString(),
        spot: await whereAmI(),
      },
      files: { photo: photo instanceof File && photo.size > 0 ? await smallerPhoto(photo) : null },
    })
    onDone()
  }
  return (
    <form
      className="portal-form"
      onSubmit={(event) => void submit(event)}
      onChange={(event) => setResult(new FormData(event.currentTarget).get('result')?.toString() ?? '')}
    >
      <Pick legend="走访结果" name="result" options={VISIT_RESULTS} first="fine" />
      {result === 'need' ? (
        <fieldset>
          <legend>需要什么帮助</legend>
          {Object.entries(NEED_CATEGORIES).map(([value, title]) => (
            <label key={value} className="portal-pick">
              <input type="checkbox" name="needs" value={value} />
              {title}
            </label>
          ))}
        </fieldset>
      ) : null}
      <label>
        走访情况
        <textarea name="findings" required maxLength={1000} placeholder="身体、生活、安全、有什么要求" />
      </label>
      {visit.kind === 'visit' ? <Photo /> : null}
      <Button type="submit" block color="primary" size="large" loading={isSaving} loadingText="正在定位并保存" disabled={isSaving}>
        保存走访
      </Button>
      <Button block size="large" onClick={onDone}>
        取消
      </Button>
    </form>
  )
}
