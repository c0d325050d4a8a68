import { deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cellsOf, upload, workbook } from './fixtures/sheets.ts'
import { type Client, type Started, start } from './fixtures/start.ts'

let server: Started
let admin: Client
beforeAll(async () => {
  server = await start()
  admin = await server.as('admin')
})
afterAll(() => server.end())

const HEADINGS = ['序号', '社区', '位 置*', '编号（选填）', '座位', '材质', '有遮阳', '用途', '安放日期', '造价', '备注栏']

async function send(url: string, file: Buffer | string, name?: string, client = admin) {
  const { payload, headers } = upload(file, name)
  return client('POST', url, payload, headers)
}

async function rowsOf(id: string, state?: string) {
  const filter = state ? `?filter=${encodeURIComponent(JSON.stringify({ state }))}&range=[0,499]` : '?range=[0,499]'
  return (await admin('GET', `/api/platform/imports/${id}/rows${filter}`)).json()
}

async function apply(id: string, rows: unknown = 'good') {
  const answer = await admin('POST', `/api/platform/imports/${id}/apply`, { rows })
  expect(answer.statusCode).toBe(202)
  await server.store.jobs.drain()
  const { jobId } = answer.json()
  return (await admin('GET', `/api/platform/jobs/${jobId}`)).json()
}

const LEDGER = [
  [1, '前程社区', '前程广场', 'A-1', 4, '木', '是', '休息、下棋', '2020年3月5日', 1200, ''],
  [2, '绿苑', '绿苑路口', 'A-2', '４', '石', '无', '', 43895, '1,200.50 元', ''],
  [3, '411402004001', '北门', 'A-3', '3', null, '√', '下棋', new Date(Date.UTC(2021, 0, 2)), null, ''],
  [4, '没有的社区', '河边', 'A-4', 3, '木', '', '', '', '', ''],
  [5, '前程社区', '', 'A-5', 99, '铁', '', '游泳', '2021-02-30', 'abc', ''],
  [6, '前程社区', '东门', 'A-1', 2, '木', '', '', '', '', ''],
  ['合计', '', '6 条'],
]

test('a ledger as offices keep it is previewed, corrected in place, and written', async () => {
  const file = await workbook(HEADINGS, LEDGER, ['白云街道长椅台账', '填报单位：城管办　2026 年'])
  const answer = await send('/api/parks/benches/imports', file)
  expect(answer.statusCode).toBe(201)
  const preview = answer.json()
  expect(preview).toMatchObject({ state: 'preview', total: 6, good: 3, bad: 2, duplicates: 1, fileName: '台账.xlsx', missing: [] })
  expect(preview.columns).toContainEqual({ heading: '编号（选填）', field: 'code', title: '编号' })
  const bad = await rowsOf(preview.id, 'bad')
  expect(bad.map(({ no }: { no: number }) => no)).toEqual([7, 8])
  expect(bad[0].faults).toMatchObject([{ field: 'communityId', zh: expect.stringContaining('没有叫“没有的社区”的社区') }])
  expect(bad[1].faults.map(({ field }: { field: string }) => field).sort()).toEqual([
    'material',
    'place',
    'placedOn',
    'price',
    'seats',
    'uses',
  ])
  expect((await rowsOf(preview.id, 'duplicate'))[0].faults[0].zh).toBe('与第 4 行重复')

  const fixed = await admin('PUT', `/api/platform/imports/${preview.id}/rows/7`, { values: { communityId: '前程社区' } })
  expect(fixed.json()).toMatchObject({ state: 'good', faults: [] })
  const job = await apply(preview.id)
  expect(job).toMatchObject({ state: 'done', message: '新增 4' })
  expect((await admin('GET', `/api/platform/imports/${preview.id}`)).json()).toMatchObject({
    state: 'done',
    applied: 4,
    bad: 1,
    duplicates: 1,
  })
  const { 0: bench } = (await admin('GET', `/api/parks/benches?filter=${encodeURIComponent('{"code":"A-2"}')}`)).json()
  expect(bench).toMatchObject({
    communityId: '411402004002',
    place: '绿苑路口',
    seats: 4,
    material: 'stone',
    shade: false,
    placedOn: '2020-03-05',
    price: 120050,
  })
  const { 0: dated } = (await admin('GET', `/api/parks/benches?filter=${encodeURIComponent('{"code":"A-3"}')}`)).json()
  expect(dated).toMatchObject({ placedOn: '2021-01-02', uses: ['chess'] })

  const sheet = await cellsOf((await admin('GET', `/api/platform/imports/${preview.id}/bad.xlsx`)).rawPayload)
  const line = sheet.find((cells) => cells.includes(8))
  expect(line).toContainEqual(expect.stringContaining('请填写位置'))

  const again = (await send('/api/parks/benches/imports', file)).json()
  expect((await apply(again.id)).message).toBe('没有变化 3')
  expect((await admin('GET', '/api/parks/benches')).headers['content-range']).toBe('parks.benches 0-3/4')
})

