import { request, useMay } from '@linli/admin'
import {
  Alert,
  Box,
  Button,
  Card,
  CardContent,
  Chip,
  LinearProgress,
  List,
  ListItem,
  ListItemText,
  MenuItem,
  Stack,
  TextField,
  Typography,
} from '@mui/material'
import { type ReactElement, useCallback, useEffect, useRef, useState } from 'react'
import { Title, useCreatePath } from 'react-admin'
import { Link } from 'react-router'
import type { Coverage } from '../../actions/index.ts'
import { type Area, areaOf, type Corner } from '../../rules/area.ts'
import { useTexts } from '../texts.ts'
import { Homeless } from './homeless.tsx'
import { NetMap } from './net-map.tsx'

/** What is being drawn: a cell or a community's outline. */
interface Drawn {
  readonly kind: 'cells' | 'outlines'
  readonly id: string
  readonly name: string
}

/** The net on a map without tiles: cells, faults, open events and hot-spots; cells are drawn and changed here. */
export default function MapPage(): ReactElement {
  const text = useTexts()
  const may = useMay()
  const path = useCreatePath()
  const [communityId, setCommunityId] = useState('')
  const [known, setKnown] = useState<Coverage>()
  const [all, setAll] = useState<Coverage['communities']>([])
  const [fault, setFault] = useState('')
  const [drawn, setDrawn] = useState<Drawn>()
  const [corners, setCorners] = useState<readonly Corner[]>([])
  const [focus, setFocus] = useState<Area | null>(null)
  const top = useRef<HTMLDivElement>(null)

  const read = useCallback((): void => {
    request<Coverage>('/grid/actions/coverage', { method: 'POST', body: { communityId: communityId || null } })
      .then((answer) => {
        setKnown(answer)
        if (!communityId) setAll(answer.communities)
        setFault('')
      })
      .catch((error: unknown) => setFault(error instanceof Error ? error.message : ''))
  }, [communityId])
  useEffect(read, [read])

  const start = (next: Drawn, area: Area | null): void => {
    setDrawn(next)
    setCorners(area?.type === 'Polygon' ? (area.coordinates[0] ?? []).slice(0, -1) : [])
    setFocus(area)
    top.current?.scrollIntoView({ block: 'start' })
  }
  async function save(): Promise<void> {
    if (!drawn) return
    try {
      await request(`/grid/${drawn.kind}/${drawn.id}/actions/draw`, {
        method: 'POST',
        body: { area: corners.length > 2 ? areaOf(corners) : null },
      })
      setDrawn(undefined)
      setFault('')
      read()
    } catch (error) {
      setFault(error instanceof Error ? error.message : text('failed'))
    }
  }
  async function newOutline(code: string, name: string): Promise<void> {
    try {
      const { id } = await request<{ id: string }>('/grid/outlines', {
        method: 'POST',
        body: { name: `${name} ${new Date().toISOString().slice(0, 16)}`, communityId: code },
      })
      start({ kind: 'outlines', id, name }, null)
    } catch (error) {
      setFault(error instanceof Error ? error.message : text('failed'))
    }
  }
  const show = (area: Area): void => {
    setFocus(area)
    top.current?.scrollIntoView({ block: 'start' })
  }

  const names = new Map(known?.cells.map(({ code, name }) => [code, name]))
  const mayDraw = may('grid.cells.draw')
  return (
    <Stack sx={{ gap: 2, pb: 4, minWidth: 0 }} ref={top}>
      <Title title={text('map.title')} />
      <Stack direction="row" sx={{ gap: 2, alignItems: 'flex-end', flexWrap: 'wrap' }}>
        <Box sx={{ flex: '1 1 320px' }}>
          <Typography variant="h5" component="h1">
            {text('map.title')}
          </Typography>
          <Typography color="textSecondary">{text('map.help')}</Typography>
        </Box>
        {all.length > 1 ? (
          <TextField
            select
            size="small"
            label={text('map.community')}
            value={communityId}
            onChange={({ target }) => setCommunityId(target.value)}
            sx={{ minWidth: 160 }}
            slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
          >
            <MenuItem value="">{text('map.all')}</MenuItem>
            {all.map(({ code, name }) => (
              <MenuItem key={code} value={code}>
                {name}
              </MenuItem>
            ))}
          </TextField>
        ) : null}
      </Stack>
      {fault ? <Alert severity="error">{fault}</Alert> : null}
      {drawn ? (
        <Alert
          severity="info"
          action={
            <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
              <Button onClick={() => setCorners(corners.slice(0, -1))} disabled={corners.length === 0}>
                {text('map.undo')}
              </Button>
              <Button onClick={() => setCorners([])} disabled={corners.length === 0}>
                {text('map.clear')}
              </Button>
              <Button variant="contained" onClick={() => void save()} disabled={corners.length > 0 && corners.length < 3}>
                {text('map.save')}
              </Button>
              <Button onClick={() => setDrawn(undefined)}>{text('map.cancel')}</Button>
            </Stack>
          }
        >
          {text('map.drawing', { name: drawn.name, n: corners.length })}
        </Alert>
      ) : null}
      {known ? (
        <NetMap
          coverage={known}
          drawing={drawn ? { id: drawn.id, corners, onChange: setCorners } : null}
          focus={focus}
          label={text('map.title')}
        />
      ) : (
        <LinearProgress aria-label={text('loading')} />
      )}
      {known ? (
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}>
          <Card>
            <CardContent>
              <Typography variant="h6" component="h2">
                {text('map.faults')}
              </Typography>
              {known.overlaps.length + known.gaps.length === 0 ? <Typography>{text('map.fine')}</Typography> : null}
              <List dense>
                {known.overlaps.map((each) => (
                  <ListItem
                    key={`${each.first}${each.second}`}
                    divider
                    secondaryAction={<Button onClick={() => show(each.area)}>{text('map.show')}</Button>}
                  >
                    <ListItemText
                      sx={{ pr: 9 }}
                      primary={text('map.overlap', {
                        first: names.get(each.first) ?? '',
                        second: names.get(each.second) ?? '',
                        size: each.squareMetres.toLocaleString(),
                      })}
                    />
                  </ListItem>
                ))}
                {known.gaps.map((each) => (
                  <ListItem
                    key={JSON.stringify(each.area.coordinates[0])}
                    divider
                    secondaryAction={<Button onClick={() => show(each.area)}>{text('map.show')}</Button>}
                  >
                    <ListItemText
                      sx={{ pr: 9 }}
                      primary={text('map.gap', {
                        community: known.communities.find(({ code }) => code === each.community)?.name ?? '',
                        size: each.squareMetres.toLocaleString(),
                      })}
                    />
                  </ListItem>
                ))}
              </List>
              <Homeless coverage={known} onChanged={read} />
            </CardContent>
          </Card>
          <Card>
            <CardContent>
              <Typography variant="h6" component="h2">
                {text('map.hot')}
              </Typography>
              {known.hotSpots.length === 0 ? <Typography>{text('map.hot.none')}</Typography> : null}
              <List dense>
                {known.hotSpots.slice(0, 8).map((each) => (
                  <ListItem key={each.place} divider secondaryAction={<Chip label={text('map.times', { n: each.events })} />}>
                    <ListItemText sx={{ pr: 8 }} primary={each.place} />
                  </ListItem>
                ))}
              </List>
            </CardContent>
          </Card>
          <Card sx={{ gridColumn: '1 / -1' }}>
            <CardContent>
              <Typography variant="h6" component="h2">
                {text('map.cells')}
              </Typography>
              <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr', lg: '1fr 1fr 1fr' } }}>
                {mayDraw
                  ? known.communities.map(({ code, name, outlineId, outline }) => (
                      <Stack key={code} direction="row" sx={{ alignItems: 'center', gap: 1, minHeight: 48 }}>
                        <Typography sx={{ flexGrow: 1 }}>
                          {name} {text('map.outline')}
                        </Typography>
                        <Button
                          onClick={() =>
                            outlineId ? start({ kind: 'outlines', id: outlineId, name }, outline) : void newOutline(code, name)
                          }
                        >
                          {text(outline ? 'map.edit' : 'map.draw')}
                        </Button>
                      </Stack>
                    ))
                  : null}
                {known.cells.map((cell) => (
                  <Stack key={cell.id} direction="row" sx={{ alignItems: 'center', gap: 1, minHeight: 48 }}>
                    <Box sx={{ flexGrow: 1 }}>
                      <Link to={path({ resource: 'grid.cells', id: cell.id, type: 'show' })}>{cell.name}</Link>
                      <Typography variant="body2" color="textSecondary">
                        {text('map.homes', { n: cell.homes })}
                      </Typography>
                    </Box>
                    {cell.area ? null : <Chip size="small" color="warning" label={text('map.undrawn')} />}
                    {mayDraw ? (
                      <Button
                        onClick={() => start({ kind: 'cells', id: cell.id, name: cell.name }, cell.area)}
                        aria-label={`${text(cell.area ? 'map.edit' : 'map.draw')} ${cell.name}`}
                      >
                        {text(cell.area ? 'map.edit' : 'map.draw')}
                      </Button>
                    ) : null}
                  </Stack>
                ))}
              </Box>
            </CardContent>
          </Card>
        </Box>
      ) : null}
    </Stack>
  )
}
