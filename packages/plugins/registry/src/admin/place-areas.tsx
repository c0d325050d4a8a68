import { LinearProgress, Typography } from '@mui/material'
import { request, useAdminInfo, useChosenPlace, usePlaceNames } from '@linli/admin'
import { useEffect, useState, type ReactElement } from 'react'
import type { PlaceArea } from '../actions/index.ts'
import { PlaceLevel } from './place-level.tsx'
import { Branch, Counts, TreeList } from './tree-branch.tsx'
import { useTexts } from './texts.ts'

/** What stands under a community: its estates, or its grids with what lies in each. */
export type AreaView = 'estates' | 'grids'

/** The street with its communities, and the grids of each where they are asked for. */
export function Areas({ view }: { readonly view: AreaView }): ReactElement {
  const text = useTexts()
  const { me } = useAdminInfo()
  const chosen = useChosenPlace()
  const placeName = usePlaceNames()
  const [areas, setAreas] = useState<readonly PlaceArea[] | Error>()
  useEffect(() => {
    const leaving = new AbortController()
    request<{ areas: readonly PlaceArea[] }>('/registry/actions/areas', { method: 'POST', body: {}, signal: leaving.signal })
      .then((answer) => setAreas(answer.areas))
      .catch((error: unknown) => {
        if (!leaving.signal.aborted) setAreas(error instanceof Error ? error : new Error())
      })
    return () => leaving.abort()
  }, [chosen])
  if (!areas) return <LinearProgress aria-label={text('loading')} />
  if (areas instanceof Error) return <Typography color="error">{areas.message || text('failed')}</Typography>
  if (areas.length === 0) return <Typography sx={{ p: 2 }}>{text('places.empty')}</Typography>
  const communities = [...Map.groupBy(areas, ({ communityId }) => communityId)]
  return (
    <TreeList>
      <Branch
        name={chosen ? placeName(chosen) : me.street.name}
        level={0}
        startsOpen
        counts={<AreaCounts of={areas} />}
        inside={() => (
          <TreeList nested>
            {communities.map(([communityId, own]) => (
              <Branch
                key={communityId ?? ''}
                name={communityId === null ? text('places.noCommunity') : placeName(communityId)}
                level={1}
                startsOpen={communities.length === 1}
                counts={<AreaCounts of={own} />}
                inside={() =>
                  view === 'estates' || communityId === null ? (
                    <PlaceLevel of={{ communityId }} nested />
                  ) : (
                    <Grids communityId={communityId} areas={own} />
                  )
                }
              />
            ))}
          </TreeList>
        )}
      />
    </TreeList>
  )
}

function Grids({ communityId, areas }: { readonly communityId: string; readonly areas: readonly PlaceArea[] }): ReactElement {
  const text = useTexts()
  const placeName = usePlaceNames()
  return (
    <TreeList nested>
      {areas.map((area) => (
        <Branch
          key={area.gridId ?? ''}
          name={area.gridId === null ? text('places.noGrid') : placeName(area.gridId)}
          level={2}
          counts={<AreaCounts of={[area]} />}
          inside={() => (
            <PlaceLevel of={area.gridId === null ? { communityId, ungridded: true } : { communityId, gridId: area.gridId }} nested />
          )}
        />
      ))}
    </TreeList>
  )
}

function AreaCounts({ of }: { readonly of: readonly PlaceArea[] }): ReactElement {
  const sum = (key: 'rooms' | 'households' | 'people'): number => of.reduce((total, area) => total + area[key], 0)
  return <Counts rooms={sum('rooms')} households={sum('households')} people={sum('people')} />
}
