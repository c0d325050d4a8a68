import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../../..')
const work = mkdtempSync(join(import.meta.dirname, 'generated-'))
afterAll(() => {
  rmSync(work, { recursive: true })
})

test('forty modules of five resources cost the type checker four times what ten cost, and no more', () => {
  const [ten, forty] = [checked(10), checked(40)]
  expect(forty / ten).toBeLessThan(4.4)
})

/** How many types the checker makes for so many modules: a count, so that the machine's speed does not matter. */
function checked(modules: number): number {
  const folder = join(work, String(modules))
  mkdirSync(folder)
  for (let n = 0; n < modules; n += 1) writeFileSync(join(folder, `m${n}.ts`), moduleSource(n))
  const names = Array.from({ length: modules }, (_, n) => `m${n}`)
  const imports = names.map((name) => `import { ${name} } from './${name}.ts'`).join('\n')
  writeFileSync(
    join(folder, 'street.ts'),
    `import { defineStreet, use } from '@linli/kit'\n${imports}\nexport const street = defineStreet({ code: '411402004', name: '', officialName: '', communities: [], modules: [${names.map((name) => `use(${name}, { days: 4 })`).join(', ')}] })\n`,
  )
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ extends: join(root, 'tsconfig.base.json'), include: ['*.ts'] }))
  const compiler = join(root, 'node_modules/typescript7/bin/tsc')
  const out = execFileSync(process.execPath, [compiler, '-p', folder, '--noEmit', '--extendedDiagnostics'], { encoding: 'utf8' })
  const count = /^Instantiations:\s+(\d+)/m.exec(out)?.[1]
  if (count === undefined) throw new Error(`The compiler told no instantiations:\n${out}`)
  return Number(count) - baseline()
}

let base: number | undefined
function baseline(): number {
  if (base !== undefined) return base
  base = 0
  base = checked(0)
  return base
}

function moduleSource(n: number): string {
  const resources = Array.from({ length: 5 }, (_, r) => {
    const options = Array.from({ length: 6 }, (_o, o) => `k${n}x${r}x${o}: '种类'`).join(', ')
    return `export const r${r} = defineResource({
  name: 'm${n}.r${r}', title: '资源', scope: 'community', display: 'name${r}',
  fields: { name${r}: text({ title: '名称', required: true }), kind: choice({ title: '种类', options: { ${options} } }), amount: money({ title: '金额' }), day: date({ title: '日期' }), up: ref('m${n}.r0', { title: '上级' }) },
  list: { columns: ['name${r}', 'kind', 'status'], filters: ['kind'], sort: ['day', 'desc'] },
  workflow: { initial: 'open${n}', states: { open${n}: { title: '办理' }, done${r}: { title: '办结', final: true } }, steps: { finish${r}: { title: '办结', from: ['open${n}'], to: 'done${r}', input: { note: text({ title: '说明' }) } } } },
})
export const row${r} = (row: Row<typeof r${r}>): 'open${n}' | 'done${r}' => row.status
export const step${r}: StepName<typeof r${r}> = 'finish${r}'`
  })
  return `import { choice, date, definePlugin, defineResource, integer, money, ref, text, type Row, type StepName } from '@linli/kit'
${resources.join('\n')}
export const m${n} = definePlugin({ id: 'm${n}', package: '@example/m${n}', entries: [], title: '模块', summary: '', resources: [r0, r1, r2, r3, r4], settings: { days: integer({ title: '天数', default: 3, required: true }) } })
`
}
