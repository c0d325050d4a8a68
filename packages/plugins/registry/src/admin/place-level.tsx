import { Button, Chip, LinearProgress, Typography } from '@mui/material'
import { listLink, request, usePlaceNames } from '@linli/admin'
import { useEffect, useState, type ReactElement } from 'react'
import { useCreatePath } from 'react-admin'
import { Link } from 'react-router'
import type { PlaceNode } from '../actions/index.ts'
import { Branch, Counts, TreeList } from './tree-branch.tsx'
import { useTexts } from './texts.ts'

/** Where a level lies: in a place, or highest in a community or grid. */
export interface LevelOf {
  readonly parentId?: string
  readonly communityId?: string | null
  readonly gridId?: string
  readonly ungridded?: boolean
}

interface Level {
  readonly nodes: readonly PlaceNode[]
  readonly total: number
}

/** The places of one level; where there are many, the rest is fetched on demand. */
export function PlaceLevel({ of, nested = false }: { readonly of: LevelOf; readonly nested?: boolean }): ReactElement {
  const text = useTexts()
  const [known, setKnown] = useState<Level>()
  const [fault, setFault] = useState('')
  const [offset, setOffset] = useState(0)
  const asked = JSON.stringify(of)
  useEffect(() => {
    const leaving = new AbortController()
    const body = { ...(JSON.parse(asked) as LevelOf), offset }
    request<Level>('/registry/actions/tree', { method: 'POST', body, signal: leaving.signal })
      .then((answer) =>
        setKnown((former) => ({ nodes: [...(offset > 0 ? (former?.nodes ?? []) : []), ...answer.nodes], total: answer.total })),
      )
      .catch((error: unknown) => {
        if (!leaving.signal.aborted) setFault(error instanceof Error ? error.message : String(error))
      })
    return () => leaving.abort()
  }, [asked, offset])
  if (fault) return <Typography color="error">{fault}</Typography>
  if (!known) return <LinearProgress aria-label={text('loading')} />
  if (known.nodes.length === 0) return <Typography sx={{ p: 2 }}>{text('person.none')}</Typography>
  const rest = known.total - known.nodes.length
  return (
    <TreeList nested={nested}>
      {known.nodes.map((node) => (
        <Place key={node.id} node={node} within={of} />
      ))}
      {rest > 0 ? (
        <li>
          <Button onClick={() => setOffset(known.nodes.length)}>{text('places.more', { rest })}</Button>
        </li>
      ) : null}
    </TreeList>
  )
}

function Place({ node, within }: { readonly node: PlaceNode; readonly within: LevelOf }): ReactElement {
  const text = useTexts()
  const path = useCreatePath()
  const placeName = usePlaceNames()
  const { id, kind, name, children, rooms, households, people, gridId } = node
  const isByGrid = within.gridId !== undefined || within.ungridded === true
  const grid = gridId === null ? (kind === 'estate' ? null : text('places.noGrid')) : placeName(gridId)
  const next: LevelOf = {
    parentId: id,
    ...(within.gridId ? { gridId: within.gridId } : {}),
    ...(within.ungridded ? { ungridded: true } : {}),
  }
  return (
    <Branch
      name={name}
      level={kind === 'estate' ? 2 : 3}
      counts={<Counts rooms={rooms} households={households} people={people} />}
      marks={grid && !isByGrid ? <Chip size="small" variant="outlined" label={grid} /> : null}
      buttons={
        <>
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
        </>
      }
      {...(children > 0 ? { inside: () => <PlaceLevel of={next} nested /> } : {})}
    />
  )
}
