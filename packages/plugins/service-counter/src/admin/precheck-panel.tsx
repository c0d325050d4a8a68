import { instantText, type PanelProps, request } from '@linli/admin'
import { Alert, Button, Chip, Dialog, Stack, TextField, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material'
import { type ReactElement, useEffect, useState } from 'react'
import { type RaRecord, useGetList, useRefresh } from 'react-admin'
import { PRECHECKS, REPLIES } from '../rules/options.ts'
import type { Claimed, Replies } from '../rules/precheck.ts'
import { sentence } from './use-action.ts'
import { useSay } from './use-say.ts'

type Reply = Replies[number]
type State = Reply['state']

/** The papers of a pre-check with the photos that came with them; each is answered, and then the whole. */
export default function PrecheckPanel({ record }: PanelProps): ReactElement {
  const say = useSay()
  const refresh = useRefresh()
  const claimed = (record.claimed ?? []) as Claimed
  const answered = (record.replies ?? []) as Replies
  const isOpen = record.status === 'sent'
  const { data: files = [] } = useGetList('counter.precheck-files', {
    filter: { precheckId: record.id },
    pagination: { page: 1, perPage: 50 },
    sort: { field: 'createdAt', order: 'ASC' },
  })
  const [replies, setReplies] = useState<Readonly<Record<string, Reply>>>({})
  const [verdict, setVerdict] = useState('')
  const [answer, setAnswer] = useState('')
  const [fault, setFault] = useState('')
  const [looking, setLooking] = useState<RaRecord>()
  const send = (): void => {
    setFault('')
    request(`/counter/prechecks/${record.id}/actions/answer`, {
      method: 'POST',
      body: { replies: Object.values(replies), verdict: verdict || null, answer },
    })
      .then(() => refresh())
      .catch((error: unknown) => setFault(sentence(error)))
  }
  return (
    <Stack sx={{ gap: 1, maxWidth: 860 }}>
      {claimed.map(({ name, has }) => (
        <Paper
          key={name}
          name={name}
          has={has}
          files={files.filter(({ material }) => material === name)}
          reply={isOpen ? replies[name] : answered.find((each) => each.name === name)}
          onReply={isOpen ? (reply) => setReplies({ ...replies, [name]: reply }) : undefined}
          onLook={setLooking}
        />
      ))}
      {claimed.length === 0 ? <Typography>{say('这个事项不用带材料。')}</Typography> : null}
      {fault ? <Alert severity="error">{fault}</Alert> : null}
      {isOpen ? (
        <>
          <Typography component="h3" sx={{ fontWeight: 600, mt: 1 }}>
            {say('总的意见')}
          </Typography>
          <ToggleButtonGroup
            exclusive
            color="primary"
            value={verdict}
            onChange={(_event, value: string | null) => setVerdict(value ?? '')}
            aria-label={say('总的意见')}
            sx={{ flexWrap: 'wrap' }}
          >
            {Object.entries(PRECHECKS).map(([value, zh]) => (
              <ToggleButton key={value} value={value}>
                {say(zh)}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
          <TextField
            label={say('答复')}
            helperText={say('缺什么、带原件还是复印件、到哪个窗口。')}
            value={answer}
            onChange={({ target }) => setAnswer(target.value)}
            multiline
            minRows={2}
            slotProps={{ htmlInput: { maxLength: 500 } }}
          />
          <Button variant="contained" size="large" onClick={send} sx={{ alignSelf: 'start' }}>
            {say('答复居民')}
          </Button>
        </>
      ) : null}
      {looking ? <Photo file={looking} onClose={() => setLooking(undefined)} /> : null}
    </Stack>
  )
}

interface PaperProps {
  readonly name: string
  readonly has: boolean
  readonly files: readonly RaRecord[]
  readonly reply: Reply | undefined
  readonly onReply: ((reply: Reply) => void) | undefined
  readonly onLook: (file: RaRecord) => void
}

/** A paper: whether it is there, its photos, and what is said of it. */
function Paper({ name, has, files, reply, onReply, onLook }: PaperProps): ReactElement {
  const say = useSay()
  return (
    <Stack direction="row" sx={{ gap: 2, py: 1.5, borderTop: 1, borderColor: 'divider', flexWrap: 'wrap', alignItems: 'center' }}>
      <Stack sx={{ flex: '1 1 200px', gap: 0.5 }}>
        <Typography sx={{ fontWeight: 600 }}>{name}</Typography>
        <Typography variant="body2" color="textSecondary">
          {say(has ? '居民说有' : '居民说没有')}
        </Typography>
        <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap' }}>
          {files.map((file, index) =>
            file.forgottenAt ? (
              <Chip key={file.id} variant="outlined" label={say('照片已到期删除')} />
            ) : (
              <Button key={file.id} variant="outlined" onClick={() => onLook(file)}>
                {say('看{name}第 {n} 张', { name, n: index + 1 })}
              </Button>
            ),
          )}
          {files.length === 0 ? <Chip variant="outlined" label={say('没有传照片')} /> : null}
        </Stack>
      </Stack>
      {onReply ? (
        <>
          <ToggleButtonGroup
            exclusive
            color="primary"
            value={reply?.state ?? ''}
            onChange={(_event, state: State | null) => state && onReply({ name, state, words: reply?.words ?? '' })}
            aria-label={name}
          >
            {Object.entries(REPLIES).map(([state, zh]) => (
              <ToggleButton key={state} value={state} sx={{ px: 2.5 }}>
                {say(zh)}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
          {reply && reply.state !== 'ok' ? (
            <TextField
              size="small"
              required={reply.state === 'wrong'}
              label={say(reply.state === 'wrong' ? '哪里不符、怎么改' : '说明（可不填）')}
              value={reply.words}
              onChange={({ target }) => onReply({ ...reply, words: target.value })}
              slotProps={{ htmlInput: { maxLength: 200 } }}
              sx={{ flex: '1 1 220px' }}
            />
          ) : null}
        </>
      ) : (
        <Typography>{reply ? [say(REPLIES[reply.state]), reply.words].filter(Boolean).join('：') : '—'}</Typography>
      )}
    </Stack>
  )
}

/** One photo, fetched when it is asked for: each look is in the audit. What is no picture is saved. */
function Photo({ file, onClose }: { readonly file: RaRecord; readonly onClose: () => void }): ReactElement {
  const say = useSay()
  const [shown, setShown] = useState<{ readonly url: string; readonly isPicture: boolean }>()
  const [fault, setFault] = useState('')
  useEffect(() => {
    const leaving = new AbortController()
    let url: string | undefined
    fetch(`/api/counter/precheck-photos/${file.id}`, { credentials: 'same-origin', signal: leaving.signal })
      .then(async (response) => {
        if (!response.ok) throw new Error(((await response.json()) as { readonly zh?: string }).zh)
        const content = await response.blob()
        url = URL.createObjectURL(content)
        setShown({ url, isPicture: content.type.startsWith('image/') })
      })
      .catch((error: unknown) => {
        if (!leaving.signal.aborted) setFault(sentence(error))
      })
    return () => {
      leaving.abort()
      if (url !== undefined) URL.revokeObjectURL(url)
    }
  }, [file.id])
  const title = `${String(file.material)} · ${instantText(String(file.createdAt))}`
  return (
    <Dialog open onClose={onClose} maxWidth="lg" aria-label={title}>
      <Stack sx={{ p: 2, gap: 2 }}>
        <Typography>{title}</Typography>
        <Typography variant="body2" color="textSecondary">
          {say('查看已留痕，请勿转发。')}
        </Typography>
        {fault ? <Alert severity="error">{fault}</Alert> : null}
        {shown?.isPicture ? (
          <img src={shown.url} alt={title} style={{ maxWidth: '100%', maxHeight: '65vh', objectFit: 'contain' }} />
        ) : null}
        {shown && !shown.isPicture ? (
          <Button component="a" href={shown.url} download={`${String(file.material)}.pdf`} variant="outlined">
            {say('保存扫描件（PDF）')}
          </Button>
        ) : null}
        <Button onClick={onClose} variant="contained" sx={{ alignSelf: 'start' }}>
          {say('关闭')}
        </Button>
      </Stack>
    </Dialog>
  )
}
