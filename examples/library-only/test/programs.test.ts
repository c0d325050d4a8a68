import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deadline } from '../src/deadline.ts'
import { checkWorkbook } from '../src/id-check.ts'
import { countVote, readFigures } from '../src/vote-count.ts'

const folder = mkdtempSync(join(tmpdir(), 'library-programs-'))
const people = join(folder, '人员.xlsx')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(program: string, ...args: readonly string[]): { readonly code: number | null; readonly lines: readonly string[] } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, '../src', program), ...args], {
    encoding: 'utf8',
  })
  return { code: status, lines: `${stdout}${stderr}`.trim().split('\n') }
}

describe('the deadline calculator', () => {
  it.each([
    ['2026-02-13', 5, '2026-02-27'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-04-30', 5, '2026-05-11'],
  ])('from %s, %i working days end on %s', (from, days, due) => {
    expect(deadline(from, days)).toMatchObject({ ok: true, value: { due, provisional: false } })
  })

  it('says which days do not count, and which weekend does', () => {
    const answer = deadline('2026-04-30', 5)
    expect(answer.ok && answer.value.remarks.map((remark) => remark.slice(0, 10))).toEqual([
      '2026-05-01',
      '2026-05-02',
      '2026-05-03',
      '2026-05-04',
      '2026-05-05',
      '2026-05-09',
    ])
  })

  it('never hides that a year has no notice yet', () => {
    const answer = deadline('2026-12-30', 5)
    expect(answer.ok && [answer.value.provisional, answer.value.remarks.at(-1)]).toEqual([true, expect.stringContaining('2027')])
  })

  it('answers at the command line, and explains what it cannot take', () => {
    expect(run('deadline.ts', '2026-04-30', '5')).toMatchObject({
      code: 0,
      lines: ['2026-05-11 前办结', ...Array<unknown>(6).fill(expect.any(String))],
    })
    expect(run('deadline.ts', '2026-02-29', '5')).toEqual({ code: 1, lines: ['没有这一天：2026-02-29'] })
    expect(run('deadline.ts', '2026-04-30', '五')).toMatchObject({ code: 1, lines: [expect.stringContaining('天数应为整数')] })
    expect(run('deadline.ts')).toMatchObject({ code: 1 })
  })
})

describe('the vote counter', () => {
  const place = '411402004'

  it('decides at the exact edge of the rule that holds on the day, and says who compared it', () => {
    const count = (present: string): string => {
      const answer = countVote('REP_MEETING_DEFAULT', place, '2026-05-20', readFigures(['members=9', present, 'for=4', 'against=1']))
      return answer.ok ? answer.value : answer.refusal.code
    }
    expect(count('present=6')).toContain('结论：通过。')
    expect(count('present=6')).toContain('（未核验）')
    expect(count('present=5')).toContain('未达到法定人数')
  })

  it('takes the rule of the day: 4/5 present were too few before July 2020 and are enough since', () => {
    const figures = readFigures(['members=10', 'present=8', 'for=8'])
    const before = countVote('PARTY_ELECTION_1990', place, '2020-07-12', figures)
    const since = countVote('PARTY_ELECTION_2020', place, '2020-07-13', figures)
    expect([before, since].map((answer) => answer.ok && answer.value.includes('结论：通过'))).toEqual([false, true])
  })

  it('refuses a rule that does not hold and figures that cannot be', () => {
    const code = (rule: string, ...figures: readonly string[]): string => {
      const answer = countVote(rule, place, '2026-05-20', readFigures(figures))
      return answer.ok ? 'counted' : answer.refusal.code
    }
    expect(code('PARTY_ELECTION_1990', 'members=9')).toBe('ruleset.none')
    expect(code('RC_INTERNAL', 'members=9', 'present=5', 'for=6')).toBe('vote.more_ballots_than_present')
    expect(code('RC_INTERNAL', 'members=九', 'present=5')).toBe('vote.figure')
  })

  it('answers at the command line', () => {
    const { code, lines } = run('vote-count.ts', 'RC_INTERNAL', place, '2026-05-20', 'members=9', 'present=5', 'for=3', 'against=2')
    expect([code, lines.length]).toEqual([0, 2])
    expect(lines[0]).toMatch(/^居民委员会会议：法定人数：.*结论：通过。$/)
  })
})

describe('the identity-number checker', () => {
  beforeAll(async () => {
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('朝阳社区')
    sheet.addRow(['人员名单'])
    sheet.addRow(['姓名', '身份证号码'])
    sheet.addRow(['甲', '11010519491231002X'])
    sheet.addRow(['乙', '110105194912310021'])
    sheet.addRow(['丙', ' 110105491231002 '])
    sheet.addRow(['丁', 411402199001011200])
    sheet.addRow(['戊', ''])
    sheet.addRow(['己', '411402 19900230 1234'])
    workbook.addWorksheet('没有号码').addRow(['事项', '日期'])
    await workbook.xlsx.writeFile(people)
  })

  it('finds what is mistyped, what stands twice, also as an old number, and what the workbook itself has spoilt', async () => {
    const { checked, faults } = await checkWorkbook(people, '2026-11-22')
    expect(checked).toBe(5)
    expect(faults.map(({ row, why }) => `${row} ${why.slice(0, 12)}`)).toEqual([
      '4 身份证号码有误，请逐位核',
      '5 与朝阳社区 第 3 行重',
      '6 单元格是数字格式，末几位',
      '8 身份证号码中的出生日期不',
    ])
  })

  it('never shows a number in full', async () => {
    const { lines, code } = run('id-check.ts', people)
    expect(code).toBe(1)
    expect(lines).toHaveLength(5)
    expect(lines.at(-1)).toBe('共核对 5 个号码，4 个有问题')
    expect(lines.join('\n')).not.toMatch(/\d{15}/)
    expect(lines[0]).toContain('110105********0021')
    expect(run('id-check.ts', join(folder, 'nothing.xlsx'))).toMatchObject({ code: 1, lines: [expect.stringMatching(/^打不开文件/)] })
  })
})