test('a row that somebody leaves out is not written, and taken up again is asked about as before', async () => {
  const file = await workbook(
    ['社区', '位置', '编号', '座位'],
    [
      ['前程社区', '要的', 'B-1', 5],
      ['前程社区', '不要的', 'B-2', 5],
      ['前程社区', '已经有的', 'A-3', 5],
    ],
  )
  const preview = (await send('/api/parks/benches/imports', file)).json()
  const decide = async (no: number, decision: string | null) =>
    (await admin('PUT', `/api/platform/imports/${preview.id}/rows/${no}`, { decision })).json()
  const [, unwanted, known] = await rowsOf(preview.id)
  expect(await decide(unwanted.no, 'skip')).toMatchObject({ state: 'skipped' })
  expect((await apply(preview.id)).message).toBe('新增 1，重复待定 1')
  expect(await decide(known.no, 'skip')).toMatchObject({ state: 'skipped' })
  expect(await decide(known.no, null)).toMatchObject({ state: 'duplicate', decision: null })
  expect((await rowsOf(preview.id)).map(({ state }: { state: string }) => state)).toEqual(['applied', 'skipped', 'duplicate'])
  expect((await admin('GET', `/api/parks/benches?filter=${encodeURIComponent('{"code":"B-2"}')}`)).json()).toEqual([])
})

test('what is there already waits for a decision', async () => {
  const file = await workbook(['社区', '位置', '编号', '座位'], [['前程社区', '换了位置', 'A-3', 5]])
  const preview = (await send('/api/parks/benches/imports', file)).json()
  expect((await apply(preview.id)).message).toBe('重复待定 1')
  const [row] = await rowsOf(preview.id)
  expect(row).toMatchObject({ state: 'duplicate', candidates: [{ label: '北门' }] })
  expect((await admin('PUT', `/api/platform/imports/${preview.id}/rows/${row.no}`, { decision: 'somebody' })).json().code).toBe(
    'import.decision',
  )
  await admin('PUT', `/api/platform/imports/${preview.id}/rows/${row.no}`, { decision: row.candidates[0].id })
  expect((await apply(preview.id)).message).toBe('更新 1')
  const { 0: bench } = (await admin('GET', `/api/parks/benches?filter=${encodeURIComponent('{"code":"A-3"}')}`)).json()
  expect(bench).toMatchObject({ place: '换了位置', seats: 5 })
})

test('a clerk imports into her own community alone, and her import is nobody else’s', async () => {
  const clerk = await server.as('前程')
  const file = await workbook(
    ['位置', '社区'],
    [
      ['自己的', null],
      ['别人的', '绿苑社区'],
    ],
  )
  const { payload, headers } = upload(file)
  const preview = (await clerk('POST', '/api/parks/benches/imports', payload, headers)).json()
  const { jobId } = (await clerk('POST', `/api/platform/imports/${preview.id}/apply`, { rows: 'good' })).json()
  await server.store.jobs.drain()
  expect((await clerk('GET', `/api/platform/jobs/${jobId}`)).json().message).toBe('新增 1，未通过 1')
  expect((await admin('GET', `/api/platform/imports/${preview.id}`)).json().code).toBe('import.not_there')
  expect((await admin('GET', `/api/platform/jobs/${jobId}`)).statusCode).toBe(404)
  const merchant = await server.as('merchant')
  expect((await merchant('POST', '/api/parks/benches/imports', payload, headers)).statusCode).toBe(403)
})

