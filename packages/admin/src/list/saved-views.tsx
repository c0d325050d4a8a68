import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Divider,
  FormControlLabel,
  IconButton,
  ListItemText,
  Menu,
  MenuItem,
  TextField,
} from '@mui/material'
import BookmarkIcon from '@mui/icons-material/BookmarkBorder'
import DeleteIcon from '@mui/icons-material/DeleteOutlined'
import type { AnyResource } from '@linli/kit'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { useListContext, useNotify, useStore } from 'react-admin'
import { useTellProblem } from '../form/index.ts'
import { request } from '../http/index.ts'
import { useWords } from '../messages/index.ts'
import { useNavigate } from 'react-router'
import { columnsOf } from './columns.ts'

interface SavedView {
  readonly id: string
  readonly title: string
  readonly filter: Readonly<Record<string, unknown>>
  readonly sort: readonly [string, 'asc' | 'desc'] | null
  readonly columns: readonly string[] | null
  readonly shared: boolean
}

/** Lists that are kept for later: filter, sort and columns, for oneself or for the street. */
export function SavedViews({ resource }: { readonly resource: AnyResource }): ReactElement {
  const words = useWords()
  const queries = useQueryClient()
  const tell = useTellProblem()
  const navigate = useNavigate()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [isNaming, setNaming] = useState(false)
  const { shown, hidden } = columnsOf(resource)
  const [, setHidden] = useStore<string[]>(`${resource.name}.datatable`, [...hidden])
  const key = ['linli', 'views', resource.name]
  const { data: views = [] } = useQuery({
    queryKey: key,
    enabled: anchor !== null,
    queryFn: ({ signal }) => request<SavedView[]>('/platform/views', { query: { resource: resource.name }, signal }),
  })

  const open = (view: SavedView): void => {
    const [field, order] = view.sort ?? []
    const sorted = field ? `&sort=${field}&order=${order === 'desc' ? 'DESC' : 'ASC'}` : ''
    if (view.columns) setHidden([...shown, ...hidden].filter((column) => !view.columns?.includes(column)))
    setAnchor(null)
    void navigate(`/${resource.name}?filter=${encodeURIComponent(JSON.stringify(view.filter))}${sorted}&page=1`)
  }
  const remove = async (view: SavedView): Promise<void> => {
    await request(`/platform/views/${view.id}`, { method: 'DELETE' })
    await queries.invalidateQueries({ queryKey: key })
  }

  return (
    <>
      <Button startIcon={<BookmarkIcon />} aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)}>
        {words('list.views')}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {views.length === 0 ? <MenuItem disabled>{words('list.noViews')}</MenuItem> : null}
        {views.map((view) => (
          <MenuItem key={view.id} onClick={() => open(view)}>
            <ListItemText>{view.title}</ListItemText>
            <IconButton
              aria-label={words('list.removeView', { title: view.title })}
              onClick={(event) => {
                event.stopPropagation()
                remove(view).catch(tell)
              }}
            >
              <DeleteIcon />
            </IconButton>
          </MenuItem>
        ))}
        <Divider />
        <MenuItem
          onClick={() => {
            setAnchor(null)
            setNaming(true)
          }}
        >
          {words('list.saveView')}
        </MenuItem>
      </Menu>
      {isNaming ? (
        <NameView resource={resource} onClose={() => setNaming(false)} onSaved={() => void queries.invalidateQueries({ queryKey: key })} />
      ) : null}
    </>
  )
}

interface NameViewProps {
  readonly resource: AnyResource
  readonly onClose: () => void
  readonly onSaved: () => void
}

function NameView({ resource, onClose, onSaved }: NameViewProps): ReactElement {
  const words = useWords()
  const notify = useNotify()
  const { filterValues, sort } = useListContext()
  const { shown, hidden } = columnsOf(resource)
  const [hiddenNow] = useStore<string[]>(`${resource.name}.datatable`, [...hidden])
  const [title, setTitle] = useState('')
  const [shared, setShared] = useState(false)
  const [fault, setFault] = useState<string>()

  const save = async (): Promise<void> => {
    try {
      await request('/platform/views', {
        method: 'POST',
        body: {
          resource: resource.name,
          title,
          filter: filterValues as object,
          sort: [sort.field, sort.order === 'DESC' ? 'desc' : 'asc'],
          columns: [...shown, ...hidden].filter((column) => !hiddenNow.includes(column)),
          shared,
        },
      })
      const message = words('list.viewSaved')
      notify(message, { type: 'success', messageArgs: { _: message } })
      onSaved()
      onClose()
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error))
    }
  }

  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby="view-title">
      <DialogTitle id="view-title">{words('list.saveView')}</DialogTitle>
      <DialogContent>
        <TextField
          label={words('list.viewTitle')}
          value={title}
          autoFocus
          fullWidth
          error={Boolean(fault)}
          helperText={fault}
          onChange={(event) => setTitle(event.target.value)}
        />
        <FormControlLabel
          control={<Checkbox checked={shared} onChange={(_event, value) => setShared(value)} />}
          label={words('list.viewShared')}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{words('common.cancel')}</Button>
        <Button variant="contained" disabled={title.trim() === ''} onClick={() => void save()}>
          {words('common.confirm')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
