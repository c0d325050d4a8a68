import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { parseInput, pluginPermissions, type AnyPlugin, type AnyResource } from '@linli/kit'
import { platform } from '@linli/kit/platform'
import { clubs } from '../app/clubs/index.ts'
import { street } from '../app/street.ts'
import { answers, seed, uuid, type FakeRow } from './rows.ts'

type Json = Record<string, unknown>

interface Call {
  readonly method: string
  readonly path: readonly string[]
  readonly query: URLSearchParams
  readonly body: Json
  readonly response: ServerResponse
}

const PLUGINS = [clubs, platform] as unknown as readonly AnyPlugin[]
const PASSWORD = 'demo-Linli-2026'

/** The contract of docs/http-api.md over rows in memory: for looking at the screens and for their tests, nothing else. */
export function fakeServer(): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  const rows = new Map<string, FakeRow[]>()
  seed(rows)
  const modules = { enabled: true, version: 1, settings: { quota: 30, open: true } as Json }
  const imports = new Map<string, { rows: Json[]; applied: number; state: string; polls: number }>()
  let signedIn: string | null = null
  let totp = false
  const resources = new Map(PLUGINS.flatMap((plugin) => plugin.resources).map((resource) => [resource.name, resource]))

  const send = (response: ServerResponse, status: number, body?: unknown, headers: Record<string, string> = {}): void => {
    response.writeHead(status, { 'content-type': status >= 400 ? 'application/problem+json' : 'application/json', ...headers })
    response.end(body === undefined ? '' : JSON.stringify(body))
  }
  const refuse = (response: ServerResponse, status: number, code: string, zh: string, field?: string): void =>
    send(response, status, {
      type: 'about:blank',
      title: zh,
      status,
      code,
      zh,
      en: code,
      errors: [{ code, zh, en: code, ...(field ? { field } : {}) }],
    })
  const stamp = (row: FakeRow): void => {
    row.version += 1
    row.updatedAt = new Date().toISOString()
  }

  function me(): Json {
    const scope = { kind: 'street', streetId: street.code }
    const plugins = modules.enabled ? PLUGINS : PLUGINS.filter(({ id }) => id === 'platform')
    return {
      account: { id: uuid(9000), username: signedIn, name: '周管理', mustChangePassword: false },
      street: { code: street.code, name: street.name, officialName: street.officialName },
      places: street.communities.map(({ code, name }) => ({ code, name, kind: 'community', parentCode: street.code })),
      modules: modules.enabled ? [{ id: 'clubs', package: '@linli/admin-test-clubs', title: clubs.title }] : [],
      permissions: Object.fromEntries(plugins.flatMap((plugin) => pluginPermissions(plugin)).map(({ name }) => [name, scope])),
      clearance: { show: 'P1', reveal: 'P3' },
      posts: [{ role: 'street-admin', roleTitle: '街道管理员', place: { streetId: street.code }, subject: null }],
      demo: true,
    }
  }

  function list({ query, response }: Call, resource: AnyResource): void {
    const filter = JSON.parse(query.get('filter') ?? '{}') as Json
    if (query.get('resource')) filter.resource = query.get('resource')
    const [field, order] = JSON.parse(query.get('sort') ?? '["createdAt","DESC"]') as [string, string]
    const [from, to] = JSON.parse(query.get('range') ?? '[0,24]') as [number, number]
    const found = (rows.get(resource.name) ?? []).filter((row) => answers(row, filter, resource))
    const sorted = found.toSorted((a, b) => (String(a[field]) < String(b[field]) ? -1 : 1) * (order === 'DESC' ? -1 : 1))
    const page = sorted.slice(from, to + 1)
    send(response, 200, page, {
      'content-range': `${resource.name} ${from}-${from + page.length - 1}/${found.length}`,
      ...(to + 1 < found.length ? { 'x-next': `c${to + 1}` } : {}),
    })
  }

  function write(call: Call, resource: AnyResource, id: string | undefined): void {
    const { body, response } = call
    const { version, communityId, gridId, ...values } = body
    const known = rows.get(resource.name) ?? []
    const row = known.find((one) => one.id === id)
    if (id && !row) return refuse(response, 404, 'row.not_found', '这条记录不存在')
    if (row && version !== undefined && version !== row.version) return refuse(response, 409, 'row.stale', '这条记录已被别人修改')
    const parsed = parseInput(resource.fields, values, { mode: row ? 'patch' : 'create', allowTestArea: true })
    if (!parsed.ok) return send(response, 400, { ...parsed.faults[0], status: 400, errors: parsed.faults })
    if (values.name === '重名') return refuse(response, 409, 'row.taken', '姓名已经有了', 'name')
    if (row) {
      Object.assign(row, parsed.value, communityId === undefined ? {} : { communityId })
      stamp(row)
      return send(response, 200, row)
    }
    const now = new Date().toISOString()
    const made = {
      id: randomUUID(),
      communityId: communityId ?? null,
      gridId: gridId ?? null,
      version: 1,
      createdAt: now,
      createdBy: uuid(9000),
      updatedAt: now,
      updatedBy: uuid(9000),
      ...(resource.workflow ? { status: resource.workflow.initial, statusSince: now, dueAt: null, dueProvisional: false } : {}),
      ...parsed.value,
    } as FakeRow
    known.unshift(made)
    rows.set(resource.name, known)
    send(response, 201, made)
  }

  function onRow(call: Call, resource: AnyResource, id: string, verb: string): void {
    const { response, body, method } = call
    const row = (rows.get(resource.name) ?? []).find((one) => one.id === id)
    if (!row) return refuse(response, 404, 'row.not_found', '这条记录不存在')
    if (verb === 'timeline') {
      return send(response, 200, {
        entries: [
          {
            at: row.updatedAt,
            actorId: uuid(9001),
            actorName: '李书记',
            verb: 'update',
            title: '修改',
            changes: [{ field: resource.display, title: '名称', before: '旧名', after: row[resource.display] }],
            reason: null,
          },
          { at: row.createdAt, actorId: uuid(9000), actorName: '周管理', verb: 'create', title: '新增', changes: [], reason: null },
        ],
      })
    }
    if (verb === 'reveal') {
      if (!body.purpose) return refuse(response, 422, 'privacy.purpose_needed', '请先选择查看用途')
      return send(
        response,
        200,
        Object.fromEntries((body.fields as string[]).map((field) => [field, field === 'phone' ? '13800001234' : '990101194003071234'])),
      )
    }
    if (verb === 'actions') return send(response, 200, { password: 'Kd7-mPq2-Wx9' })
    const step = resource.workflow?.steps[verb]
    if (!step || method !== 'POST') return refuse(response, 404, 'http.not_found', '没有这个地址')
    if (!step.from.includes(String(row.status))) return refuse(response, 422, 'workflow.not_from_here', '现在不能办这一步')
    const parsed = parseInput(step.input ?? {}, body.input ?? {})
    if (!parsed.ok) return send(response, 400, { ...parsed.faults[0], status: 400, errors: parsed.faults })
    Object.assign(row, parsed.value, { status: step.to, statusSince: new Date().toISOString(), dueAt: null, dueProvisional: false })
    stamp(row)
    return send(response, 200, row)
  }

  function platformCall(call: Call): boolean {
    const { path, method, response, body, query } = call
    const [, what = '', id = '', sub = ''] = path
    const waiting = (rows.get('clubs.requests') ?? []).filter(({ status }) => status === 'submitted' || status === 'accepted')
    switch (what) {
      case 'inbox':
        send(response, 200, {
          items: waiting.map((row) => ({
            resource: 'clubs.requests',
            resourceTitle: '活动申请',
            id: row.id,
            label: row.title,
            status: row.status,
            statusTitle: row.status === 'submitted' ? '待受理' : '办理中',
            steps: row.status === 'submitted' ? [{ name: 'accept', title: '受理' }] : [{ name: 'approve', title: '同意' }],
            since: row.statusSince,
            dueAt: row.dueAt,
            dueProvisional: row.dueProvisional,
            overdue: row.dueAt !== null && String(row.dueAt) < new Date().toISOString(),
            communityId: row.communityId,
          })),
          total: waiting.length,
          counts: [{ resource: 'clubs.requests', title: '活动申请', count: waiting.length, overdue: 2 }],
        })
        return true
      case 'figures':
        send(response, 200, {
          figures: [
            {
              name: 'clubs.people-count',
              title: '居民',
              help: '在册居民',
              value: 63,
              kind: 'count',
              resource: 'clubs.people',
              filter: {},
              groups: [
                { value: 'female', label: '女', count: 32 },
                { value: 'male', label: '男', count: 31 },
              ],
            },
            {
              name: 'clubs.budget-sum',
              title: '活动预算',
              help: null,
              value: 123_456_00,
              kind: 'money',
              resource: 'clubs.requests',
              filter: {},
              groups: [
                { value: 'submitted', label: '待受理', count: 4 },
                { value: 'accepted', label: '办理中', count: 4 },
                { value: 'approved', label: '已同意', count: 3 },
              ],
            },
            {
              name: 'clubs.aged',
              title: '高龄',
              help: '八十岁以上',
              value: 13,
              kind: 'count',
              resource: 'clubs.people',
              filter: { tags: ['aged'] },
              groups: null,
            },
          ],
        })
        return true
      case 'modules':
        if (method === 'PUT') {
          if (typeof body.enabled === 'boolean') modules.enabled = body.enabled
          if (body.settings) modules.settings = body.settings as Json
          modules.version += 1
        }
        send(response, 200, method === 'PUT' ? moduleInfo() : { modules: [moduleInfo()] })
        return true
      case 'permissions':
        send(response, 200, {
          permissions: PLUGINS.flatMap((plugin) => pluginPermissions(plugin).map((entry) => ({ ...entry, module: plugin.id }))),
        })
        return true
      case 'audit':
        if (id !== 'verify') return false
        send(response, 200, { intact: true, entries: 30, firstBroken: null })
        return true
      case 'files':
        send(response, 201, { id: 'a'.repeat(64), name: '照片.png', mediaType: 'image/png', size: 12_345 })
        return true
      case 'jobs':
        send(response, 200, { id, title: '导入居民', state: 'done', done: 5, total: 5, message: null, file: null })
        return true
      case 'imports':
        importCall(call, id, sub, query)
        return true
      default:
        return false
    }
  }

  function moduleInfo(): Json {
    return {
      id: 'clubs',
      title: clubs.title,
      summary: clubs.summary,
      needs: [],
      neededBy: [],
      enabled: modules.enabled,
      settings: modules.settings,
      defaults: { quota: 30, open: true },
      version: modules.version,
      tables: [
        { resource: 'clubs.people', title: '居民', rows: 63 },
        { resource: 'clubs.requests', title: '活动申请', rows: 14 },
      ],
    }
  }

  function importCall({ response, method, body, path }: Call, id: string, sub: string, query: URLSearchParams): void {
    const found = imports.get(id)
    if (!found) return refuse(response, 404, 'import.not_found', '没有这次导入')
    found.polls += 1
    if (found.state === 'reading' && found.polls > 2) found.state = 'preview'
    if (found.state === 'applying' && found.polls > 2) found.state = 'done'
    const count = (state: string): number => found.rows.filter((row) => row.state === state).length
    if (sub === 'rows' && path[4]) {
      const row = found.rows.find(({ no }) => no === Number(path[4])) as Json
      if (body.values) Object.assign(row, { values: body.values, state: 'good', faults: [] })
      if (body.decision) Object.assign(row, { outcome: body.decision, state: body.decision === 'skip' ? 'skipped' : 'good' })
      return send(response, 200, row)
    }
    if (sub === 'rows') {
      const { state } = JSON.parse(query.get('filter') ?? '{}') as Json
      return send(
        response,
        200,
        found.rows.filter((row) => state === undefined || row.state === state),
        { 'content-range': `rows 0-9/${found.rows.length}` },
      )
    }
    if (sub === 'apply' && method === 'POST') {
      for (const row of found.rows) if (row.state === 'good') Object.assign(row, { state: 'applied' })
      found.state = 'applying'
      found.polls = 0
      return send(response, 202, { jobId: uuid(1) })
    }
    const columns = [
      { heading: '姓名', field: 'name', title: '姓名' },
      { heading: '身份证', field: 'idNumber', title: '身份证号' },
      { heading: '备注', field: null, title: null },
    ]
    send(response, 200, {
      id,
      name: 'clubs.people',
      title: '居民',
      fileName: '台账.xlsx',
      state: found.state,
      total: found.rows.length,
      good: count('good'),
      bad: count('bad'),
      duplicates: count('duplicate'),
      applied: count('applied'),
      remarked: 0,
      columns,
      missing: ['电话'],
      jobId: uuid(1),
    })
  }

  function startImport(response: ServerResponse): void {
    const id = randomUUID()
    const row = (no: number, state: string, values: Json, faults: Json[] = [], candidates: Json[] = []): Json => ({
      id: uuid(no),
      no,
      state,
      values,
      faults,
      remarks: [],
      candidates,
      outcome: null,
    })
    imports.set(id, {
      applied: 0,
      state: 'reading',
      polls: 0,
      rows: [
        row(2, 'good', { name: '王一', idNumber: '990101194003071234' }),
        row(3, 'bad', { name: '', idNumber: '990101194003071235' }, [
          { field: 'name', code: 'input.required', zh: '请填写姓名', en: 'Name is required' },
        ]),
        row(4, 'bad', { name: '李四', idNumber: '12345' }, [
          { field: 'idNumber', code: 'id.length', zh: '身份证号应为 18 位', en: '18 digits' },
        ]),
        row(5, 'duplicate', { name: '张三丰', idNumber: '' }, [], [{ id: uuid(2), label: '张三丰 1942-03-03' }]),
        row(6, 'good', { name: '王二', idNumber: '' }),
      ],
    })
    send(response, 201, {
      id,
      name: 'clubs.people',
      title: '居民',
      fileName: '台账.xlsx',
      state: 'reading',
      total: 0,
      good: 0,
      bad: 0,
      duplicates: 0,
      applied: 0,
      remarked: 0,
      columns: [],
      missing: [],
      jobId: uuid(1),
    })
  }

  return async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://fake')
    const path = url.pathname.split('/').slice(2).filter(Boolean)
    const raw = await text(request)
    const isForm = (request.headers['content-type'] ?? '').startsWith('multipart/')
    const body = raw && !isForm ? (JSON.parse(raw) as Json) : {}
    const call: Call = { method: request.method ?? 'GET', path, query: url.searchParams, body, response }
    const [plugin = '', name = '', id, verb] = path
    if (plugin === 'street')
      return send(response, 200, {
        streets: [{ code: street.code, name: street.name }],
        demo: {
          accounts: [
            { username: 'admin', password: PASSWORD, title: '街道管理员' },
            { username: 'qiancheng', password: PASSWORD, title: '前程社区书记' },
          ],
        },
      })
    if (plugin === 'auth' && name === 'sign-in') {
      if (body.password !== PASSWORD) return refuse(response, 401, 'auth.wrong', '用户名或密码不对')
      signedIn = String(body.username)
      return send(response, 200, { mustChangePassword: false })
    }
    if (plugin === 'auth' && name === 'sign-out') signedIn = null
    if (plugin === 'auth' && name === 'sessions')
      return send(response, 200, [
        {
          id: 's1',
          createdAt: new Date().toISOString(),
          device: 'Mozilla/5.0 (Windows NT 10.0) Chrome/140',
          address: '127.0.0.1',
          current: true,
        },
      ])
    if (plugin === 'auth' && name === 'totp') {
      totp = id === 'confirm' || (totp && id !== 'stop')
      return send(response, 200, {
        uri: 'otpauth://totp/Linli:admin?secret=JBSWY3DPEHPK3PXP&issuer=Linli',
        backupCodes: ['1111-2222', '3333-4444'],
      })
    }
    if (plugin === 'auth') return send(response, 204)
    if (!signedIn) return refuse(response, 401, 'auth.needed', '请先登录')
    if (plugin === 'me') return send(response, 200, me())
    if (plugin === 'platform' && platformCall(call)) return undefined
    if (name === 'reports')
      return send(response, 200, {
        name: 'clubs.monthly',
        title: '活动月汇总',
        definition: '按社区统计。',
        asOf: new Date().toISOString(),
        columns: Object.entries(clubs.reports[0].columns).map(([name, column]) => ({ name, ...column })),
        rows: street.communities.map((community, index) => ({
          community: community.name,
          communityId: community.code,
          count: 3 + index,
          budget: 12_345 * (index + 1),
          drills: { count: { resource: 'clubs.requests', filter: { communityId: community.code } } },
        })),
        totals: { count: 12, budget: 74_070 },
        truncated: false,
      })
    if (name === 'actions') return send(response, 200, { settled: 12 })
    const resource = resources.get(`${plugin}.${name}`)
    if (!resource) return refuse(response, 404, 'http.not_found', '没有这个地址')
    if (id === 'imports') return startImport(response)
    if (id === 'export.xlsx')
      return void response.writeHead(200, { 'content-disposition': "attachment; filename*=UTF-8''%E5%AF%BC%E5%87%BA.xlsx" }).end('xlsx')
    if (id && verb) return onRow(call, resource, id, verb)
    if (call.method === 'DELETE') {
      rows.set(
        resource.name,
        (rows.get(resource.name) ?? []).filter((row) => row.id !== id),
      )
      return send(response, 200, {})
    }
    if (call.method !== 'GET') return write(call, resource, id)
    if (!id) return list(call, resource)
    const row = (rows.get(resource.name) ?? []).find((one) => one.id === id)
    return row ? send(response, 200, row) : refuse(response, 404, 'row.not_found', '这条记录不存在')
  }
}

async function text(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}