test('an old identity number becomes the present one, is said so, and is the same person', async () => {
  const file = await workbook(
    ['姓名', '身份证号', '社区'],
    [
      ['甲', '110105491231002', '前程社区'],
      ['甲', '11010519491231002X', '前程社区'],
      ['乙', '110105491331002', '前程社区'],
      ['丙', '110105981231997', '前程社区'],
      ['丁', '770105491231002', '前程社区'],
      ['戊', 110105500101003, '前程社区'],
    ],
  )
  const preview = (await send('/api/parks/donors/imports', file)).json()
  expect(preview).toMatchObject({ total: 6, good: 2, bad: 3, duplicates: 1, remarked: 2 })
  const rows = await rowsOf(preview.id)
  const said = rows.map((row: { faults: { code: string }[]; remarks: { code: string }[] }) => [
    row.faults.map(({ code }) => code),
    row.remarks.map(({ code }) => code),
  ])
  expect(said).toEqual([
    [[], ['import.id_converted']],
    [['import.same_as'], []],
    [['id.birth_date'], []],
    [['id.fifteen_centenarian'], []],
    [['id.area'], []],
    [[], ['import.id_converted']],
  ])
  expect(rows[0].values.idNumber).toBe('11010519491231002X')
  expect(rows[0].remarks[0]).toMatchObject({ field: 'idNumber', zh: '15 位旧身份证号已换算成 18 位，请核对出生年份' })
  const remarked = `/api/platform/imports/${preview.id}/rows?filter=${encodeURIComponent('{"remarked":true}')}`
  const shown = await admin('GET', remarked)
  expect(shown.headers['content-range']).toBe('rows 0-1/2')
  const kept = await admin('PUT', `/api/platform/imports/${preview.id}/rows/${rows[0].no}`, { values: { name: '甲甲' } })
  expect(kept.json()).toMatchObject({ state: 'good', remarks: [{ code: 'import.id_converted' }] })
  const changed = await admin('PUT', `/api/platform/imports/${preview.id}/rows/${rows[5].no}`, { values: { idNumber: '' } })
  expect(changed.json()).toMatchObject({ state: 'good', remarks: [] })
  expect((await apply(preview.id)).message).toBe('新增 2')
  const found = (await admin('GET', `/api/parks/donors?filter=${encodeURIComponent('{"idNumber":"11010519491231002X"}')}`)).json()
  expect(found).toMatchObject([{ name: '甲甲', idNumber: '110105********002X' }])
})

test('a CSV in the encoding of Chinese Excel is read like a workbook', async () => {
  const gbk = Buffer.from('位置,社区,座位\n'.split('').flatMap((character) => GBK[character] ?? [character.charCodeAt(0)]))
  const answer = await send('/api/parks/benches/imports', Buffer.concat([gbk, Buffer.from('"a ""b"" c",411402004001,3\n')]), 'a.csv')
  expect(answer.json()).toMatchObject({ good: 1, columns: [{ field: 'place' }, { field: 'communityId' }, { field: 'seats' }] })
  const utf8 = await send('/api/parks/benches/imports', '\ufeff位置,社区\r\n"东,门",前程社区\r\n', 'a.csv')
  expect((await rowsOf(utf8.json().id))[0].values.place).toBe('东,门')
})

const GBK: Readonly<Record<string, readonly number[]>> = {
  位: [0xce, 0xbb],
  置: [0xd6, 0xc3],
  社: [0xc9, 0xe7],
  区: [0xc7, 0xf8],
  座: [0xd7, 0xf9],
}

test('what is no spreadsheet, or a hostile one, is refused in words', async () => {
  const refusals: [string, Buffer | string, string][] = [
    ['sheet.not_a_sheet', Buffer.from('<html>'), 'a.xlsx'],
    ['sheet.not_a_sheet', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), 'a.png'],
    ['sheet.empty', '', 'a.xlsx'],
    ['sheet.old_format', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'a.xls'],
    ['sheet.damaged', Buffer.from('PK\u0003\u0004 and nothing more'), 'a.xlsx'],
    ['sheet.not_a_sheet', zip({ 'word/document.xml': '<a/>' }), 'a.docx'],
    ['sheet.macros', zip({ ...SHEET, 'xl/vbaProject.bin': 'x' }), 'a.xlsm'],
    ['sheet.bomb', zip({ ...SHEET, 'xl/worksheets/sheet1.xml': 'x'.repeat(30_000_000) }), 'bomb.xlsx'],
    ['sheet.bomb', zip({ ...SHEET, 'xl/worksheets/sheet1.xml': `<row>${'x'.repeat(6_000_000)}` }, 100), 'liar.xlsx'],
    ['sheet.no_headings', await workbook(['甲', '乙'], [['1', '2']]), 'a.xlsx'],
    ['sheet.empty', await workbook(['位置', '社区'], []), 'a.xlsx'],
    ['sheet.damaged', (await workbook(['位置', '社区'], [['a', 'b']])).subarray(0, 2000), 'cut.xlsx'],
  ]
  for (const [code, file, name] of refusals) {
    const answer = await send('/api/parks/benches/imports', file, name)
    if (answer.statusCode === 201) {
      // A busy machine answers before it has read: then the import says so itself.
      await expect
        .poll(async () => (await admin('GET', `/api/platform/imports/${answer.json().id}`)).json(), { timeout: 60_000 })
        .toMatchObject({
          state: 'failed',
          message: expect.stringMatching(/[\u4e00-\u9fff]/),
        })
      continue
    }
    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect(answer.statusCode).toBeLessThan(500)
    expect([name, answer.json().code]).toEqual([name, code])
  }
  expect((await admin('POST', '/api/parks/benches/imports', { file: 'x' })).statusCode).toBeLessThan(500)
  const none = await admin('POST', '/api/parks/benches/imports', '------x--\r\n', { 'content-type': 'multipart/form-data; boundary=----x' })
  expect(none.statusCode).toBe(400)
})

