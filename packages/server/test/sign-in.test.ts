import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { closeLinli, openLinli, SESSION_COOKIE } from '../src/index.ts'
import { street } from './fixtures/parks/parks.ts'
import { type Client, load, PASSWORD, type Started, start } from './fixtures/start.ts'

let server: Started
beforeAll(async () => {
  server = await start()
})
afterAll(() => server.end())
beforeEach(() => {
  vi.useRealTimers()
})

const signIn = (username: string, password: string, code?: string) =>
  server.ask({ method: 'POST', url: '/api/auth/sign-in', payload: { username, password, ...(code ? { code } : {}) } })

async function clientOf(username: string, password: string, code?: string): Promise<Client> {
  const answer = await signIn(username, password, code)
  expect(answer.statusCode).toBe(200)
  const value = answer.cookies.find(({ name }) => name === SESSION_COOKIE)?.value ?? ''
  const cookie = `${SESSION_COOKIE}=${encodeURIComponent(value)}`
  return (method, url, body, headers) => server.ask({ method, url, headers: { cookie, ...headers }, payload: body as object })
}

/** An account with a post, and its initial password. */
async function hire(username: string, role = 'community-director', communityId: string | null = '411402004001') {
  const admin = await server.as('admin')
  const account = (await admin('POST', '/api/platform/accounts', { username, name: username })).json()
  const roles = (await admin('GET', `/api/platform/roles?filter=${encodeURIComponent(JSON.stringify({ name: role }))}`)).json()
  const post = await admin('POST', '/api/platform/posts', { accountId: account.id, roleId: roles[0].id, from: '2026-01-01', communityId })
  expect(post.statusCode).toBe(201)
  const { password } = (await admin('POST', `/api/platform/accounts/${account.id}/actions/reset-password`, {})).json()
  return { account, post: post.json(), password: password as string }
}

test('the cookie is out of reach of scripts and other sites, and a demo account is told', async () => {
  const answer = await signIn('admin', PASSWORD)
  expect(answer.cookies.find(({ name }) => name === SESSION_COOKIE)).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
  const { demo } = (await server.ask({ method: 'GET', url: '/api/street' })).json()
  expect(demo.accounts[0]).toEqual({ username: 'admin', password: PASSWORD, title: '街道管理员' })
})

test('a new account does nothing before it has changed its password', async () => {
  const { password } = await hire('新同事')
  const fresh = await clientOf('新同事', password)
  expect((await fresh('GET', '/api/me')).json().account.mustChangePassword).toBe(true)
  expect((await fresh('GET', '/api/parks/benches')).json().code).toBe('auth.change_first')
  expect((await fresh('POST', '/api/auth/password', { current: 'nope', next: 'Kaixin-2026' })).json().code).toBe('auth.password_wrong')
  expect((await fresh('POST', '/api/auth/password', { current: password, next: '12345678' })).json().code).toBe('auth.password_simple')
  expect((await fresh('POST', '/api/auth/password', { current: password, next: 'Kaixin-2026' })).statusCode).toBe(204)
  expect((await fresh('GET', '/api/parks/benches')).statusCode).toBe(200)
  expect((await signIn('新同事', password)).statusCode).toBe(401)
})

test('an account for whom a record is about is opened in one go, bound to the record and its place, or not at all', async () => {
  const admin = await server.as('admin')
  const bench = (await admin('POST', '/api/parks/benches', { place: '南门长椅', communityId: '411402004001' })).json()
  const open = (more: object) =>
    admin('POST', '/api/platform/actions/open-account', {
      username: '13800009999',
      name: '看椅人',
      role: 'resident',
      subjectResource: 'parks.benches',
      subjectId: bench.id,
      ...more,
    })
  expect((await open({ subjectResource: 'parks.donors' })).json().code).toBe('post.no_subject')
  expect((await open({ subjectId: '01900003-0000-7000-8000-000000000000' })).statusCode).toBe(404)
  expect((await open({ role: 'nobody' })).json().code).toBe('post.no_role')
  const { accountId, username, password } = (await open({})).json()
  expect((await open({})).json().code).toBe('account.username_taken')
  const filter = encodeURIComponent(JSON.stringify({ subjectResource: 'parks.benches', subjectId: bench.id }))
  expect((await admin('GET', `/api/platform/posts?filter=${filter}`)).json()).toMatchObject([{ accountId, communityId: '411402004001' }])
  const fresh = await clientOf(username as string, password as string)
  expect((await fresh('GET', '/api/me')).json()).toMatchObject({
    account: { mustChangePassword: true },
    posts: [{ subject: { resource: 'parks.benches', id: bench.id } }],
  })
})

