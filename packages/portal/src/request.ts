import { Problem } from './problem.ts'

const PATIENCE = 20_000

/**
 * Asks the server. Throws a {@link Problem} with a Chinese sentence for every refusal, and when nothing can be reached.
 *
 * @example
 * const me = await request<Me>('GET', '/api/me')
 */
export async function request<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<T> {
  const response = await reach(method, path, body)
  const answer: unknown = response.status === 204 ? null : await response.json().catch(() => null)
  if (response.ok) return answer as T
  const { code, zh } = (answer ?? {}) as { code?: string; zh?: string }
  throw new Problem(response.status, code ?? 'server.unreadable', zh ?? '服务器没有正常答复，请稍后再试')
}

/**
 * Sends a picture; the id that a file field takes.
 *
 * @throws Problem as every other request: too large, of a type that is not accepted, without network
 */
export async function upload(picture: Blob): Promise<string> {
  const form = new FormData()
  form.append('file', picture, picture instanceof File ? picture.name : 'photo.jpg')
  const response = await fetch('/api/platform/files', { method: 'POST', credentials: 'same-origin', body: form }).catch(() => {
    throw new Problem(0, 'network.unreachable', '网络不通，请检查手机网络后重试')
  })
  const answer = (await response.json().catch(() => null)) as { id?: string; code?: string; zh?: string } | null
  if (response.ok && answer?.id) return answer.id
  throw new Problem(response.status, answer?.code ?? 'server.unreadable', answer?.zh ?? '照片没有传上去，请稍后再试')
}

async function reach(method: string, path: string, body: unknown): Promise<Response> {
  try {
    return await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: body === undefined ? { accept: 'application/json' } : { accept: 'application/json', 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE),
    })
  } catch {
    throw new Problem(0, 'network.unreachable', '网络不通，请检查手机网络后重试')
  }
}
