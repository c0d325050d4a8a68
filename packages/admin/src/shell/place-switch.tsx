import { Button, ListItemText, Menu, MenuItem } from '@mui/material'
import PlaceIcon from '@mui/icons-material/PlaceOutlined'
import { useState, type ReactElement } from 'react'
import { usePlaceNames } from '../field/index.ts'
import { useWords } from '../messages/index.ts'
import { useAdminInfo } from '../model/index.ts'
import { choosePlace, useChosenPlace } from '../place/index.ts'
import type { MyPlace } from '../session/index.ts'

/** The tree of the street as a switch: all lists are narrowed to the chosen community or grid. */
export function PlaceSwitch(): ReactElement | null {
  const { me } = useAdminInfo()
  const words = useWords()
  const nameOf = usePlaceNames()
  const chosen = useChosenPlace()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const places = inTreeOrder(me.places)
  if (places.length < 2) return null
  const isStreetWide = me.posts.some(({ place }) => !place.communityId && !place.gridId)
  const all = isStreetWide ? me.street.name : words('menu.myPlaces')
  const communities = places.filter(({ kind }) => kind === 'community')
  const own = !isStreetWide && communities.length === 1 ? communities[0]?.name : undefined
  const label = chosen ? nameOf(chosen) : (own ?? all)
  const choose = (code: string | null): void => {
    setAnchor(null)
    choosePlace(code)
  }
  return (
    <>
      <Button
        color="inherit"
        aria-haspopup="menu"
        aria-label={`${words('menu.place')}：${label}`}
        startIcon={<PlaceIcon />}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ flex: 'none', maxWidth: { xs: 140, sm: 260 }, whiteSpace: 'nowrap', overflow: 'hidden', px: 1 }}
      >
        <span style={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>{label}</span>
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        <MenuItem selected={chosen === null} onClick={() => choose(null)}>
          {all}
        </MenuItem>
        {places.map(({ code, name, kind }) => (
          <MenuItem key={code} selected={chosen === code} onClick={() => choose(code)}>
            <ListItemText sx={{ pl: kind === 'grid' ? 3 : 0 }}>{name}</ListItemText>
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}

function inTreeOrder(places: readonly MyPlace[]): readonly MyPlace[] {
  return places.filter(({ kind }) => kind === 'community' || kind === 'grid').toSorted((a, b) => (a.code < b.code ? -1 : 1))
}