test('five wrong passwords lock the name, say until when, and the administrator unlocks it', async () => {
  const { account, password } = await hire('locked')
  for (let attempt = 1; attempt < 5; attempt += 1) expect((await signIn('locked', 'wrong')).json().code).toBe('auth.wrong')
  const last = await signIn('locked', 'wrong')
  expect(last.json()).toMatchObject({ status: 401, code: 'auth.locked', zh: expect.stringMatching(/请在 \d\d:\d\d 之后再试/) })
  expect((await signIn('locked', password)).json().code).toBe('auth.locked')
  const admin = await server.as('admin')
  const shown = (await admin('GET', `/api/platform/accounts/${account.id}`)).json()
  expect(Date.parse(shown.lockedUntil)).toBeGreaterThan(Date.now())
  expect((await admin('POST', `/api/platform/accounts/${account.id}/unlock`, {})).json().lockedUntil).toBeNull()
  expect((await signIn('locked', password)).statusCode).toBe(200)
})

test('the lock ends by itself', async () => {
  const { password } = await hire('patient')
  for (let attempt = 0; attempt < 5; attempt += 1) await signIn('patient', 'wrong')
  expect((await signIn('patient', password)).json().code).toBe('auth.locked')
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 16 * 60_000 })
  expect((await signIn('patient', password)).statusCode).toBe(200)
})

test('many guesses at once are counted like many guesses one after another', async () => {
  await hire('parallel')
  const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => signIn('parallel', `guess ${index}`)))
  const codes = answers.map((answer) => answer.json().code)
  expect(codes.filter((code) => code === 'auth.wrong').length).toBeLessThanOrEqual(5)
  expect(codes.filter((code) => code === 'auth.locked').length).toBeGreaterThanOrEqual(15)
})

test('an unknown name is refused in the same words, and locks the same', async () => {
  for (let attempt = 1; attempt < 5; attempt += 1) expect((await signIn('nobody', 'x')).json().code).toBe('auth.wrong')
  expect((await signIn('nobody', 'x')).json().code).toBe('auth.locked')
})

test('taking a post away, or disabling the account, is felt at once', async () => {
  const { account, post, password } = await hire('leaving')
  const leaving = await clientOf('leaving', password)
  await leaving('POST', '/api/auth/password', { current: password, next: 'Zaijian-2026' })
  expect((await leaving('GET', '/api/parks/benches')).statusCode).toBe(200)
  const admin = await server.as('admin')
  expect((await admin('DELETE', `/api/platform/posts/${post.id}`)).statusCode).toBe(200)
  expect((await leaving('GET', '/api/parks/benches')).statusCode).toBe(403)
  expect((await admin('POST', `/api/platform/accounts/${account.id}/disable`, {})).json().status).toBe('disabled')
  expect((await leaving('GET', '/api/me')).statusCode).toBe(401)
  expect((await signIn('leaving', 'Zaijian-2026')).json().code).toBe('auth.disabled')
})

test('a role is edited as data, and nobody gives what they do not hold', async () => {
  const admin = await server.as('admin')
  const { password } = await hire('editor', 'community-director')
  const editor = await clientOf('editor', password)
  await editor('POST', '/api/auth/password', { current: password, next: 'Bianji-2026' })
  const made = await admin('POST', '/api/platform/roles', {
    name: 'poster',
    title: '人事',
    allow: ['platform.posts.*', 'platform.roles.read'],
  })
  expect(made.statusCode).toBe(201)
  const me = (await editor('GET', '/api/me')).json()
  const admins = (await admin('GET', `/api/platform/roles?filter=${encodeURIComponent('{"name":"street-admin"}')}`)).json()
  await admin('POST', '/api/platform/posts', { accountId: me.account.id, roleId: made.json().id, from: '2026-01-01' })
  const lift = await editor('POST', '/api/platform/posts', { accountId: me.account.id, roleId: admins[0].id, from: '2026-01-01' })
  expect(lift.json().code).toBe('post.beyond_own')
  expect((await admin('POST', `/api/platform/accounts/${(await admin('GET', '/api/me')).json().account.id}/disable`, {})).json().code).toBe(
    'account.self',
  )
})

