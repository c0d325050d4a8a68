/** What a form leaves where nothing was written, as the server takes it: neither an empty text nor a point without a coordinate. */
export function blankAsNull(value: unknown): unknown {
  if (value === '') return null
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const parts = Object.values(value)
  return parts.length > 0 && parts.every((part) => part === null || part === undefined || part === '') ? null : value
}
