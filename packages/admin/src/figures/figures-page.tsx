import { Alert, Box, Button, Card, CardContent, Skeleton, Typography } from '@mui/material'
import { useQuery } from '@tanstack/react-query'
import { useMemo, type ReactElement } from 'react'
import { Title } from 'react-admin'
import { Link } from 'react-router'
import { Chart, type ChartData } from '../chart/index.ts'
import { moneyText } from '../field/index.ts'
import { request } from '../http/index.ts'
import { listLink } from '../list/index.ts'
import { useWords } from '../messages/index.ts'
import { useAdminInfo, useMay, useTitles } from '../model/index.ts'
import { PlaceLine, useChosenPlace } from '../place/index.ts'
import { Part } from '../record/index.ts'

interface FigureGroup {
  readonly value: string | null
  readonly label: string
  readonly count: number
}

interface CountedFigure {
  readonly name: string
  readonly title: string
  readonly help: string | null
  readonly value: number
  readonly kind: 'count' | 'money'
  readonly resource: string
  readonly filter: Readonly<Record<string, unknown>>
  readonly groups: readonly FigureGroup[] | null
}

/** The street in figures; each opens exactly the rows it was counted from. */
export default function FiguresPage(): ReactElement {
  const words = useWords()
  const title = useTitles()
  const may = useMay()
  const { model } = useAdminInfo()
  const place = useChosenPlace()
  const { data, error } = useQuery({
    queryKey: ['linli', 'figures', place],
    queryFn: ({ signal }) => request<{ figures: CountedFigure[] }>('/platform/figures', { signal }),
  })
  const cards = model.halves.flatMap((half) => half.figures.filter(({ permission }) => may(permission)))
  return (
    <Box sx={{ pb: 4 }}>
      <Title title={words('dashboard.title')} />
      <Typography variant="h5" component="h1" sx={{ mb: 1 }}>
        {words('dashboard.title')}
      </Typography>
      <PlaceLine />
      {error ? <Alert severity="error">{error.message}</Alert> : null}
      {data || error ? null : <Skeleton variant="rounded" height={200} />}
      {data?.figures.length === 0 && cards.length === 0 ? <Typography color="textSecondary">{words('dashboard.empty')}</Typography> : null}
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 300px), 1fr))' }}>
        {data?.figures.map((figure) => (
          <FigureCard key={figure.name} figure={figure} />
        ))}
        {cards.map((card) => (
          <Card key={card.title}>
            <CardContent>
              <Typography variant="subtitle1" component="h2">
                {title(`figure.${card.title}`, card.title)}
              </Typography>
              <Part load={card.load} props={{}} />
            </CardContent>
          </Card>
        ))}
      </Box>
    </Box>
  )
}

function FigureCard({ figure }: { readonly figure: CountedFigure }): ReactElement {
  const words = useWords()
  const title = useTitles()
  const { model } = useAdminInfo()
  const { name, value, kind, groups, resource, filter } = figure
  const by = model.plugins.flatMap(({ figures }) => figures).find((one) => one.name === name)?.by
  const heading = title(name, figure.title)
  const chart = useMemo<ChartData | null>(
    () =>
      groups && groups.length > 1
        ? {
            type: groups.length > 6 ? 'bar' : 'pie',
            labels: groups.map(({ label }) => label),
            series: [{ name: heading, values: groups.map(({ count }) => count) }],
          }
        : null,
    [groups, heading],
  )
  const shown = (amount: number): string => (kind === 'money' ? moneyText(amount) : String(amount))
  return (
    <Card sx={chart ? { gridRow: 'span 2' } : {}}>
      <CardContent>
        <Typography variant="subtitle1" component="h2">
          {heading}
        </Typography>
        <Typography variant="h4" component="p">
          {shown(value)}
        </Typography>
        {figure.help ? <Typography color="textSecondary">{title(`${name}.help`, figure.help)}</Typography> : null}
        <Button component={Link} to={listLink(resource, filter)} sx={{ ml: -1 }}>
          {kind === 'count' ? words('dashboard.open', { n: value }) : words('report.drill')}
        </Button>
        {chart ? <Chart data={chart} label={heading} /> : null}
        {groups ? (
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {groups.map((group) => (
              <li key={String(group.value)}>
                <Button
                  component={Link}
                  to={listLink(
                    resource,
                    by ? { ...filter, ...(group.value === null ? { [`${by}_empty`]: true } : { [by]: group.value }) } : filter,
                  )}
                  fullWidth
                  sx={{ justifyContent: 'space-between' }}
                >
                  <span>{group.label}</span>
                  <span>{group.count}</span>
                </Button>
              </li>
            ))}
          </Box>
        ) : null}
      </CardContent>
    </Card>
  )
}
