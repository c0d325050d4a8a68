import { offlineProblem, problemOf } from './problem.ts'
import { addressOf } from './request.ts'

/**
 * Fetches a file and hands it to the browser's downloads, so that a refusal is a sentence on the page and not a broken file.
 *
 * @throws ProblemError
 */
export async function download(path: string, query: Readonly<Record<string, unknown>> = {}): Promise<void> {
  const response = await fetch(addressOf(path, query), { credentials: 'same-origin' }).catch(() => {
    throw offlineProblem()
  })
  if (!response.ok) throw problemOf(response.status, await response.json().catch(() => undefined))
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = fileName(response.headers.get('content-disposition')) ?? path.split('/').at(-1) ?? 'export.xlsx'
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
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
