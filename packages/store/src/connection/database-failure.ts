import { StoreError } from '../store-error.ts'

/** The SQLSTATE of an error of the database. */
export function sqlState(error: unknown): string | undefined {
  const code = (error as { readonly code?: unknown } | null)?.code
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined
}

/** Whether the same transaction may succeed when it is tried again. */
export function isRetryable(error: unknown): boolean {
  const state = sqlState(error)
  return state === '40001' || state === '40P01'
}

/** Whether the database is not there, as against: refuses what was asked. */
export function isUnavailable(error: unknown): boolean {
  const state = sqlState(error)
  if (state) return state.startsWith('08') || state.startsWith('57P') || state === '53300'
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown }
  if (typeof code === 'string' && /^(ECONN|EPIPE|ENOTFOUND|ETIMEDOUT|EAI_|EHOST|ENETUNREACH)/.test(code)) return true
  return (
    typeof message === 'string' &&
    /Connection terminated|timeout exceeded when trying to connect|not queryable|Client was closed/.test(message)
  )
}

/** That the database went away while serving; it may come back. */
export function unavailable(cause: unknown): StoreError {
  return new StoreError(
    'database.unavailable',
    { zh: '数据库暂时连不上，请稍后再试。', en: 'The database cannot be reached at the moment; try again later.' },
    { cause },
  )
}
