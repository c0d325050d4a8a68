import { type Drafts, smallerPhoto } from '@linli/portal'
import Button from 'antd-mobile/es/components/button'
import { type FormEvent, type ReactElement, useState } from 'react'
import type { MyArea } from '../../actions/index.ts'
import type { Answers, Question } from '../../rules/form-fields.ts'
import { Find } from '../shared/fields.tsx'
import { whereAmI } from '../shared/where-am-i.ts'
import { NewSubject, newSubjectOf } from './new-subject.tsx'
import { answerOf, QuestionInput } from './question-input.tsx'

type Form = MyArea['forms'][number]

/** Choose a form, then whom it is for, then fill it in. */
export function CollectForm({ area, drafts }: { readonly area: MyArea; readonly drafts: Drafts }): ReactElement {
  const [formId, setFormId] = useState(area.forms.length === 1 ? (area.forms[0]?.id ?? '') : '')
  const form = area.forms.find(({ id }) => id === formId)
  if (area.forms.length === 0) return <p className="portal-note">没有在使用的采集表。街道发布后会出现在这里。</p>
  if (!form) {
    return (
      <>
        {area.forms.map(({ id, title, purpose }) => (
          <section key={id} className="portal-card">
            <h2>{title}</h2>
            <p style={{ margin: '0 0 8px' }}>{purpose}</p>
            <Button block color="primary" onClick={() => setFormId(id)}>
              填写这张表
            </Button>
          </section>
        ))}
      </>
    )
  }
  return <FillIn key={form.id} form={form} area={area} drafts={drafts} onBack={area.forms.length > 1 ? () => setFormId('') : undefined} />
}

function FillIn({
  form,
  area,
  drafts,
  onBack,
}: {
  readonly form: Form
  readonly area: MyArea
  readonly drafts: Drafts
  readonly onBack: (() => void) | undefined
}): ReactElement {
  const [subject, setSubject] = useState<string | null>(null)
  const [round, setRound] = useState(0)
  const [told, setTold] = useState('')
  const [isSaving, setSaving] = useState(false)
  const [isNew, setNew] = useState(false)
  const { label, key, items } = subjectsOf(form, area)
  const canBeNew = form.target === 'person' || form.target === 'home'
  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    if (!subject) {
      setTold('')
      return
    }
    const given = new FormData(event.currentTarget)
    const takenAt = new Date().toISOString()
    const answers: Answers = Object.fromEntries(form.questions.map((question: Question) => [question.key, answerOf(question, given)]))
    setSaving(true)
    const whom = isNew ? newSubjectOf(form.target, subject, given) : { [key]: subject }
    const name = ['newName', 'newRoom', 'subject'].map((field) => given.get(field)).find((each) => typeof each === 'string' && each !== '')
    const spot = await whereAmI()
    await drafts.add({
      action: 'grid.submit',
      title: `${form.title}：${typeof name === 'string' ? name : ''}`,
      files: await photosIn(form.questions, given),
      input: {
        formId: form.id,
        ...whom,
        answers,
        takenAt,
        spot,
      },
    })
    setSaving(false)
    setSubject(null)
    setNew(false)
    setRound(round + 1)
    const kept = navigator.onLine ? '已保存，正在发送。可以填下一份。' : '已存在手机里，联网后自动发送。可以填下一份。'
    setTold(spot || form.target !== 'person' ? kept : `${kept}没有定到位置，这份不算上门核实；请打开手机定位。`)
  }
  return (
    <section className="portal-card">
      <h2>{form.title}</h2>
      <p style={{ margin: '0 0 12px' }}>{form.purpose}</p>
      {told && (
        <p role="status" className="portal-good">
          {told}
        </p>
      )}
      <form key={round} className="portal-form" onSubmit={(event) => void submit(event)}>
        {isNew ? (
          <NewSubject target={form.target} area={area} onChosen={setSubject} />
        ) : (
          <Find key="known" label={label} name="subject" items={items} onChosen={setSubject} />
        )}
        {canBeNew ? (
          <Button
            block
            onClick={() => {
              setNew(!isNew)
              setSubject(null)
            }}
          >
            {isNew ? '名单里有，重新选' : '名单里没有，登记新的'}
          </Button>
        ) : null}
        {form.questions.map((question) => (
          <QuestionInput key={question.key} question={question} />
        ))}
        <Button
          type="submit"
          block
          color="primary"
          size="large"
          loading={isSaving}
          loadingText="正在定位并保存"
          disabled={!subject || isSaving}
        >
          {subject ? '提交' : '请先选择采集对象'}
        </Button>
        {onBack ? (
          <Button block size="large" onClick={onBack}>
            换一张表
          </Button>
        ) : null}
      </form>
    </section>
  )
}

/** The photos that answer questions, each for its own. */
async function photosIn(questions: readonly Question[], given: FormData): Promise<Readonly<Record<string, Blob>>> {
  const taken: [string, Blob][] = []
  for (const { key, kind } of questions) {
    const value = given.get(key)
    if (kind === 'photo' && value instanceof File && value.size > 0) taken.push([`answers.${key}`, await smallerPhoto(value)])
  }
  return Object.fromEntries(taken)
}

interface Subjects {
  readonly label: string
  /** The input of the action that names it. */
  readonly key: 'personId' | 'unitId' | 'organisationId' | 'checkpointId' | 'eventId'
  readonly items: readonly { readonly id: string; readonly label: string }[]
}

/** Whom or what a form can be filled in for, from what the phone holds. */
function subjectsOf({ target }: Form, { events, facilities, homes, organisations, residents }: MyArea): Subjects {
  if (target === 'organisation') return { label: '哪个单位', key: 'organisationId', items: organisations }
  if (target === 'facility') return { label: '哪个点位', key: 'checkpointId', items: facilities }
  if (target === 'event')
    return { label: '哪件事件', key: 'eventId', items: events.map(({ id, no, title }) => ({ id, label: `${title}（${no}）` })) }
  if (target !== 'person') return { label: '哪处房屋', key: 'unitId', items: homes }
  const addresses = new Map(homes.map(({ id, label }) => [id, label]))
  const items = residents.map(({ id, name, unitId }) => ({ id, label: `${name}（${addresses.get(unitId ?? '') ?? '住址不详'}）` }))
  return { label: '哪位居民', key: 'personId', items }
}
