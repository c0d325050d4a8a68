import { Link as MuiLink } from '@mui/material'
import type { RaRecord } from 'react-admin'
import { useCreatePath } from 'react-admin'
import { Link } from 'react-router'
import type { Cells } from '../list/table.tsx'
import { useWords } from '../messages/index.ts'
import { useAdminInfo, useMay, useTitles } from '../model/index.ts'

const KNOWN = new Set(['read', 'create', 'update', 'delete', 'import', 'export', 'reveal', 'step', 'action'])

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
      const action = model.actions.get(verb)
      if (action) return title(verb, action.title)
      return KNOWN.has(verb) ? words(`audit.verb.${verb}`) : verb
    },
    resource: (record) => {
      const resource = model.resources.get(resourceOf(record))
      return resource ? title(resource.name, resource.title) : resourceOf(record)
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