test('an export has the official header, no formula of somebody’s, and comes back in through the import', async () => {
  const evil = ['=1+1', '+cmd', '-2', '@sum', '<b>&"x"</b>']
  for (const place of evil) await admin('POST', '/api/parks/benches', { place, communityId: '411402004001' })
  const answer = await admin('GET', '/api/parks/benches/export.xlsx?columns=place,communityId,seats,status,price')
  expect(answer.headers['content-type']).toContain('spreadsheetml')
  const cells = await cellsOf(answer.rawPayload)
  expect(cells[0]?.[0]).toBe('河南省商丘市梁园区白云街道办事处')
  expect(cells[1]?.[0]).toBe('长椅台账')
  expect(cells[3]).toEqual(['位置', '社区', '座位', '状态', '造价'])
  expect(cells.map((row) => row[0])).toEqual(expect.arrayContaining(evil))
  expect(cells).toContainEqual(['绿苑路口', '绿苑社区居委会', 4, '完好', 1200.5])
  const back = (await send('/api/parks/benches/imports', answer.rawPayload)).json()
  expect(back.bad).toBe(0)
  expect(back.total).toBe(cells.length - 4)
  const report = await admin('GET', '/api/parks/reports/per-community/export.xlsx')
  expect((await cellsOf(report.rawPayload)).at(-1)?.[0]).toBe('合计')
  const entries = (await admin('GET', `/api/platform/audit?filter=${encodeURIComponent('{"verb":"export"}')}`)).json()
  expect(entries).toContainEqual(
    expect.objectContaining({
      resource: 'parks.benches',
      after: expect.objectContaining({ rows: back.total, fields: ['place', 'communityId', 'seats', 'status', 'price'] }),
    }),
  )
})

test('above contact data an export asks for a purpose', async () => {
  const clerk = await server.as('前程')
  await clerk('POST', '/api/parks/donors', { name: '张三', phone: '13812345678', illness: '糖尿病' })
  expect((await clerk('GET', '/api/parks/donors/export.xlsx?columns=name,illness')).json().code).toBe('privacy.purpose_needed')
  const sheet = await cellsOf((await clerk('GET', '/api/parks/donors/export.xlsx?columns=name,phone,illness&purpose=service')).rawPayload)
  expect(sheet).toContainEqual(['张三', '138****5678', '糖尿病'])
})

const SHEET = {
  '[Content_Types].xml': '<Types/>',
  'xl/workbook.xml': '<workbook><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>',
  'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
  'xl/worksheets/sheet1.xml': '<worksheet/>',
}

/** An archive; `claimed` is a lie about the size of the parts. */
function zip(parts: Readonly<Record<string, string>>, claimed?: number): Buffer {
  const local: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [path, content] of Object.entries(parts)) {
    const name = Buffer.from(path)
    const packed = deflateRawSync(content)
    const header = Buffer.alloc(30)
    header.writeUInt32LE(0x04034b50, 0)
    header.writeUInt16LE(8, 8)
    header.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(claimed ?? content.length, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(offset, 42)
    local.push(header, name, packed)
    directory.push(entry, name)
    offset += 30 + name.length + packed.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(parts).length, 8)
  end.writeUInt16LE(Object.keys(parts).length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, central, end])
}
