import { Button, MenuItem, Select, Stack, Typography } from '@mui/material'
import type { ReactElement } from 'react'
import { useListContext, useTranslate } from 'react-admin'
import { useWords } from '../messages/index.ts'

const SIZES = [10, 25, 50, 100]

/** Turns pages, and says how many rows there are as far as the server counted. */
export function CountedPagination(): ReactElement | null {
  const words = useWords()
  const translate = useTranslate()
  const { page, perPage, setPage, setPerPage, total, hasNextPage, hasPreviousPage, data, meta, isPending } = useListContext()
  if (isPending || !data || (data.length === 0 && page === 1)) return null
  const from = (page - 1) * perPage + 1
  const to = from + data.length - 1
  const more = (meta as { more?: boolean } | undefined)?.more === true
  const key = total === undefined || total === null ? 'list.rangeOpen' : more ? 'list.rangeMore' : 'list.range'
  return (
    <Stack
      direction="row"
      component="nav"
      aria-label={translate('ra.navigation.current_page', { page })}
      sx={{ gap: 1, p: 1, alignItems: 'center', justifyContent: 'flex-end', flexWrap: 'wrap' }}
    >
      <Typography variant="body2" aria-live="polite">
        {words(key, { from, to, total: total ?? 0 })}
      </Typography>
      <Select
        size="small"
        value={perPage}
        onChange={(event) => setPerPage(Number(event.target.value))}
        inputProps={{ 'aria-label': translate('ra.navigation.page_rows_per_page') }}
      >
        {SIZES.map((size) => (
          <MenuItem key={size} value={size}>
            {size}
          </MenuItem>
        ))}
      </Select>
      <Button disabled={!hasPreviousPage && page <= 1} onClick={() => setPage(page - 1)}>
        {translate('ra.navigation.previous')}
      </Button>
      <Button disabled={!hasNextPage} onClick={() => setPage(page + 1)}>
        {translate('ra.navigation.next')}
      </Button>
    </Stack>
  )
}
