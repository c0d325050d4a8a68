import { Accordion, AccordionDetails, AccordionSummary, Alert, Box, Button, Stack, Typography } from '@mui/material'
import MoreIcon from '@mui/icons-material/ExpandMore'
import { calendarYears } from '@linli/kit/platform'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import type { RaRecord } from 'react-admin'
import { Link } from 'react-router'
import { request } from '../http/index.ts'
import ResourceList from '../list/resource-list.tsx'
import { useWords } from '../messages/index.ts'
import { useMay } from '../model/index.ts'

interface KnownYear {
  readonly year: number
  readonly days: string
  readonly source: string
  readonly given: boolean
}

const CELLS = { readAs: (record: RaRecord): ReactElement => <Days text={String(record.readAs ?? '')} /> }

/** The years' holidays: what is missing, what the street entered, and what came with the program. */
export default function CalendarList(): ReactElement {
  const words = useWords()
  const may = useMay()
  const { data, error } = useQuery({
    queryKey: ['linli', 'calendar'],
    queryFn: ({ signal }) => request<{ years: KnownYear[] }>('/platform/calendar', { signal }),
  })
  const [thisYear] = useState(() => new Date().getFullYear())
  const missing = data && [thisYear, thisYear + 1].filter((year) => data.years.every((known) => known.year !== year))
  return (
    <Stack sx={{ gap: 2, pb: 4 }}>
      <Typography color="textSecondary">{words('calendar.help')}</Typography>
      {error ? <Alert severity="error">{error.message}</Alert> : null}
      {missing?.map((year) => (
        <Alert
          key={year}
          severity={year === thisYear ? 'error' : 'warning'}
          sx={{ flexWrap: 'wrap' }}
          action={
            may(`${calendarYears.name}.create`) ? (
              <Button
                color="inherit"
                component={Link}
                to={`/${calendarYears.name}/create?source=${encodeURIComponent(JSON.stringify({ year }))}`}
              >
                {words('calendar.enter', { year })}
              </Button>
            ) : null
          }
        >
          {words('calendar.missing', { year })}
        </Alert>
      ))}
      <ResourceList cells={CELLS} />
      {data ? (
        <Box component="section">
          <Typography variant="h6" component="h2" gutterBottom>
            {words('calendar.given')}
          </Typography>
          {data.years
            .filter(({ given }) => given)
            .map(({ year, days, source }) => (
              <Accordion key={year} disableGutters variant="outlined">
                <AccordionSummary expandIcon={<MoreIcon />}>{words('calendar.year', { year })}</AccordionSummary>
                <AccordionDetails>
                  <Days text={days} />
                  <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
                    {words('calendar.source', { source })}
                  </Typography>
                </AccordionDetails>
              </Accordion>
            ))}
        </Box>
      ) : null}
    </Stack>
  )
}

function Days({ text }: { readonly text: string }): ReactElement {
  return (
    <Typography variant="body2" component="div" sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere', minWidth: { xs: 0, md: 220 } }}>
      {text}
    </Typography>
  )
}
