import type { RaRecord } from 'react-admin'
import { ReferenceValue } from '../field/index.ts'
import type { Cells } from '../list/table.tsx'
import { useWords } from '../messages/index.ts'
import { partsOf, useAdminInfo, useColumnTitle, useTitles } from '../model/index.ts'

const KNOWN = new Set([
  'create',
  'update',
  'remove',
  'import',
  'export',
  'reveal',
  'signIn',
  'signOut',
  'verify',
  'tune',
  'switchOn',
  'switchOff',
  'clean',
  'changeKey',
])
/** What is no resource, by the words for it. */
const OTHERS: Readonly<Record<string, string>> = {
  'platform.modules': 'modules.title',
  'platform.upkeep': 'audit.upkeep',
  'platform.keys': 'audit.keys',
}

/** What a look at personal data, or their export, leaves behind. */
interface Looked {
  readonly purpose?: string
  readonly fields?: readonly string[]
}

/** The audit in words: what was done, to what, with a way there. */
export function useAuditCells(): Cells {
  const words = useWords()
  const title = useTitles()
  const titleOf = useColumnTitle()
  const { model } = useAdminInfo()
  const resourceOf = (record: RaRecord): string => String(record.resource ?? '')
  return {
    verb: (record) => {
      const verb = String(record.verb ?? '')
      const step = model.resources.get(resourceOf(record))?.workflow?.steps[verb]
      if (step) return title(`${resourceOf(record)}.${verb}`, step.title)
      const action = [...model.actions.values()].find(
        ({ name, resource }) =>
          (resource ?? partsOf(name).plugin) === resourceOf(record) && camelCase(name.split('.').at(-1) ?? '') === verb,
      )
      if (action) return title(action.name, action.title)
      return KNOWN.has(verb) ? words(`audit.verb.${verb}`) : verb
    },
    resource: (record) => {
      const resource = model.resources.get(resourceOf(record))
      if (resource) return title(resource.name, resource.title)
      const other = OTHERS[resourceOf(record)]
      return other ? words(other) : resourceOf(record)
    },
    subjectId: (record, plain) => {
      const name = resourceOf(record)
      const id = String(record.subjectId ?? '')
      if (!id) return '—'
      if (name === 'platform.modules') return title(id, model.plugins.find((plugin) => plugin.id === id)?.title ?? id)
      return <ReferenceValue target={name} id={id} plain={plain} />
    },
    reason: (record) => {
      const { purpose, fields } = { purpose: undefined, fields: [], ...(record.after as Looked | null) }
      if (!purpose) return String(record.reason ?? '—')
      return `${words(`purpose.${purpose}`)}：${fields.map((field) => titleOf(resourceOf(record), field)).join('、')}`
    },
  }
}

/** The audit keeps the verb of an action as one word. */
function camelCase(verb: string): string {
  return verb.replace(/-([a-z0-9])/g, (_dash, letter: string) => letter.toUpperCase())
}
