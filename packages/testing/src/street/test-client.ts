import type { AnyAction, AnyReport, AnyResource } from '@linli/kit'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { answerOf, type Answer } from './answer.ts'
import { ACTOR_HEADER } from './test-authenticator.ts'
import { PLACES } from './test-places.ts'

type Values = Readonly<Record<string, unknown>>
type Query = Readonly<Record<string, string | number | undefined>>

/** A row as the server answers it. */
export type TestRow = Readonly<Record<string, unknown>> & {
  readonly id: string
  readonly version: number
  readonly communityId: string | null
}

export interface ListOptions {
  readonly filter?: Values
  readonly sort?: readonly [string, 'ASC' | 'DESC']
  readonly range?: readonly [number, number]
  readonly total?: 'exact' | 'bounded' | 'none'
}

export interface StepOptions {
  readonly version?: number
  readonly reason?: string
}

/** Somebody who asks the server by HTTP, as their browser would. */
export interface TestClient {
  /** The account; undefined for somebody who is not signed in. */
  accountId(): Promise<string | undefined>
  get<T = unknown>(path: string, query?: Query): Promise<Answer<T>>
  post<T = unknown>(path: string, body?: unknown): Promise<Answer<T>>
  put<T = unknown>(path: string, body?: unknown): Promise<Answer<T>>
  delete<T = unknown>(path: string): Promise<Answer<T>>
  upload<T = unknown>(
    path: string,
    file: { readonly name: string; readonly content: Uint8Array | string },
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer<T>>
  list<T = TestRow>(resource: Named, options?: ListOptions): Promise<Answer<T[]>>
  find<T = TestRow>(resource: Named, id: string): Promise<Answer<T>>
  create<T = TestRow>(resource: Named, values: Values): Promise<Answer<T>>
  update<T = TestRow>(resource: Named, id: string, values: Values): Promise<Answer<T>>
  remove<T = TestRow>(resource: Named, id: string): Promise<Answer<T>>
  step<T = TestRow>(resource: Named, id: string, step: string, input?: Values, options?: StepOptions): Promise<Answer<T>>
  /** An action, on the row `id` where its button stands on one. */
  action<T = unknown>(action: Pick<AnyAction, 'name' | 'resource' | 'public'>, input?: Values, id?: string): Promise<Answer<T>>
  report<T = Values>(report: Pick<AnyReport, 'name'>, params?: Values): Promise<Answer<T>>
}

/** A resource, or its name. */
type Named = string | Pick<AnyResource, 'name'>

/** The address of a resource's rows. */
export function pathOf(resource: Named): string {
  return `/api/${(typeof resource === 'string' ? resource : resource.name).replace('.', '/')}`
}

/** The address of an action. */
export function actionPath({ name, resource, public: isPublic }: Pick<AnyAction, 'name' | 'resource' | 'public'>, id = ''): string {
  const verb = name.split('.').at(-1) ?? ''
  // Nobody's session says which of the test streets a public action is asked of.
  if (isPublic) return `/api/${name.split('.')[0]}/actions/${verb}?street=${PLACES.street}`
  return resource === undefined ? `/api/${name.split('.')[0]}/actions/${verb}` : `${pathOf(resource)}/${id}/actions/${verb}`
}

/** The address of a report. */
export function reportPath({ name }: Pick<AnyReport, 'name'>): string {
  const [plugin, ...rest] = name.split('.')
  return `/api/${plugin}/reports/${rest.join('.')}`
}

/** A client for whoever `who` names; who is hired at the first request. */
export function testClient(
  app: () => FastifyInstance,
  who: () => Promise<{ readonly street: string; readonly accountId: string } | undefined>,
): TestClient {
  const ask = async <T>(method: InjectOptions['method'], path: string, more: Partial<InjectOptions> = {}): Promise<Answer<T>> => {
    const actor = await who()
    const response = await app().inject({
      method,
      url: path,
      ...more,
      headers: {
        'sec-fetch-site': 'same-origin',
        ...(actor ? { [ACTOR_HEADER]: `${actor.street}/${actor.accountId}` } : {}),
        ...more.headers,
      },
    })
    return answerOf<T>(`${String(method)} ${path}`, response)
  }
  const withBody = (body: unknown): Partial<InjectOptions> =>
    body === undefined ? {} : { payload: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
  const get: TestClient['get'] = (path, query = {}) => {
    const given = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]))
    return ask('GET', given.length > 0 ? `${path}?${new URLSearchParams(Object.fromEntries(given) as Record<string, string>)}` : path)
  }
  const post: TestClient['post'] = (path, body) => ask('POST', path, withBody(body))
  const put: TestClient['put'] = (path, body) => ask('PUT', path, withBody(body))

  return {
    accountId: async () => (await who())?.accountId,
    get,
    post,
    put,
    delete: (path) => ask('DELETE', path),
    upload: (path, { name, content }, headers) => {
      const boundary = '----linli-test-file'
      const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${encodeURIComponent(name)}"\r\ncontent-type: application/octet-stream\r\n\r\n`
      const payload = Buffer.concat([Buffer.from(head), Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`)])
      return ask('POST', path, { payload, headers: { ...headers, 'content-type': `multipart/form-data; boundary=${boundary}` } })
    },
    list: (resource, { filter, sort, range, total } = {}) =>
      get(pathOf(resource), {
        filter: filter && JSON.stringify(filter),
        sort: sort && JSON.stringify(sort),
        range: range && JSON.stringify(range),
        total,
      }),
    find: (resource, id) => get(`${pathOf(resource)}/${id}`),
    create: (resource, values) => post(pathOf(resource), values),
    update: (resource, id, values) => put(`${pathOf(resource)}/${id}`, values),
    remove: (resource, id) => ask('DELETE', `${pathOf(resource)}/${id}`),
    step: (resource, id, step, input = {}, options = {}) => post(`${pathOf(resource)}/${id}/${step}`, { input, ...options }),
    action: (action, input = {}, id) => post(actionPath(action, id), input),
    report: (report, params = {}) => get(reportPath(report), { params: JSON.stringify(params) }),
  }
}
