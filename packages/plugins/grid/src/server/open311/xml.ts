/** A value of Open311's answers: the same shape becomes JSON and XML. */
export type Answer = string | number | boolean | null | readonly Answer[] | { readonly [name: string]: Answer }

/** How the members of lists are called in XML; GeoReport v2 names them in the singular. */
const ITEM: Readonly<Record<string, string>> = {
  services: 'service',
  service_requests: 'request',
  attributes: 'attribute',
  values: 'value',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
}

/**
 * An answer as the XML of GeoReport v2. Empty values are empty elements, as in the specification's examples.
 *
 * @example
 * toXml('services', [{ service_code: '001' }]) // '<?xml version="1.0" encoding="utf-8"?>\n<services><service><service_code>001</service_code></service></services>'
 */
export function toXml(root: string, answer: Answer): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${element(root, answer)}`
}

function element(name: string, value: Answer): string {
  const inside = content(name, value)
  return inside === '' ? `<${name}/>` : `<${name}>${inside}</${name}>`
}

function content(name: string, value: Answer): string {
  if (value === null) return ''
  if (isList(value)) return value.map((each) => element(ITEM[name] ?? 'item', each)).join('')
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([key, each]) => element(key, each))
      .join('')
  return escaped(String(value))
}

function isList(value: Answer): value is readonly Answer[] {
  return Array.isArray(value)
}

function escaped(text: string): string {
  // Characters that XML 1.0 does not have are left out rather than sent.
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
