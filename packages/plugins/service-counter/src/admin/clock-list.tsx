import { instantText } from '@linli/admin'
import { Box, Button, Card, Chip, LinearProgress, Stack, Typography } from '@mui/material'
import type { ReactElement } from 'react'
import { Link, useCreatePath } from 'react-admin'
import type { ClockLine } from '../actions/index.ts'
import { printForm } from './print.ts'

const LIGHTS = {
  green: ['时间充足', 'success'],
  amber: ['即将到期', 'warning'],
  red: ['已超期', 'error'],
  grey: ['暂停计时', 'inherit'],
} as const

/** Cases with their lights: a word beside every colour. */
export function ClockList({ lines, urging = false }: { readonly lines: readonly ClockLine[]; readonly urging?: boolean }): ReactElement {
  const path = useCreatePath()
  return (
    <Stack sx={{ gap: 1.5 }}>
      {lines.map((line) => {
        const [word, color] = LIGHTS[line.light]
        const share = line.total > 0 ? Math.min(100, (line.used / line.total) * 100) : 0
        return (
          <Card key={`${line.resource} ${line.id}`} variant="outlined" sx={{ p: 2 }}>
            <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
              <Chip
                color={color === 'inherit' ? 'default' : color}
                label={line.light === 'red' ? `超期 ${line.overdueDays} 个工作日` : word}
              />
              {line.level ? <Chip color="error" variant="outlined" label={`应${line.level}`} /> : null}
              {line.isProvisional ? <Chip label="暂定" variant="outlined" /> : null}
              <Typography
                component={Link}
                to={path({ resource: line.resource, id: line.id, type: 'show' })}
                sx={{ fontWeight: 600, flex: '1 1 260px' }}
              >
                {line.title}
              </Typography>
              {urging && line.resource === 'counter.applications' && line.light === 'red' ? (
                <Button variant="outlined" onClick={() => void printForm('urge', line.id)}>
                  打印督办单
                </Button>
              ) : null}
            </Stack>
            <Box sx={{ my: 1 }}>
              <LinearProgress variant="determinate" value={share} color={color} aria-label={`已用 ${line.used}，共 ${line.total}`} />
            </Box>
            <Typography variant="body2" color="textSecondary">
              {[
                line.no,
                line.state,
                line.community,
                line.handler,
                `已用 ${line.used} / ${line.total} 个工作日`,
                line.dueAt ? `${instantText(line.dueAt)} 到期` : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </Typography>
          </Card>
        )
      })}
    </Stack>
  )
}
