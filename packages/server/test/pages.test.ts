import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Started, start } from './fixtures/start.ts'

let server: Started
const folder = mkdtempSync(join(tmpdir(), 'linli-pages-'))
const lines: string[] = []

beforeAll(async () => {
  for (const [app, title] of [
    ['admin', '管理'],
    ['portal', '手机'],
  ] as const) {
    mkdirSync(join(folder, app, 'assets'), { recursive: true })
    writeFileSync(join(folder, app, 'index.html'), `<title>${title}</title>`)
    writeFileSync(join(folder, app, 'assets', 'main-abc123.js'), 'export {}')
  }
  server = await start({
    adminDir: join(folder, 'admin'),
    portalDir: join(folder, 'portal'),
    logger: { level: 'info', stream: { write: (line: string) => void lines.push(line) } },
  })
})
afterAll(async () => {
  await server.end()
  rmSync(folder, { recursive: true, force: true })
})

const get = (url: string) => server.ask({ method: 'GET', url })

test('the pages answer their own addresses, and their files are kept by browsers', async () => {
  expect((await get('/')).body).toContain('管理')
  expect((await get('/parks/benches/create')).body).toContain('管理')
  expect((await get('/m/')).body).toContain('手机')
  expect((await get('/m/till')).body).toContain('手机')
  expect((await get('/')).headers['cache-control']).toBe('no-cache')
  expect((await get('/assets/main-abc123.js')).headers['cache-control']).toContain('immutable')
  for (const url of [
    '/assets/missing.js',
    '/m/assets/missing.js',
    '/api/missing',
    '/../../etc/passwd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/.env',
  ]) {
    const answer = await get(url)
    expect([url, answer.body.includes('root:'), answer.statusCode >= 500]).toEqual([url, false, false])
  }
  expect((await get('/assets/missing.js')).statusCode).toBe(404)
})

test('it says that it lives and that it can be used', async () => {
  expect((await get('/api/health')).json()).toEqual({ ok: true })
  expect((await get('/api/ready')).json()).toEqual({ ok: true })
})

test('the log names routes and never a person, an id or what somebody typed', async () => {
  const admin = await server.as('admin')
  await admin('GET', `/api/parks/donors?filter=${encodeURIComponent('{"phone":"13812345678"}')}`)
  await admin('POST', '/api/parks/donors', { name: '张三丰', phone: '13812345678', communityId: '411402004001' })
  await admin('GET', '/api/parks/donors/01931b6e-7a00-7000-8000-000000000001')
  const log = lines.join('')
  expect(log).toContain('"route":"/api/parks/donors/:id"')
  for (const secret of ['13812345678', '张三丰', '01931b6e-7a00-7000-8000-000000000001', 'Qiancheng', 'linli_session', '王丽']) {
    expect([secret, log.includes(secret)]).toEqual([secret, false])
  }
})

test('files are taken by what they are, given back to their uploader alone, and never run', async () => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
  const admin = await server.as('admin')
  const send = (content: Buffer, name: string) => {
    const head = `--b\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: image/png\r\n\r\n`
    return admin('POST', '/api/platform/files', Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n--b--\r\n')]), {
      'content-type': 'multipart/form-data; boundary=b',
    })
  }
  const kept = await send(png, '照片.png')
  expect(kept.json()).toMatchObject({ name: '照片.png', mediaType: 'image/png', size: png.length })
  for (const body of ['--b\r\nfoo', '--b\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\n\r\nhalf', '']) {
    const cut = await admin('POST', '/api/platform/files', body, { 'content-type': 'multipart/form-data; boundary=b' })
    expect([body, cut.statusCode, cut.json().zh]).toEqual([body, 400, expect.stringMatching(/重新上传|选择/)])
  }
  expect((await admin('POST', '/api/platform/files', 'x', { 'content-type': 'multipart/form-data' })).statusCode).toBe(400)
  const given = await admin('GET', `/api/platform/files/${kept.json().id}`)
  expect(given.rawPayload.equals(png)).toBe(true)
  expect(given.headers['content-security-policy']).toContain('sandbox')
  expect((await (await server.as('merchant'))('GET', `/api/platform/files/${kept.json().id}`)).statusCode).toBe(404)
  expect((await send(Buffer.from('<html><script>alert(1)</script></html>'), 'a.png')).statusCode).toBe(415)
})
