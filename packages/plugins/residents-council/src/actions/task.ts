import { choice, defineAction, file, longText, ref } from '@linli/kit'

/** A task as the resident who answers for it sees it. */
export interface MyTask {
  readonly id: string
  readonly title: string
  readonly matter: string
  readonly dueOn: string
  readonly overdue: boolean
  readonly status: string
  readonly statusTitle: string
  readonly progress: string | null
  /** Whether the resolution is effective and the money there, so that work may begin. */
  readonly blockedBy: string | null
}

/** The tasks of which a resident is in charge (我的任务). */
export const myTasks = defineAction({
  name: 'council.my-tasks',
  title: '我的任务',
  hidden: true,
  readOnly: true,
  input: {},
  example: { tasks: [] } as { readonly tasks: readonly MyTask[] },
})

/** Says how far a task is, or that it is done. */
export const reportTask = defineAction({
  name: 'council.report-task',
  title: '报进展',
  hidden: true,
  input: {
    taskId: ref('council.action-items', { title: '任务', required: true }),
    done: choice({ title: '办完了吗', options: { no: '还在办', yes: '办完了' }, required: true, default: 'no' }),
    text: longText({ title: '进展', required: true, min: 2, max: 1000 }),
    photo: file({ title: '照片', privacy: 'P0', accept: ['image/jpeg', 'image/png', 'image/webp'] }),
  },
  example: { status: 'doing' },
})
