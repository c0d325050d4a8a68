import { Box, Button, Stack, Typography } from '@mui/material'
import type { AnyResource } from '@linli/kit'
import type { ReactElement } from 'react'
import { CreateButton } from 'react-admin'
import { Link } from 'react-router'
import { usePlaceNames } from '../field/index.ts'
import { useWords } from '../messages/index.ts'
import { useMay, useTitles } from '../model/index.ts'
import { useChosenPlace } from '../place/index.ts'
import { useImports } from './imports.ts'

/** The list before the first row: what to do first. */
export function EmptyList({ resource }: { readonly resource: AnyResource }): ReactElement {
  const words = useWords()
  const title = useTitles()
  const may = useMay()
  const place = useChosenPlace()
  const placeName = usePlaceNames()
  const imports = useImports(resource)
  const name = title(resource.name, resource.title)
  const canCreate = (resource.writable?.create ?? true) && may(`${resource.name}.create`)
  const text = resource.empty ? title(`${resource.name}.empty`, resource.empty) : words('list.empty', { name })
  return (
    <Box sx={{ textAlign: 'center', py: 8, px: 2 }}>
      <Typography variant="h6" component="p" gutterBottom>
        {place && resource.scope !== 'street' ? words('list.emptyPlace', { place: placeName(place), name }) : text}
      </Typography>
      <Stack direction="row" sx={{ gap: 1, justifyContent: 'center', flexWrap: 'wrap' }}>
        {canCreate ? <CreateButton variant="contained" label={words('record.add', { name })} /> : null}
        {imports.map(({ path, label }) => (
          <Button key={path} variant="outlined" component={Link} to={path}>
            {label}
          </Button>
        ))}
      </Stack>
    </Box>
  )
}
