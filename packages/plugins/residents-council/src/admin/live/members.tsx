import { DialogForm } from '@linli/admin'
import type { Fields } from '@linli/kit'
import { Box, Button, Chip, Stack, Typography } from '@mui/material'
import { type ReactElement, useState } from 'react'
import { recuse, signMinutes, type LiveMeeting, type LiveVote } from '../../actions/index.ts'
import { proxies } from '../../resources/index.ts'
import type { Act } from './act.ts'

type Person = LiveMeeting['people'][number]

/** What the operator is asked before it is done, and of whom. */
interface Asked {
  readonly what: 'recuse' | 'proxy' | 'sign'
  readonly person: Person
}

/** Everybody on the roll, with what the operator does for those without a phone: sign in, vote, recusal, a written proxy, the signature. */
export function Members({ live, act }: { readonly live: LiveMeeting; readonly act: Act }): ReactElement {
  const [asked, setAsked] = useState<Asked>()
  const vote = live.votes.find(({ status }) => status === 'open') ?? live.votes.find(({ status }) => status === 'prepared')
  return (
    <section aria-label="成员">
      <Typography variant="h6" component="h2">
        成员
      </Typography>
      <div role="list">
        {live.people.map((person) => (
          <Member key={person.id} live={live} person={person} vote={vote} act={act} ask={(what) => setAsked({ what, person })} />
        ))}
      </div>
      {asked ? <Question live={live} asked={asked} vote={vote} act={act} close={() => setAsked(undefined)} /> : null}
    </section>
  )
}

interface MemberProps {
  readonly live: LiveMeeting
  readonly person: Person
  readonly vote: LiveVote | undefined
  readonly act: Act
  readonly ask: (what: Asked['what']) => void
}

const CHOICES = { for: '赞成', against: '反对', abstain: '弃权' } as const

function Member({ live, person, vote, act, ask }: MemberProps): ReactElement {
  const base = `/council/meetings/${live.id}/actions`
  const isRunning = live.status === 'open' || live.status === 'noticed'
  const isRecused = vote?.recused.includes(person.id) ?? false
  const isAsked = vote?.status === 'open' && !vote.secret && !isRecused && person.voting && (person.here || person.proxy !== null)
  return (
    <Stack
      role="listitem"
      direction="row"
      sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap', py: 0.5, borderBottom: 1, borderColor: 'divider' }}
    >
      <Typography sx={{ minWidth: 120, fontWeight: 600 }}>
        {person.name} {person.duty ? <Chip size="small" label={person.duty} /> : null}
      </Typography>
      <Chip
        size="small"
        color={person.here ? 'success' : 'default'}
        label={person.here ? '已到' : person.proxy ? `委托 ${person.proxy}` : person.onLeave ? '请假' : '未到'}
      />
      {isRecused ? <Chip size="small" color="warning" label="已回避" /> : null}
      {person.hand === 'none' ? null : <Chip size="small" color="warning" label={person.hand === 'raised' ? '举手' : '发言中'} />}
      {person.signed ? <Chip size="small" color="success" label="已签字" /> : null}
      <Box sx={{ flexGrow: 1 }} />
      {isAsked
        ? (['for', 'against', 'abstain'] as const).map((choice) => (
            <Button key={choice} onClick={() => void act(`/council/votes/${vote.id}/actions/cast-for`, { personId: person.id, choice })}>
              {CHOICES[choice]}
            </Button>
          ))
        : null}
      {vote && !isRecused && person.voting ? <Button onClick={() => ask('recuse')}>回避</Button> : null}
      {person.here && live.status === 'open' ? (
        <Button onClick={() => void act(`${base}/give-floor`, { personId: person.id })}>
          {person.hand === 'speaking' ? '发言结束' : '请发言'}
        </Button>
      ) : null}
      {person.here && isRunning ? (
        <Button color="inherit" onClick={() => void act(`${base}/leave`, { personId: person.id })}>
          离场
        </Button>
      ) : null}
      {!person.here && isRunning && person.proxy === null && person.voting ? <Button onClick={() => ask('proxy')}>书面委托</Button> : null}
      {!person.here && isRunning ? (
        <Button onClick={() => void act(`${base}/sign-in`, { personId: person.id, mode: 'inPerson' })}>签到</Button>
      ) : null}
      {live.status === 'written' && person.came && !person.signed ? <Button onClick={() => ask('sign')}>代签</Button> : null}
    </Stack>
  )
}

interface QuestionProps {
  readonly live: LiveMeeting
  readonly asked: Asked
  readonly vote: LiveVote | undefined
  readonly act: Act
  readonly close: () => void
}

interface Form {
  readonly title: string
  readonly fields: Fields
  readonly path: string
  readonly submit: string
}

const FORMS: Readonly<Record<Asked['what'], Form>> = {
  recuse: { title: '回避表决', fields: { why: recuse.input.why }, path: recuse.name, submit: '登记回避' },
  proxy: {
    title: '书面委托',
    fields: { holderId: proxies.fields.holderId, paper: proxies.fields.paper },
    path: proxies.name,
    submit: '登记委托',
  },
  sign: { title: '在纸上签字', fields: { remark: signMinutes.input.remark }, path: signMinutes.name, submit: '登记签字' },
}

/** What has to be said for it: the interest, the holder and the paper of a proxy, what somebody signs with reserve. */
function Question({ live, asked: { what, person }, vote, act, close }: QuestionProps): ReactElement {
  const { title, fields, path, submit: submitLabel } = FORMS[what]
  const submit = async (input: Readonly<Record<string, unknown>>): Promise<void> => {
    if (what === 'recuse' && vote) await act(`/council/votes/${vote.id}/actions/recuse`, { ...input, personId: person.id })
    if (what === 'proxy') await act('/council/proxies', { ...input, meetingId: live.id, principalId: person.id })
    if (what === 'sign') await act(`/council/meetings/${live.id}/actions/sign-minutes`, { ...input, personId: person.id })
    close()
  }
  return (
    <DialogForm title={`${person.name} ${title}`} fields={fields} path={path} submitLabel={submitLabel} onSubmit={submit} onClose={close} />
  )
}
