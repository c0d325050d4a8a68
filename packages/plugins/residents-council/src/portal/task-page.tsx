import { sentenceOf, Shown, upload, useLoaded, usePortal } from '@linli/portal'
import Button from 'antd-mobile/es/components/button'
import { type ReactElement, type SubmitEvent, useState } from 'react'
import type { MyTask } from '../actions/index.ts'
import { useAct } from './use-act.ts'

/** The tasks of which a resident is in charge: how far they are, a photo, and that they are done. */
export default function TaskPage(): ReactElement {
  const { call } = usePortal()
  const [loaded, again] = useLoaded(() => call<{ tasks: readonly MyTask[] }>('council.my-tasks', {}))
  return (
    <Shown loaded={loaded} retry={again}>
      {({ tasks }) => (
        <>
          {tasks.length === 0 ? <p className="portal-note">现在没有交给您的任务。议事会决议后交给您的事会出现在这里。</p> : null}
          {tasks.map((task) => (
            <Task key={task.id} task={task} done={again} />
          ))}
        </>
      )}
    </Shown>
  )
}

function Task({ task, done }: { readonly task: MyTask; readonly done: () => void }): ReactElement {
  const isOpen = task.status !== 'done'
  return (
    <section className="portal-card" aria-label={task.title}>
      <h2>{task.title}</h2>
      <p>
        议题：{task.matter}
        <br />
        {task.statusTitle}
        {'　'}
        {task.overdue ? `已超期，期限 ${task.dueOn}` : `期限 ${task.dueOn}`}
      </p>
      {task.progress ? <p>最近进展：{task.progress}</p> : null}
      {task.blockedBy ? <p role="status">{task.blockedBy}</p> : null}
      {isOpen && !task.blockedBy ? <Report task={task} done={done} /> : null}
      {isOpen ? null : <p role="status">已报办完，等社区核实。</p>}
    </section>
  )
}

function Report({ task, done }: { readonly task: MyTask; readonly done: () => void }): ReactElement {
  const { act, fault, busy } = useAct()
  const [lost, setLost] = useState<string | null>(null)
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = event.currentTarget
    const given = new FormData(form, event.nativeEvent.submitter)
    try {
      const picture = given.get('photo')
      const photo = picture instanceof File && picture.size > 0 ? { photo: await upload(picture) } : {}
      setLost(null)
      const input = { taskId: task.id, text: String(given.get('text') ?? ''), done: String(given.get('done') ?? 'no'), ...photo }
      if (!(await act('council.report-task', input))) return
      form.reset()
      done()
    } catch (error) {
      setLost(sentenceOf(error))
    }
  }
  return (
    <form className="portal-form" onSubmit={(event) => void submit(event)}>
      <label>
        办到哪一步了
        <textarea
          name="text"
          required
          minLength={2}
          maxLength={1000}
          rows={3}
          style={{ font: 'inherit', padding: 12, borderRadius: 8, border: '1px solid #8c8c8c' }}
        />
      </label>
      <label>
        照片（可不填）
        <input type="file" name="photo" accept="image/*" style={{ paddingTop: 12 }} />
      </label>
      {(lost ?? fault) ? (
        <p role="alert" className="portal-fault">
          {lost ?? fault}
        </p>
      ) : null}
      <Button block size="large" type="submit" loading={busy}>
        报进展
      </Button>
      <FinishButton busy={busy} />
    </form>
  )
}

/** The same form, sent as done. */
function FinishButton({ busy }: { readonly busy: boolean }): ReactElement {
  return (
    <button
      type="submit"
      name="done"
      value="yes"
      disabled={busy}
      className="adm-button adm-button-primary adm-button-block adm-button-large adm-button-shape-default"
    >
      办完了
    </button>
  )
}
