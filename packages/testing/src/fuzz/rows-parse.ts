import { fieldSchema, type FieldSpec } from '@linli/kit'
import type { TestStreet } from '../street/index.ts'
import { must } from './fault.ts'
import type { Population } from './known.ts'

/** Every stored row, read as the rules read it, is what its resource says it is. @throws MachineFault */
export async function holdRows(t: TestStreet, { resources }: Population): Promise<number> {
  let count = 0
  for (const street of t.streets)
    for (const resource of resources.values())
      await t.run(
        resource.name.split('.')[0] ?? '',
        async (ctx) => {
          for await (const row of ctx.rows(resource).each()) {
            count += 1
            for (const [name, field] of Object.entries(resource.fields))
              holdValue(`${resource.name} ${row.id}: ${name}`, field, (row as Readonly<Record<string, unknown>>)[name], row.id)
          }
        },
        street.code,
      )
  return count
}

function holdValue(what: string, field: FieldSpec, value: unknown, id: string): void {
  // What is enciphered is read as its mask, and P4 not at all.
  if (field.encrypted || field.privacy === 'P4') return
  if (value === null || value === undefined) {
    // What a rule drops after a time is asked of whoever writes, and may be gone.
    must(!field.required || field.passing === true, () => `${what} is empty and must not be`, id)
    return
  }
  const parsed = fieldSchema(field, { allowTestArea: true }).safeParse(value)
  must(parsed.success, () => `${what} does not parse: ${parsed.error?.message.slice(0, 300)}`, id)
}
