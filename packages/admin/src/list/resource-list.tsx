import { Button, useMediaQuery, type Theme } from '@mui/material'
import ExportIcon from '@mui/icons-material/FileDownloadOutlined'
import ImportIcon from '@mui/icons-material/FileUploadOutlined'
import type { AnyResource } from '@linli/kit'
import { useState, type ReactElement } from 'react'
import {
  BulkActionsToolbar,
  ColumnsButton,
  CreateButton,
  FilterButton,
  List,
  TopToolbar,
  useListContext,
  useResourceContext,
} from 'react-admin'
import { Link } from 'react-router'
import { useAdminInfo, useDefinition, useMay } from '../model/index.ts'
import { useWords } from '../messages/index.ts'
import { ActiveFilters } from './active-filters.tsx'
import { BulkTools } from './bulk-tools.tsx'
import { CardList } from './card-list.tsx'
import { EmptyList } from './empty.tsx'
import { NoResults } from './no-results.tsx'
import { ExportDialog } from './export-dialog.tsx'
import { useFilters } from './filters.tsx'
import { useImports } from './imports.ts'
import { CountedPagination } from './pagination.tsx'
import { SavedViews } from './saved-views.tsx'
import { ResourceTable, type Cells } from './table.tsx'

interface ResourceListProps {
  /** Columns that are shown in another way than by their field. */
  readonly cells?: Cells
  /** Filters instead of the derived ones. */
  readonly filters?: ReactElement[]
}

const NO_CELLS: Cells = {}

/** The list of a resource. */
export default function ResourceList({ cells = NO_CELLS, filters: ownFilters }: ResourceListProps): ReactElement {
  const resource = useDefinition(useResourceContext())
  const derived = useFilters(resource)
  const filters = ownFilters ?? derived
  const [field, order] = resource.list.sort ?? ['createdAt', 'desc']
  return (
    <List
      key={resource.name}
      filters={filters}
      actions={<ListTools resource={resource} hasFilters={filters.length > 0} />}
      sort={{ field, order: order === 'desc' ? 'DESC' : 'ASC' }}
      perPage={25}
      exporter={false}
      component="div"
      sx={{
        '& .RaList-actions': { flexDirection: 'column-reverse', alignItems: 'stretch' },
        '& .RaList-actions, & .RaTopToolbar-root': { backgroundColor: 'transparent' },
        '& .RaList-main, & .RaList-content': { minWidth: 0 },
      }}
      empty={<EmptyList resource={resource} />}
      pagination={<CountedPagination />}
    >
      <ListBody resource={resource} filters={filters} cells={cells} />
    </List>
  )
}

interface ListBodyProps {
  readonly resource: AnyResource
  readonly filters: readonly ReactElement[]
  readonly cells: Cells
}

function ListBody({ resource, filters, cells }: ListBodyProps): ReactElement {
  const may = useMay()
  const { model } = useAdminInfo()
  const isPhone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('md'))
  const { data, isPending } = useListContext()
  const isSelectable =
    may(`${resource.name}.export`) ||
    Object.entries(resource.workflow?.steps ?? {}).some(([name, step]) => !step.automatic && may(`${resource.name}.${name}`)) ||
    [...model.actions.values()].some((action) => action.bulk && action.resource === resource.name && may(action.name))
  const bulk = isSelectable ? <BulkTools resource={resource} /> : null
  const isEmpty = !isPending && data?.length === 0
  return (
    <>
      <ActiveFilters resource={resource} inputs={filters} />
      {isEmpty ? (
        <NoResults resource={resource} />
      ) : isPhone ? (
        <CardList resource={resource} isSelectable={isSelectable} cells={cells} />
      ) : (
        <ResourceTable resource={resource} bulk={bulk} cells={cells} />
      )}
      {isPhone && bulk ? <BulkActionsToolbar>{bulk}</BulkActionsToolbar> : null}
    </>
  )
}

function ListTools({ resource, hasFilters }: { readonly resource: AnyResource; readonly hasFilters: boolean }): ReactElement {
  const words = useWords()
  const may = useMay()
  const imports = useImports(resource)
  const [isExporting, setExporting] = useState(false)
  const isPhone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('md'))
  const canCreate = (resource.writable?.create ?? true) && may(`${resource.name}.create`)
  return (
    <TopToolbar sx={{ flexWrap: 'wrap', gap: 0.5 }}>
      {hasFilters ? <FilterButton disableSaveQuery /> : null}
      {isPhone ? null : <ColumnsButton />}
      <SavedViews resource={resource} />
      {imports.map(({ path, label }) => (
        <Button key={path} component={Link} to={path} startIcon={<ImportIcon />}>
          {label}
        </Button>
      ))}
      {may(`${resource.name}.export`) ? (
        <Button startIcon={<ExportIcon />} onClick={() => setExporting(true)}>
          {words('list.export')}
        </Button>
      ) : null}
      {canCreate ? <CreateButton variant="contained" /> : null}
      {isExporting ? <ExportDialog resource={resource} onClose={() => setExporting(false)} /> : null}
    </TopToolbar>
  )
}
