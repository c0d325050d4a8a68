import { openBrowser, visit, overflowOf } from './e2e/browser.ts'
import { signIn, open } from './e2e/desk.ts'
import { setTimeout as pause } from 'node:timers/promises'
const url = 'http://127.0.0.1:3111'
const b = await openBrowser()
for (const size of ['desk','phone'] as const) {
  const v = await visit(b, size)
  const p = v.page
  await signIn(p, url, 'qiancheng')
  await v.shot('1-inbox')
  await open(p, url, '/council.proposals?filter=' + encodeURIComponent(JSON.stringify({source:'grid'})))
  await p.getByText('网格上报事项').first().waitFor(); await pause(800)
  await v.shot('2-proposals')
  await p.getByText('网格上报事项').first().click()
  await p.getByText('来自网格事件').waitFor(); await pause(500)
  await v.shot('3-proposal'); console.log('overflow', await overflowOf(p))
  await p.getByText('来自网格事件').click()
  await p.getByText('已转为提议').waitFor(); await pause(500)
  await v.shot('4-event'); console.log('overflow', await overflowOf(p))
  await open(p, url, '/counter.inquiries?filter=' + encodeURIComponent(JSON.stringify({channel:'grid'})))
  await pause(1500); await v.shot('5-inquiries')
  await v.close()
  const w = await visit(b, size)
  await signIn(w.page, url, 'dachen')
  await open(w.page, url, '/council/board'); await pause(1500); await w.shot('6-board')
  await open(w.page, url, '/council.matters'); await pause(800)
  await w.page.getByText('集体门面房').first().click(); await pause(1500); await w.shot('7-matter')
  const tab = w.page.getByRole('tab', { name: '四议进程' }); await tab.click(); await pause(800); await w.shot('8-way'); console.log('overflow', await overflowOf(w.page))
  console.log(v.faults, w.faults)
  await w.close()
}
await b.close()
