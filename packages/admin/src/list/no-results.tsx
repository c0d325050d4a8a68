import { Button, Stack, Typography } from '@mui/material'
import type { AnyResource } from '@linli/kit'
import type { ReactElement } from 'react'
import { useListContext, useTranslate } from 'react-admin'
import { useTitles } from '../model/index.ts'

/** Nothing in the list: because of its filters, which are dropped by one press, on a phone too. */
export function NoResults({ resource }: { readonly resource: AnyResource }): ReactElement {
  const { filterValues, setFilters } = useListContext()
  const translate = useTranslate()
  const title = useTitles()
  const name = title(resource.name, resource.title)
  const isFiltered = Object.keys(filterValues ?? {}).length > 0
  return (
    <Stack direction="row" sx={{ gap: 1, p: 2, alignItems: 'center', flexWrap: 'wrap' }}>
      <Typography>{translate(isFiltered ? 'ra.navigation.no_filtered_results' : 'ra.navigation.no_results', { name })}</Typography>
      {isFiltered ? <Button onClick={() => setFilters({}, [])}>{translate('ra.navigation.clear_filters')}</Button> : null}
    </Stack>
  )
}
