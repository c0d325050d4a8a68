/**
 * The street whose page an address opens (`/m/?street=411402004#/counter/guide`), from the part behind `?`; nothing where it names none.
 *
 * @example
 * streetInAddress('?street=411402004') // '411402004'
 */
export function streetInAddress(search: string): string | undefined {
  const given = new URLSearchParams(search).get('street')
  return given !== null && /^\d{9}$/.test(given) ? given : undefined
}
