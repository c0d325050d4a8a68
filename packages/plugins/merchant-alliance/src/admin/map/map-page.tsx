import { StatusChip, useDefinition, useTitles } from '@linli/admin'
import {
  Alert,
  Box,
  Button,
  Card,
  LinearProgress,
  List,
  ListItem,
  ListItemButton,
  ListItemText,
  MenuItem,
  Stack,
  TextField,
  Typography,
} from '@mui/material'
import { type ReactElement, useMemo, useState } from 'react'
import { type RaRecord, Title, useCreatePath, useGetList } from 'react-admin'
import { Link } from 'react-router'
import { CATEGORIES } from '../../resources/merchant.ts'
import { useTexts } from '../texts.ts'
import { ShopMap, type ShopPoint } from './shop-map.tsx'

const MOST = 500
const COLORS: Readonly<Record<string, string>> = { active: '#15803d', suspended: '#b91c1c' }
const OTHER = '#b45309'

interface Shop extends RaRecord {
  readonly name: string
  readonly category: string
  readonly status: string
  readonly address: string
  readonly location: { readonly lat: number; readonly lng: number } | null
}

/** The merchants on a map without tiles and in a list, by trade. */
export default function MapPage(): ReactElement {
  const text = useTexts()
  const title = useTitles()
  const [category, setCategory] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const {
    data,
    error,
    total = 0,
  } = useGetList<Shop>('merchants.merchants', {
    filter: { status: ['applied', 'checked', 'signed', 'active', 'suspended'], ...(category ? { category } : {}) },
    pagination: { page: 1, perPage: MOST },
    sort: { field: 'name', order: 'ASC' },
  })
  const shops = useMemo(() => data ?? [], [data])
  const points = useMemo(
    (): readonly ShopPoint[] =>
      shops.flatMap(({ id, name, status, location }) =>
        location ? [{ id: String(id), name, lat: location.lat, lng: location.lng, color: COLORS[status] ?? OTHER }] : [],
      ),
    [shops],
  )
  return (
    <Stack sx={{ gap: 2, pb: 4 }}>
      <Title title={text('map')} />
      <Stack direction="row" sx={{ gap: 2, justifyContent: 'space-between', alignItems: 'center', flexWrap: 'wrap' }}>
        <Box>
          <Typography variant="h5" component="h1">
            {text('map')}
          </Typography>
          <Typography color="textSecondary">{text('map.help')}</Typography>
        </Box>
        <TextField
          select
          size="small"
          label={text('map.category')}
          value={category}
          onChange={(event) => setCategory(event.target.value)}
          sx={{ minWidth: 160 }}
        >
          <MenuItem value="">{text('map.all')}</MenuItem>
          {Object.entries(CATEGORIES).map(([code, zh]) => (
            <MenuItem key={code} value={code}>
              {title(`merchants.merchants.category.${code}`, zh)}
            </MenuItem>
          ))}
        </TextField>
      </Stack>
      {error ? <Alert severity="error">{error.message}</Alert> : null}
      {!data && !error ? <LinearProgress aria-label={text('loading')} /> : null}
      {total > shops.length && data ? <Alert severity="info">{text('map.cut', { shown: shops.length, total })}</Alert> : null}
      {data && shops.length === 0 ? <Alert severity="info">{text('map.none')}</Alert> : null}
      <Stack direction={{ xs: 'column', md: 'row' }} sx={{ gap: 2 }}>
        <Box sx={{ flex: { md: 3 }, minWidth: 0 }}>
          <ShopMap shops={points} chosen={chosen} onChoose={setChosen} label={text('map')} />
          <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
            {text('map.located', { located: points.length, total: shops.length })}
          </Typography>
        </Box>
        <Card sx={{ flex: { md: 2 }, minWidth: 0, maxHeight: { md: 600 }, overflow: 'auto' }}>
          <List disablePadding>
            {shops.map((shop) => (
              <ShopLine key={shop.id} shop={shop} isChosen={chosen === shop.id} onChoose={() => setChosen(String(shop.id))} />
            ))}
          </List>
        </Card>
      </Stack>
    </Stack>
  )
}

function ShopLine({
  shop,
  isChosen,
  onChoose,
}: {
  readonly shop: Shop
  readonly isChosen: boolean
  readonly onChoose: () => void
}): ReactElement {
  const text = useTexts()
  const title = useTitles()
  const path = useCreatePath()
  const resource = useDefinition('merchants.merchants')
  const { id, name, category, status, address, location } = shop
  const trade = title(`merchants.merchants.category.${category}`, CATEGORIES[category as keyof typeof CATEGORIES] ?? '')
  return (
    <ListItem
      disablePadding
      divider
      secondaryAction={
        <Button
          size="small"
          component={Link}
          to={path({ resource: 'merchants.merchants', id, type: 'show' })}
          aria-label={`${text('map.open')} ${name}`}
        >
          {text('map.open')}
        </Button>
      }
    >
      <ListItemButton selected={isChosen} disabled={!location} onClick={onChoose} sx={{ pr: 10 }}>
        <ListItemText
          primary={
            <Stack component="span" direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
              {name}
              <StatusChip resource={resource} status={status} />
            </Stack>
          }
          secondary={`${trade} · ${address}${location ? '' : ` · ${text('map.unlocated')}`}`}
        />
      </ListItemButton>
    </ListItem>
  )
}
