import { instantText } from '@linli/admin'
import { Box, Button, Card, Chip, LinearProgress, Stack, Typography } from '@mui/material'
import type { ReactElement } from 'react'
import { Link, useCreatePath } from 'react-admin'
import type { ClockLine, ClockRung } from '../actions/index.ts'
import { printForm } from './print.ts'
import { useSay } from './use-say.ts'

const LIGHTS = {
  green: ['时间充足', 'success'],
  amber: ['即将到期', 'warning'],
  red: ['已超期', 'error'],
  grey: ['暂停计时', 'inherit'],
} as const

/** Cases with their lights: a word beside every colour. */
export function ClockList({ lines, urging = false }: { readonly lines: readonly ClockLine[]; readonly urging?: boolean }): ReactElement {
  return (
    <Stack component="ul" sx={{ gap: 1.5, p: 0, m: 0, listStyle: 'none' }}>
      {lines.map((line) => (
        <ClockCard key={`${line.resource} ${line.id}`} line={line} urging={urging} />
      ))}
    </Stack>
  )
}

function ClockCard({ line, urging }: { readonly line: ClockLine; readonly urging: boolean }): ReactElement {
  const path = useCreatePath()
  const say = useSay()
  const [word, color] = LIGHTS[line.light]
  const share = line.total > 0 ? Math.min(100, (line.used / line.total) * 100) : 0
  const isUrged =
    urging && line.resource === 'counter.applications' && line.light === 'red' && (line.duty === 'decide' || line.duty === 'tonight')
  return (
    <Card component="li" variant="outlined" sx={{ p: 2 }}>
      <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
        <Chip color={color === 'inherit' ? 'default' : color} label={lightWord(line, say(word), say)} />
        {line.duty === 'accept' ? <Chip variant="outlined" label={say('待受理或一次性告知')} /> : null}
        {line.duty === 'deliver' ? <Chip color="error" variant="outlined" label={say('送达超期')} /> : null}
        {line.duty === 'tonight' && line.light === 'red' ? (
          <Chip color="error" variant="outlined" label={say('即办件没有当天办结')} />
        ) : null}
        {line.duty === 'tonight' && line.light !== 'red' ? (
          <Chip color="warning" variant="outlined" label={say('即办件，不能过夜')} />
        ) : null}
        {line.isProvisional ? <Chip label={say('暂定，下一年放假通知未发布')} variant="outlined" sx={{ maxWidth: '100%' }} /> : null}
        <Typography
          component={Link}
          to={path({ resource: line.resource, id: line.id, type: 'show' })}
          sx={{ fontWeight: 600, flex: '1 1 260px', color: 'primary.main' }}
        >
          {line.title}
        </Typography>
        {isUrged ? (
          <Button variant="outlined" onClick={() => void printForm('urge', line.id)}>
            {say('打印督办单')}
          </Button>
        ) : null}
      </Stack>
      <Box sx={{ my: 1 }}>
        <LinearProgress
          variant="determinate"
          value={share}
          color={color}
          aria-label={say('已用 {used}，共 {total}', { used: line.used, total: line.total })}
        />
      </Box>
      <Typography variant="body2" color="textSecondary">
        {[
          line.no,
          say(line.state),
          line.community,
          line.handler,
          say('已用 {used} / {total} 个工作日', { used: line.used, total: line.total }),
          line.dueAt ? say('{at} 到期', { at: instantText(line.dueAt) }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </Typography>
      {line.rung ? <Rung rung={line.rung} isOpen={urging} /> : null}
    </Card>
  )
}

/** Who must act on the rung that is reached, and what they did. */
function Rung({ rung, isOpen }: { readonly rung: ClockRung; readonly isOpen: boolean }): ReactElement {
  const path = useCreatePath()
  const say = useSay()
  const isActed = rung.state === 'acted'
  return (
    <Stack direction="row" sx={{ gap: 1, mt: 1, flexWrap: 'wrap', alignItems: 'center' }}>
      <Chip
        color={isActed ? 'success' : 'error'}
        variant="outlined"
        label={say(isActed ? '已{level}' : '应{level}', { level: say(rung.level) })}
      />
      <Typography variant="body2" sx={{ flex: '1 1 200px' }}>
        {[
          say('责任人 {name}', { name: rung.holder || say('未设岗位') }),
          isActed ? rung.action : rung.dueAt ? say('{at} 前处理', { at: instantText(rung.dueAt) }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </Typography>
      {isOpen && !isActed ? (
        <Button
          component={Link}
          variant={rung.isMine ? 'contained' : 'text'}
          to={path({ resource: 'counter.supervisions', id: rung.id, type: 'show' })}
        >
          {say(rung.isMine ? '去处理' : '查看')}
        </Button>
      ) : null}
    </Stack>
  )
}

function lightWord({ light, overdueDays }: ClockLine, word: string, say: ReturnType<typeof useSay>): string {
  if (light !== 'red') return word
  return overdueDays > 0 ? say('超期 {n} 个工作日', { n: overdueDays }) : word
}
