import { offlineProblem, problemOf } from './problem.ts'
import { addressOf } from './request.ts'

/** How far a file has come. */
export interface DownloadProgress {
  readonly bytes: number
  /** Rows that the whole file will hold; `null` where the server does not say. */
  readonly rows: number | null
}

export interface DownloadOptions {
  /** Stops it; the file is then not kept. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: DownloadProgress) => void
}

/**
 * Fetches a file and hands it to the browser's downloads, so that a refusal is a sentence on the page and not a broken file.
 *
 * @throws ProblemError; the signal's reason when it was stopped
 */
export async function download(
  path: string,
  query: Readonly<Record<string, unknown>> = {},
  { signal, onProgress }: DownloadOptions = {},
): Promise<void> {
  const response = await fetch(addressOf(path, query), { credentials: 'same-origin', ...(signal ? { signal } : {}) }).catch(() => {
    signal?.throwIfAborted()
    throw offlineProblem()
  })
  if (!response.ok) throw problemOf(response.status, await response.json().catch(() => undefined))
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await received(response, onProgress))
  link.download = fileName(response.headers.get('content-disposition')) ?? path.split('/').at(-1) ?? 'export.xlsx'
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

async function received(response: Response, onProgress: DownloadOptions['onProgress']): Promise<Blob> {
  if (!response.body || !onProgress) return response.blob()
  const total = response.headers.get('x-total-rows')
  const rows = total === null ? null : Number(total)
  const parts: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0
  const reader = response.body.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    parts.push(next.value)
    bytes += next.value.length
    onProgress({ bytes, rows })
  }
  return new Blob(parts, { type: response.headers.get('content-type') ?? '' })
}

/**
 * The name of an attachment, in UTF-8 where it was given so (RFC 6266).
 *
 * @example
 * fileName("attachment; filename*=UTF-8''%E4%BA%BA.xlsx") // '人.xlsx'
 */
export function fileName(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  if (encoded) {
    try {
      return decodeURIComponent(encoded)
    } catch {
      return null
    }
  }
  return /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1] ?? null
}
