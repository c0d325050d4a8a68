import ExpandIcon from '@mui/icons-material/ChevronRight'
import { Box, Button, Card, Chip, Collapse, IconButton, LinearProgress, Stack, Typography } from '@mui/material'
import { listLink, request, usePlaceNames } from '@linli/admin'
import { useEffect, useState, type ReactElement } from 'react'
import { Title, useCreatePath } from 'react-admin'
import { Link } from 'react-router'
import type { PlaceNode } from '../actions/index.ts'
import { useTexts } from './texts.ts'

/** The places of the street as a tree, level by level. */
export default function PlaceTree(): ReactElement {
  const text = useTexts()
  return (
    <Stack sx={{ gap: 2, pb: 4, maxWidth: 960 }}>
      <Title title={text('places')} />
      <Box>
        <Typography variant="h5" component="h1">
          {text('places')}
        </Typography>
        <Typography color="textSecondary">{text('places.help')}</Typography>
      </Box>
      <Card sx={{ p: 1 }}>
        <Level parentId={null} />
      </Card>
    </Stack>
  )
}

function Level({ parentId }: { readonly parentId: string | null }): ReactElement {
  const text = useTexts()
  const [nodes, setNodes] = useState<readonly PlaceNode[] | Error>()
  useEffect(() => {
    const leaving = new AbortController()
    request<{ nodes: readonly PlaceNode[] }>('/registry/actions/tree', { method: 'POST', body: { parentId }, signal: leaving.signal })
      .then((answer) => setNodes(answer.nodes))
      .catch((error: unknown) => {
        if (!leaving.signal.aborted) setNodes(error instanceof Error ? error : new Error())
      })
    return () => leaving.abort()
  }, [parentId])
  if (!nodes) return <LinearProgress aria-label={text('loading')} />
  if (nodes instanceof Error) return <Typography color="error">{nodes.message || text('failed')}</Typography>
  if (nodes.length === 0) return <Typography sx={{ p: 2 }}>{text(parentId === null ? 'places.empty' : 'person.none')}</Typography>
  return (
    <Stack component="ul" sx={{ listStyle: 'none', p: 0, m: 0, pl: parentId === null ? 0 : { xs: 1.5, sm: 4 } }}>
      {nodes.map((node) => (
        <Node key={node.id} node={node} />
      ))}
    </Stack>
  )
}

function Node({ node }: { readonly node: PlaceNode }): ReactElement {
  const text = useTexts()
  const path = useCreatePath()
  const placeName = usePlaceNames()
  const [isOpen, setOpen] = useState(false)
  const { id, kind, name, children, rooms, households, people, gridId, communityId } = node
  const grid = gridId === null ? (kind === 'estate' ? null : text('places.noGrid')) : placeName(gridId)
  return (
    <li>
      <Stack
        direction="row"
        sx={{ alignItems: 'center', flexWrap: 'wrap', columnGap: 1, minHeight: 48, borderBottom: 1, borderColor: 'divider' }}
      >
        <IconButton
          onClick={() => setOpen(!isOpen)}
          disabled={children === 0}
          aria-expanded={isOpen}
          aria-label={name}
          sx={{ visibility: children === 0 ? 'hidden' : 'visible', transform: isOpen ? 'rotate(90deg)' : 'none' }}
        >
          <ExpandIcon />
        </IconButton>
        <Typography sx={{ flexGrow: 1, fontWeight: kind === 'estate' ? 600 : 400 }}>{name}</Typography>
        {kind === 'estate' ? <Chip size="small" label={placeName(communityId ?? '')} /> : null}
        {grid ? <Chip size="small" variant="outlined" label={grid} /> : null}
        <Typography variant="body2" color="textSecondary">
          {text('places.counts', { rooms, households, people })}
        </Typography>
        <Button
          size="small"
          component={Link}
          to={path({ resource: 'registry.units', id, type: 'show' })}
          aria-label={`${text('places.open')} ${name}`}
        >
          {text('places.open')}
        </Button>
        {people > 0 && (kind === 'estate' || kind === 'room') ? (
          <Button
            size="small"
            component={Link}
            to={listLink('registry.people', {
              [kind === 'estate' ? 'estateId' : 'homeId']: id,
              deceasedAt_empty: true,
              mergedInto_empty: true,
            })}
            aria-label={`${text('places.people')} ${name}`}
          >
            {text('places.people')}
          </Button>
        ) : null}
      </Stack>
      <Collapse in={isOpen} unmountOnExit>
        <Level parentId={id} />
      </Collapse>
    </li>
  )
}
