import type { Street } from '@linli/kit'
import type { LinliServer } from '@linli/server'
import { type Finding, wrong } from './check.ts'

/** Events that no retry could deliver, and jobs by the clock whose last run failed. */
export async function* checkBackground({ store }: LinliServer, { code, name }: Pick<Street, 'code' | 'name'>): AsyncGenerator<Finding> {
  const letters = await store.outbox.deadLetters(code)
  const [first] = letters
  if (first)
    yield wrong(
      `${name}：${letters.length} 个事件没有处理成功，最早的是 ${first.event}（${first.consumer}：${first.error}）。排除原因后运行 linli retry ${code}，或在管理端“后台任务”里重试。`,
      `${name}: ${letters.length} events were not taken, the first ${first.event} by ${first.consumer}: ${first.error}. See to the cause, then run "linli retry ${code}", or retry on the page "Background".`,
    )
  for (const { plugin, title, error, lastAt } of await store.jobs.clocks(code)) {
    if (error === null) continue
    yield wrong(
      `${name}：定时任务「${title}」（${plugin}）上次没有成功（${lastAt ?? ''}）：${error}。排除原因后，在管理端“后台任务”里重试。`,
      `${name}: the job "${title}" of ${plugin} failed the last time (${lastAt ?? ''}): ${error}. See to the cause, then retry it on the page "Background".`,
    )
  }
}
