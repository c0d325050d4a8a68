/**
 * The address of a resource's list with a filter, as react-admin reads it.
 *
 * @example
 * listLink('registry.people', { gender: 'female' }) // '/registry.people?filter=%7B%22gender%22%3A%22female%22%7D&page=1'
 */
export function listLink(resource: string, filter: Readonly<Record<string, unknown>> = {}): string {
  return `/${resource}?filter=${encodeURIComponent(JSON.stringify(filter))}&page=1`
}
