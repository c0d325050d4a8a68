import type { Drafts } from '@linli/portal'
import Button from 'antd-mobile/es/components/button'
import { type FormEvent, type ReactElement, useState } from 'react'
import type { MyArea } from '../../actions/index.ts'
import { Pick } from '../shared/fields.tsx'
import { whereAmI } from '../shared/where-am-i.ts'

type Point = MyArea['patrols'][number]['points'][number]

/** One checkpoint: what to look at, and that it was reached. */
export function PatrolPoint({
  point,
  isReached,
  onDuty,
  drafts,
}: {
  readonly point: Point
  readonly isReached: boolean
  readonly onDuty: boolean
  readonly drafts: Drafts
}): ReactElement {
  const [isOpen, setOpen] = useState(false)
  const [isSaving, setSaving] = useState(false)
  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const at = new Date().toISOString()
    setSaving(true)
    await drafts.add({
      action: 'grid.reach-point',
      title: `到点：${point.title}`,
      input: {
        pointId: point.id,
        at,
        finding: given.get('finding'),
        note: given.get('note')?.toString().trim() || null,
        spot: await whereAmI(),
      },
    })
    setSaving(false)
    setOpen(false)
  }
  return (
    <div className="grid-point">
      <div className="grid-row">
        <strong>{point.title}</strong>
        {isReached ? <span className="grid-tag is-done">已到</span> : null}
      </div>
      {point.look ? <small>{point.look}</small> : null}
      {isReached || isOpen || !onDuty ? null : (
        <Button block onClick={() => setOpen(true)} aria-label={`到点 ${point.title}`}>
          到点
        </Button>
      )}
      {isOpen && !isReached ? (
        <form className="portal-form" onSubmit={(event) => void submit(event)}>
          <Pick legend="情况" name="finding" options={{ fine: '正常', problem: '有问题（请另外上报事件）' }} first="fine" />
          <label>
            说明（可不填）
            <input name="note" maxLength={200} />
          </label>
          <Button type="submit" block color="primary" size="large" loading={isSaving} loadingText="正在定位并保存" disabled={isSaving}>
            记下到点
          </Button>
          <Button block size="large" onClick={() => setOpen(false)}>
            取消
          </Button>
        </form>
      ) : null}
    </div>
  )
}
