import type { ActionInput, Row } from '@linli/kit'
import type { MyTask, reportTask } from '../../actions/index.ts'
import { reason } from '../../reasons.ts'
import { actionItems, matters } from '../../resources/index.ts'
import type { Ctx } from '../context.ts'
import { parentOf } from '../inherit.ts'
import { residentOf } from '../proposals.ts'
import { checkAct } from './guards.ts'

const STANDING = ['assigned', 'doing', 'done'] as const

/** The tasks that a resident answers for, the most urgent first; what is verified is over. */
export async function handleMyTasks(ctx: Ctx): Promise<{ tasks: readonly MyTask[] }> {
  const me = await residentOf(ctx)
  const { rows } = await ctx
    .elevated()
    .rows(actionItems)
    .list({ filter: { personId: me.id, status: STANDING }, sort: ['dueOn', 'asc'], limit: 100, total: 'none' })
  const tasks: MyTask[] = []
  for (const row of rows) tasks.push(await taskOf(ctx, row))
  return { tasks }
}

async function taskOf(ctx: Ctx, row: Row<typeof actionItems>): Promise<MyTask> {
  const isOpen = row.status !== 'done'
  return {
    id: row.id,
    title: row.title,
    matter: (await parentOf(ctx, matters, row.matterId)).title,
    dueOn: row.dueOn,
    overdue: isOpen && row.dueOn < ctx.today,
    status: row.status,
    statusTitle: actionItems.workflow?.states[row.status].title ?? '',
    progress: row.progress,
    blockedBy: isOpen ? ((await checkAct(ctx, row))?.zh ?? null) : null,
  }
}

/** Progress from the resident's own phone: the first says that work began, the last that it is done. */
export async function handleReportTask(ctx: Ctx, input: ActionInput<typeof reportTask>): Promise<{ status: string }> {
  const me = await residentOf(ctx)
  const rows = ctx.elevated().rows(actionItems)
  const found = await rows.find(input.taskId)
  if (found?.personId !== me.id) return ctx.refuse(reason('action.not_yours'), 404)
  const task = await rows.lock(found.id)
  const given = { progress: input.text, ...(input.photo ? { photo: input.photo } : {}) }
  if (input.done === 'yes') return { status: (await rows.step(task.id, 'finish', given)).status }
  if (task.status === 'assigned') await rows.step(task.id, 'start', { progress: input.text })
  else if (task.status !== 'doing') return ctx.refuse(reason('action.not_yours'))
  return { status: (await rows.update(task.id, given)).status }
}
