import { readFileSync, writeFileSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Street } from '@linli/kit'
import { type Call, type Command, OFFICE_OPTIONS } from '../command.ts'
import { EXIT } from '../exit.ts'
import { Failure } from '../failure.ts'
import { importPath } from '../office/names.ts'
import { type Office, openOffice } from '../office/open-office.ts'

interface Import {
  readonly id: string
  readonly title: string
  readonly state: 'reading' | 'preview' | 'applying' | 'done' | 'failed'
  readonly total: number
  readonly good: number
  readonly bad: number
  readonly duplicates: number
  readonly applied: number
  readonly missing: readonly string[]
  readonly message?: string | null
}

/** Takes a spreadsheet in: previewed, and written when told to. */
export const importSheet: Command = {
  name: 'import',
  words: ['<street>', '<name>', '<file.xlsx>'],
  summary: { zh: '导入表格：先预览，加 --apply 才写入', en: 'import a spreadsheet: previewed, and written with --apply' },
  options: {
    ...OFFICE_OPTIONS,
    apply: { help: { zh: '写入没有问题的行', en: 'write the rows without faults' } },
    bad: { value: '<file.xlsx>', help: { zh: '把有问题的行和原因存到这个文件', en: 'keep the rows with faults, and why, in this file' } },
  },
  async run(call) {
    const [code = '', name = '', file = ''] = call.words
    const content = readSheet(resolve(call.terminal.cwd, file))
    const office = await openOffice(call)
    try {
      const street = office.street(code)
      const sent = (await office.upload(street, importPath(street, name), { name: basename(file), content })).json<Import>()
      const read = await until(office, street, sent.id, (one) => one.state !== 'reading')
      if (read.state === 'failed') throw new Failure(both(read.message ?? ''))
      tell(call, read)
      await keepBad(call, office, street, read)
      if (!call.has('apply')) {
        call.terminal.out(
          call.terminal.say({
            zh: '这是预览，还没有写入。确认后加 --apply 再运行一次。',
            en: 'This is a preview; nothing was written. Run it again with --apply.',
          }),
        )
        return read.bad > 0 ? EXIT.found : EXIT.ok
      }
      await office.post(street, `/api/platform/imports/${read.id}/apply`, { rows: 'good' })
      const done = await until(office, street, read.id, (one) => one.state === 'done' || one.state === 'failed')
      if (done.state === 'failed') throw new Failure(both(done.message ?? ''))
      call.terminal.out(call.terminal.say({ zh: `已写入 ${done.applied} 行。`, en: `${done.applied} rows were written.` }))
      return read.bad > 0 ? EXIT.found : EXIT.ok
    } finally {
      await office.close()
    }
  },
}

function readSheet(path: string): Buffer {
  try {
    return readFileSync(path)
  } catch {
    throw new Failure({ zh: `读不到文件 ${path}，请检查路径。`, en: `The file ${path} cannot be read; check the path.` }, EXIT.usage)
  }
}

async function until(office: Office, street: Street, id: string, isThere: (one: Import) => boolean): Promise<Import> {
  for (;;) {
    const found = (await office.get(street, `/api/platform/imports/${id}`)).json<Import>()
    if (isThere(found)) return found
    await pause(200)
  }
}

function tell({ terminal }: Call, { title, total, good, bad, duplicates, missing }: Import): void {
  terminal.out(
    terminal.say({
      zh: `${title}：共 ${total} 行，可以写入 ${good} 行，有问题 ${bad} 行，疑似重复 ${duplicates} 行。`,
      en: `${title}: ${total} rows, ${good} good, ${bad} with faults, ${duplicates} that may be duplicates.`,
    }),
  )
  if (missing.length > 0)
    terminal.out(
      terminal.say({ zh: `表格里没有这些列：${missing.join('、')}。`, en: `The sheet lacks the columns: ${missing.join(', ')}.` }),
    )
}

async function keepBad(call: Call, office: Office, street: Street, { id, bad }: Import): Promise<void> {
  const target = call.text('bad')
  if (target === undefined || bad === 0) return
  const { bytes } = await office.get(street, `/api/platform/imports/${id}/bad.xlsx`)
  writeFileSync(resolve(call.terminal.cwd, target), bytes)
  call.terminal.out(call.terminal.say({ zh: `有问题的行和原因在 ${target}。`, en: `The rows with faults are in ${target}.` }))
}

function both(text: string): { readonly zh: string; readonly en: string } {
  return { zh: `导入没有成功：${text || '请检查文件'}。`, en: `The import failed: ${text || 'check the file'}.` }
}
