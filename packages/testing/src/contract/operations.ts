import type { Answer, TestClient, TestStreet } from '../street/index.ts'

/** An endpoint of the module, as the published document has it. */
export interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'delete'
  /** `/api/parks/benches/{id}` */
  readonly path: string
  readonly operationId: string
  /** May be asked for without a session. */
  readonly isPublic: boolean
}

export interface OpenApi {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly operationId?: string; readonly security?: readonly unknown[] }>>>
  >
  readonly components?: { readonly schemas?: Readonly<Record<string, unknown>> }
}

export async function documentOf(t: TestStreet): Promise<OpenApi> {
  return (await t.anonymous.get<OpenApi>('/api/openapi.json')).ok()
}

/** Every endpoint under the module's address. */
export async function operationsOf(t: TestStreet, pluginId: string): Promise<readonly Operation[]> {
  const { paths } = await documentOf(t)
  return Object.entries(paths)
    .filter(([path]) => path.startsWith(`/api/${pluginId}/`))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId = '', security }]) => ({
        method: method as Operation['method'],
        path,
        operationId,
        isPublic: security?.length === 0,
      })),
    )
}

const NO_ROW = '01900000-0000-7000-8000-000000000000'

/** Asks an endpoint without knowing anything about it: a row that does not exist, an empty body. */
export function askBlindly(client: TestClient, { method, path }: Operation): Promise<Answer> {
  const address = path.replace(/\{\w+\}/g, NO_ROW)
  if (method === 'get' || method === 'delete') return client[method](address)
  return path.endsWith('/imports') || path.includes('/imports/') ? client[method](address) : client[method](address, {})
}
