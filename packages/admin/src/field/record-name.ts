import type { AnyResource } from '@linli/kit'
import { plainText } from './format.ts'

/** What a row is called: its display field, or the resource where that is a reference or empty. */
export function recordName(
  resource: Pick<AnyResource, 'fields' | 'display' | 'title'>,
  record: Readonly<Record<string, unknown>> | undefined,
): string {
  const field = resource.fields[resource.display]
  const value = record?.[resource.display]
  if (value === null || value === undefined || value === '' || field?.kind === 'ref') return resource.title
  return plainText(field, value)
}
