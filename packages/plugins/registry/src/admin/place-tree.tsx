import { Box, Card, ToggleButton, ToggleButtonGroup, Typography, Stack } from '@mui/material'
import { useChosenPlace } from '@linli/admin'
import { useState, type ReactElement } from 'react'
import { Title } from 'react-admin'
import { Areas, type AreaView } from './place-areas.tsx'
import { useTexts } from './texts.ts'

/** The places of the street as a tree: communities, then their estates or their grids, then level by level to the rooms. */
export default function PlaceTree(): ReactElement {
  const text = useTexts()
  const chosen = useChosenPlace()
  const [view, setView] = useState<AreaView>('estates')
  return (
    <Stack sx={{ gap: 2, pb: 4, maxWidth: 960 }}>
      <Title title={text('places')} />
      <Stack direction="row" sx={{ gap: 2, justifyContent: 'space-between', alignItems: 'center', flexWrap: 'wrap' }}>
        <Box>
          <Typography variant="h5" component="h1">
            {text('places')}
          </Typography>
          <Typography color="textSecondary">{text('places.help')}</Typography>
        </Box>
        <ToggleButtonGroup
          exclusive
          size="small"
          value={view}
          onChange={(_event, next: AreaView | null) => setView(next ?? view)}
          aria-label={text('places.by')}
        >
          <ToggleButton value="estates" sx={{ color: 'text.primary' }}>
            {text('places.byEstate')}
          </ToggleButton>
          <ToggleButton value="grids" sx={{ color: 'text.primary' }}>
            {text('places.byGrid')}
          </ToggleButton>
        </ToggleButtonGroup>
      </Stack>
      <Card sx={{ p: 1 }}>
        <Areas key={chosen ?? ''} view={view} />
      </Card>
    </Stack>
  )
}
