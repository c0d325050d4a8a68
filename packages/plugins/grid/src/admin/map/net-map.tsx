import { Box } from '@mui/material'
import L from 'leaflet'
import 'leaflet/dist/leaflet.css'
import { type ReactElement, useEffect, useRef } from 'react'
import type { Coverage } from '../../actions/index.ts'
import type { Area, Corner } from '../../rules/area.ts'
import { snapped } from './snap.ts'

interface NetMapProps {
  readonly coverage: Coverage
  /** What is being drawn; its own area is hidden meanwhile. */
  readonly drawing: {
    readonly id: string
    readonly corners: readonly Corner[]
    readonly onChange: (corners: readonly Corner[]) => void
  } | null
  readonly focus: Area | null
  readonly label: string
}

const COLORS = ['#1d4ed8', '#047857', '#7c3aed', '#b45309', '#0e7490', '#be185d'] as const
const pointOf = ([lng, lat]: Corner): L.LatLngTuple => [lat, lng]

/** Leaflet without any tile: everything on it comes from the street's own data, nothing from the network. */
export function NetMap({ coverage, drawing, focus, label }: NetMapProps): ReactElement {
  const box = useRef<HTMLDivElement>(null)
  const map = useRef<L.Map | null>(null)
  const shapes = useRef<L.LayerGroup | null>(null)
  const pencil = useRef<L.LayerGroup | null>(null)
  const latest = useRef({ coverage, drawing })
  useEffect(() => {
    latest.current = { coverage, drawing }
  })

  useEffect(() => {
    if (!box.current) return undefined
    const made = L.map(box.current, { attributionControl: false, zoomSnap: 0.25 }).setView([34.42, 115.64], 14)
    L.control.scale({ imperial: false }).addTo(made)
    shapes.current = L.layerGroup().addTo(made)
    pencil.current = L.layerGroup().addTo(made)
    made.on('click', ({ latlng }) => {
      const { drawing: now, coverage: net } = latest.current
      if (now) now.onChange([...now.corners, snapped(made, latlng, net, now.id)])
    })
    map.current = made
    return () => {
      made.remove()
      map.current = null
    }
  }, [])

  const drawnId = drawing?.id
  useEffect(() => {
    const group = shapes.current
    if (!group) return
    group.clearLayers()
    for (const { outline, outlineId } of coverage.communities)
      if (outline && outlineId !== drawnId)
        L.geoJSON(outline, { style: { color: '#111827', weight: 3, fill: false, dashArray: '8 6' }, interactive: false }).addTo(group)
    for (const [index, { id, name, area, kind, homes }] of coverage.cells.entries()) {
      if (!area || id === drawnId) continue
      const color = COLORS[index % COLORS.length] ?? COLORS[0]
      L.geoJSON(area, { style: { color, weight: 2, fillColor: color, fillOpacity: kind === 'basic' ? 0.12 : 0.3 }, interactive: false })
        .bindTooltip(`${name} · ${homes}`, { permanent: true, direction: 'center', className: 'net-name' })
        .addTo(group)
    }
    for (const { area } of coverage.overlaps)
      L.geoJSON(area, { style: { color: '#b91c1c', weight: 2, fillColor: '#b91c1c', fillOpacity: 0.55 }, interactive: false }).addTo(group)
    for (const { area } of coverage.gaps)
      L.geoJSON(area, {
        style: { color: '#c2410c', weight: 2, fillColor: '#f97316', fillOpacity: 0.5, dashArray: '4 4' },
        interactive: false,
      }).addTo(group)
    for (const { lat, lng, place, events } of coverage.hotSpots)
      if (lat !== null && lng !== null)
        L.circle([lat, lng], { radius: 12 + events * 8, color: '#dc2626', weight: 1, fillOpacity: 0.18 })
          .bindTooltip(`${place} · ${events}`)
          .addTo(group)
    for (const { lat, lng, no, title, status } of coverage.events)
      L.circleMarker([lat, lng], { radius: 6, color: '#fff', weight: 1.5, fillColor: '#9c1c1c', fillOpacity: 1 })
        .bindTooltip(`${no} ${title} · ${status}`)
        .addTo(group)
  }, [coverage, drawnId])

  // A new street or community is looked at whole; drawing does not move the map.
  const whole = coverage.cells.map(({ code }) => code).join()
  useEffect(() => {
    const bounds = boundsOf([...coverage.cells, ...coverage.communities.map(({ outline }) => ({ area: outline }))])
    if (bounds) map.current?.fitBounds(bounds, { padding: [20, 20] })
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [whole])
  useEffect(() => {
    const bounds = focus && boundsOf([{ area: focus }])
    if (bounds) map.current?.fitBounds(bounds, { padding: [80, 80], maxZoom: 18 })
  }, [focus])

  useEffect(() => {
    const group = pencil.current
    if (!group) return
    group.clearLayers()
    if (!drawing) return
    const { corners, onChange, id } = drawing
    if (corners.length > 1)
      L.polygon(corners.map(pointOf), { color: '#9c1c1c', weight: 3, fillOpacity: 0.2, interactive: false }).addTo(group)
    for (const [index, corner] of corners.entries()) {
      const handle = L.marker(pointOf(corner), {
        draggable: true,
        icon: L.divIcon({ className: 'net-corner', iconSize: [22, 22] }),
        alt: `${index + 1}`,
      })
      handle.on('dragend', () => {
        const { current } = map
        if (current)
          onChange(corners.map((each, at) => (at === index ? snapped(current, handle.getLatLng(), latest.current.coverage, id) : each)))
      })
      handle.addTo(group)
    }
    // The coverage is read where it is needed, from `latest`.
  }, [drawing])

  // Leaflet keeps classes of its own on its element; one that React styles anew would lose them.
  return (
    <Box
      sx={{
        height: { xs: 380, md: 520 },
        borderRadius: 1,
        border: 1,
        borderColor: 'divider',
        overflow: 'hidden',
        isolation: 'isolate',
        '& .leaflet-container': { height: '100%', background: '#f1efe9', font: 'inherit' },
        '& .leaflet-grab': { cursor: drawing ? 'crosshair' : 'grab' },
        '& .net-name': { background: 'rgba(255,255,255,.85)', border: 0, boxShadow: 'none', padding: '0 6px', fontSize: 12, color: '#111' },
        '& .net-name::before': { display: 'none' },
        '& .net-corner': { borderRadius: '50%', background: '#9c1c1c', border: '3px solid #fff', boxShadow: '0 0 0 1px #9c1c1c' },
      }}
    >
      <div ref={box} role="application" aria-label={label} />
    </Box>
  )
}

function boundsOf(areas: readonly { readonly area: Area | null }[]): L.LatLngBounds | undefined {
  const bounds = L.latLngBounds([])
  for (const { area } of areas) if (area) bounds.extend(L.geoJSON(area).getBounds())
  return bounds.isValid() ? bounds : undefined
}
