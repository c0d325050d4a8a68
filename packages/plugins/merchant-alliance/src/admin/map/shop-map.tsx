import { Box } from '@mui/material'
import L from 'leaflet'
import 'leaflet/dist/leaflet.css'
import { type ReactElement, useEffect, useRef } from 'react'

/** A shop on the map. */
export interface ShopPoint {
  readonly id: string
  readonly name: string
  readonly lat: number
  readonly lng: number
  readonly color: string
}

interface ShopMapProps {
  readonly shops: readonly ShopPoint[]
  readonly chosen: string | null
  readonly onChoose: (id: string) => void
  readonly label: string
}

/** Leaflet without any tile: nothing on it comes from the network. The list beside it says the same in words. */
export function ShopMap({ shops, chosen, onChoose, label }: ShopMapProps): ReactElement {
  const box = useRef<HTMLDivElement>(null)
  const map = useRef<L.Map | null>(null)
  const points = useRef<L.LayerGroup | null>(null)
  const choose = useRef(onChoose)
  useEffect(() => {
    choose.current = onChoose
  })

  useEffect(() => {
    if (!box.current) return undefined
    const made = L.map(box.current, { attributionControl: false, zoomSnap: 0.25 }).setView([34.42, 115.64], 14)
    L.control.scale({ imperial: false }).addTo(made)
    points.current = L.layerGroup().addTo(made)
    map.current = made
    return () => {
      made.remove()
      map.current = null
    }
  }, [])

  // Other shops move the view; choosing one does not.
  useEffect(() => {
    const bounds = L.latLngBounds(shops.map(({ lat, lng }) => [lat, lng]))
    if (bounds.isValid()) map.current?.fitBounds(bounds.pad(0.1), { maxZoom: 17 })
  }, [shops])

  useEffect(() => {
    const group = points.current
    if (!group) return
    group.clearLayers()
    for (const { id, name, lat, lng, color } of shops) {
      const isChosen = id === chosen
      L.circleMarker([lat, lng], { radius: isChosen ? 13 : 8, color: '#fff', weight: 2, fillColor: color, fillOpacity: 0.95 })
        .bindTooltip(name, { permanent: isChosen, direction: 'top', className: 'shop-name' })
        .on('click', () => choose.current(id))
        .addTo(group)
    }
  }, [shops, chosen])

  return (
    <Box
      sx={{
        height: { xs: 320, md: 560 },
        borderRadius: 1,
        border: 1,
        borderColor: 'divider',
        overflow: 'hidden',
        isolation: 'isolate',
        '& .leaflet-container': { height: '100%', background: '#f1efe9', font: 'inherit' },
        '& .shop-name': { background: '#fff', border: 0, padding: '2px 8px', fontSize: 13, color: '#111' },
      }}
    >
      <div ref={box} role="application" aria-label={label} />
    </Box>
  )
}
