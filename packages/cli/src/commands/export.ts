import { existsSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Call, type Command, OFFICE_OPTIONS } from '../command.ts'
import { EXIT } from '../exit.ts'
import { Failure } from '../failure.ts'
import { exportPath } from '../office/names.ts'
import { openOffice } from '../office/open-office.ts'

/** Writes a list or a report as a spreadsheet; the export is audited. */
export const exportSheet: Command = {
  name: 'export',
  words: ['<street>', '<name>', '<file.xlsx>'],
  summary: { zh: '导出一个台账或报表为表格', en: 'write a list or a report as a spreadsheet' },
  options: {
    ...OFFICE_OPTIONS,
    filter: { value: '<json>', help: { zh: '筛选条件，如 {"status":"active"}', en: 'conditions, such as {"status":"active"}' } },
    columns: { value: '<a,b>', help: { zh: '列名，用逗号分开', en: 'columns, separated by commas' } },
    params: { value: '<json>', help: { zh: '报表的参数，如 {"from":"2026-01-01"}', en: 'parameters of a report' } },
    purpose: { value: '<code>', help: { zh: '导出身份信息的用途', en: 'for which purpose identity data are exported' } },
    force: { help: { zh: '覆盖已有的文件', en: 'replace a file that exists' } },
  },
  async run(call) {
    const [code = '', name = '', file = ''] = call.words
    const target = resolve(call.terminal.cwd, file)
    if (existsSync(target) && !call.has('force'))
      throw new Failure(
        { zh: `文件 ${file} 已经存在。要覆盖它，加 --force。`, en: `The file ${file} exists. Replace it with --force.` },
        EXIT.usage,
      )
    const office = await openOffice(call, { work: false })
    try {
      const street = office.street(code)
      const { path, isReport } = exportPath(street, name)
      const { bytes } = await office.get(street, `${path}?${queryOf(call, isReport)}`)
      writeFileSync(target, bytes)
      call.terminal.out(call.terminal.say({ zh: `已导出到 ${file}。`, en: `Written to ${file}.` }))
      return EXIT.ok
    } finally {
      await office.close()
    }
  },
}

function queryOf(call: Call, isReport: boolean): string {
  const names = isReport ? ['params'] : ['filter', 'columns', 'purpose']
  const given = names.flatMap((name) => {
    const value = call.text(name)
    return value === undefined ? [] : [[name, value]]
  })
  return new URLSearchParams(Object.fromEntries(given) as Record<string, string>).toString()
}
