import { dayOf } from '@linli/core/date'
import {
  Box,
  Card,
  CardActionArea,
  CardContent,
  Chip,
  LinearProgress,
  Link as MuiLink,
  MenuItem,
  Stack,
  TextField,
  Typography,
} from '@mui/material'
import { type ReactElement, useState } from 'react'
import { Title, useCreatePath, useGetList } from 'react-admin'
import { Link } from 'react-router'
import { listLink } from '@linli/admin'
import type { BoardColumn } from '../actions/index.ts'
import { LANES } from '../rules/options.ts'
import { useAsked } from './use-asked.ts'

/** The matters by the gate where they stand, the most urgent first. */
export default function BoardPage(): ReactElement {
  const [councilId, setCouncilId] = useState('')
  const asked: Readonly<Record<string, string>> = councilId ? { councilId } : {}
  const [board] = useAsked<{ columns: readonly BoardColumn[]; done: number; more: boolean }>('/council/actions/board', asked, 60)
  const { data: councils = [] } = useGetList('council.councils', {
    filter: { kind: 'council', status: 'active' },
    pagination: { page: 1, perPage: 100 },
    sort: { field: 'name', order: 'ASC' },
  })
  return (
    <Stack sx={{ gap: 2, pb: 4 }}>
      <Title title="议题看板" />
      <Box>
        <Typography variant="h5" component="h1">
          议题看板
        </Typography>
        <Typography color="textSecondary">按走到哪一议排列，期限近的在上面。点卡片办理。</Typography>
      </Box>
      {councils.length > 1 ? (
        <TextField
          select
          size="small"
          label="议事会"
          value={councilId}
          onChange={(event) => setCouncilId(event.target.value)}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
          sx={{ maxWidth: 320 }}
        >
          <MenuItem value="">全部议事会</MenuItem>
          {councils.map(({ id, name }) => (
            <MenuItem key={id} value={id}>
              {String(name)}
            </MenuItem>
          ))}
        </TextField>
      ) : null}
      {board === undefined ? (
        <LinearProgress aria-label="正在读取" />
      ) : board instanceof Error ? (
        <Typography color="error">{board.message}</Typography>
      ) : (
        <>
          <Stack direction="row" sx={{ gap: 2, overflowX: 'auto', alignItems: 'flex-start', pb: 2 }}>
            {board.columns.map((column) => (
              <Column key={column.state} column={column} within={asked} />
            ))}
          </Stack>
          <Typography>
            已办结{' '}
            <MuiLink component={Link} to={listLink('council.matters', { status: 'closed', ...asked })}>
              {board.done}
              {board.more ? ' 多' : ''} 件
            </MuiLink>
          </Typography>
        </>
      )}
    </Stack>
  )
}

interface ColumnProps {
  readonly column: BoardColumn
  /** The filter of the board. */
  readonly within: Readonly<Record<string, string>>
}

function Column({ column: { state, title, gate, count, more, overdue, cards }, within }: ColumnProps): ReactElement {
  const path = useCreatePath()
  return (
    <Stack component="section" aria-label={title} sx={{ gap: 1, width: { xs: 260, md: 280 }, flexShrink: 0 }}>
      <Stack direction="row" sx={{ gap: 1, alignItems: 'center' }}>
        <Typography variant="subtitle1" component="h2" sx={{ fontWeight: 700 }}>
          {title}
        </Typography>
        <Chip size="small" label={more ? `${count}+` : count} />
        {overdue > 0 ? <Chip size="small" color="error" label={`超期 ${overdue}`} /> : null}
      </Stack>
      {gate && gate !== title ? <Typography variant="body2">{gate}</Typography> : null}
      {count === 0 ? <Typography color="textSecondary">没有</Typography> : null}
      {cards.map((card) => (
        <Card key={card.id} variant="outlined" sx={card.overdue ? { borderColor: 'error.main' } : {}}>
          <CardActionArea component={Link} to={path({ resource: 'council.matters', id: card.id, type: 'show' })}>
            <CardContent>
              <Typography sx={{ fontWeight: 600 }}>{card.title}</Typography>
              <Typography variant="body2">
                {card.no} · {card.council}
              </Typography>
              {card.lane === 'ordinary' ? null : <Chip size="small" color="warning" label={LANES[card.lane as keyof typeof LANES]} />}
              {card.dueAt ? (
                <Typography variant="body2" color={card.overdue ? 'error' : 'textSecondary'}>
                  {card.overdue ? '已超期：' : '期限：'}
                  {dayOf(card.dueAt)}
                </Typography>
              ) : null}
            </CardContent>
          </CardActionArea>
        </Card>
      ))}
      {count > cards.length ? (
        <MuiLink component={Link} to={listLink('council.matters', { status: state, ...within })}>
          还有 {count - cards.length}
          {more ? ' 多' : ''} 件
        </MuiLink>
      ) : null}
    </Stack>
  )
}