test('a page of another site can make nothing happen', async () => {
  const cookie = await server.cookie('admin')
  const send = (headers: Record<string, string>) =>
    server.app.inject({
      method: 'POST',
      url: '/api/parks/kinds',
      headers: { host: 'localhost', cookie, ...headers },
      payload: { title: 'x' },
    })
  expect((await send({ origin: 'https://evil.example' })).json().code).toBe('auth.origin')
  expect((await send({ origin: 'null' })).json().code).toBe('auth.origin')
  expect((await send({ 'sec-fetch-site': 'cross-site' })).json().code).toBe('auth.origin')
  expect((await send({})).json().code).toBe('auth.origin')
  expect((await send({ origin: 'http://localhost' })).statusCode).toBe(201)
})

test('one sees the devices on which one is signed in, and ends one', async () => {
  const { password } = await hire('devices')
  const first = await clientOf('devices', password)
  const second = await clientOf('devices', password)
  const sessions = (await first('GET', '/api/auth/sessions')).json() as { id: string; current: boolean }[]
  expect(sessions).toHaveLength(2)
  const other = sessions.find(({ current }) => !current)
  expect((await first('DELETE', `/api/auth/sessions/${other?.id}`)).statusCode).toBe(204)
  expect((await second('GET', '/api/me')).statusCode).toBe(401)
  expect((await first('POST', '/api/auth/sign-out')).statusCode).toBe(204)
  expect((await first('GET', '/api/me')).statusCode).toBe(401)
})

test('a street without any account is given its first administrator, once', async () => {
  const empty = await start({ streets: [street('411402005', '平原街道', [])], demo: undefined })
  const [first] = empty.services.firstAdministrators
  expect(first).toMatchObject({ street: '411402005', username: 'admin' })
  const answer = await empty.ask({ method: 'POST', url: '/api/auth/sign-in', payload: { username: 'admin', password: first?.password } })
  expect(answer.json()).toEqual({ mustChangePassword: true })
  await empty.close()
  const again = await openLinli({ streets: [street('411402005', '平原街道', [])], dataDir: empty.dataDir }, load)
  expect(again.firstAdministrators).toEqual([])
  await closeLinli(again)
}, 120_000)

test('two-step sign-in asks for the code of the phone', async () => {
  const { password } = await hire('careful')
  const careful = await clientOf('careful', password)
  await careful('POST', '/api/auth/password', { current: password, next: 'Xiaoxin-2026' })
  const started = await careful('POST', '/api/auth/totp/start', { password: 'Xiaoxin-2026' })
  expect(started.statusCode).toBe(200)
  const { uri, backupCodes } = started.json()
  expect(backupCodes.length).toBeGreaterThan(5)
  expect((await careful('POST', '/api/auth/totp/confirm', { code: '000000' })).json().code).toBe('auth.code_wrong')
  expect((await careful('POST', '/api/auth/totp/confirm', { code: totp(uri) })).statusCode).toBe(204)
  expect((await signIn('careful', 'Xiaoxin-2026')).json().code).toBe('auth.code_needed')
  expect((await signIn('careful', 'Xiaoxin-2026', '000000')).json().code).toBe('auth.code_wrong')
  const again = await clientOf('careful', 'Xiaoxin-2026', totp(uri))
  expect((await again('GET', '/api/me')).statusCode).toBe(200)
  expect((await again('POST', '/api/auth/totp/stop', { password: 'Xiaoxin-2026' })).statusCode).toBe(204)
  expect((await signIn('careful', 'Xiaoxin-2026')).statusCode).toBe(200)
})

/** RFC 6238, as a phone computes it. */
function totp(uri: string): string {
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  const bits = [...secret.replace(/=+$/, '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const hash = createHmac('sha1', key).update(counter).digest()
  const offset = (hash.at(-1) ?? 0) & 15
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
