import { people } from '@linli/plugin-registry'

/** The words of a coded fact of a person; other values are their own. */
export function labelled(fact: string, value: string): string {
  const { options = {} } = (people.fields as Readonly<Record<string, { readonly options?: Readonly<Record<string, string>> }>>)[fact] ?? {}
  return options[value] ?? value
}
