import { Alert, Button } from '@mui/material'
import type { ReactElement } from 'react'
import { usePlaceNames } from '../field/index.ts'
import { useWords } from '../messages/index.ts'
import { choosePlace, useChosenPlace } from './place-choice.ts'

/** Says that the figures below are of the chosen place alone, and leads back to all; nothing where none is chosen. */
export function PlaceLine(): ReactElement | null {
  const words = useWords()
  const nameOf = usePlaceNames()
  const place = useChosenPlace()
  if (place === null) return null
  return (
    <Alert
      severity="info"
      sx={{ mb: 2 }}
      action={
        <Button color="inherit" onClick={() => choosePlace(null)} sx={{ '@media print': { display: 'none' } }}>
          {words('place.all')}
        </Button>
      }
    >
      {words('place.only', { place: nameOf(place) })}
    </Alert>
  )
}
