import { Link as MuiLink } from '@mui/material'
import type { RaRecord } from 'react-admin'
import { useCreatePath } from 'react-admin'
import { Link } from 'react-router'
import type { Cells } from '../list/table.tsx'
import { useWords } from '../messages/index.ts'
import { partsOf, useAdminInfo, useMay, useTitles } from '../model/index.ts'

const KNOWN = new Set(['create', 'update', 'remove', 'import', 'export', 'reveal', 'signIn', 'signOut', 'verify'])

/** The audit in words: what was done, to what, with a way there. */
export function useAuditCells(): Cells {
  const words = useWords()
  const title = useTitles()
  const may = useMay()
  const path = useCreatePath()
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
      return resourceOf(record) === 'platform.modules' ? words('modules.title') : resourceOf(record)
    },
    subjectId: (record, plain) => {
      const name = resourceOf(record)
      const id = String(record.subjectId ?? '')
      if (!id) return '—'
      if (plain) return `…${id.slice(-8)}`
      if (!model.resources.has(name) || !may(`${name}.read`)) return id
      return (
        <MuiLink component={Link} to={path({ resource: name, id, type: 'show' })} onClick={(event) => event.stopPropagation()}>
          …{id.slice(-8)}
        </MuiLink>
      )
    },
  }
}

/** The audit keeps the verb of an action as one word. */
function camelCase(verb: string): string {
  return verb.replace(/-([a-z0-9])/g, (_dash, letter: string) => letter.toUpperCase())
}
