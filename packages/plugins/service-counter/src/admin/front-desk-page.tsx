import { request } from '@linli/admin'
import {
  Alert,
  Autocomplete,
  Button,
  Card,
  Checkbox,
  Chip,
  FormControlLabel,
  MenuItem,
  Stack,
  TextField,
  ToggleButton,
  ToggleButtonGroup,
  Typography,
} from '@mui/material'
import { type ReactElement, useEffect, useState } from 'react'
import { Link, Title, useCreatePath, useGetList, useGetOne } from 'react-admin'
import type { checklist, Received } from '../actions/index.ts'
import { CHANNELS } from '../rules/options.ts'
import { MaterialLine } from './material-line.tsx'
import { printForm } from './print.ts'
import { Qr, ratingAddress } from './qr.tsx'
import { call, sentence } from './use-action.ts'
import { useSay } from './use-say.ts'

type Listed = (typeof checklist)['example']
type Option = Readonly<Record<string, unknown>> & { readonly id: string; readonly name: string }
type Ticks = Readonly<Record<string, { readonly state: string; readonly note: string }>>
type Done = Received & {
  readonly code: string
  readonly isInstant: boolean
  readonly deferred: readonly string[]
  readonly deferUntil: string
}

/** Who applies: a resident, an organisation, or somebody who is not in the registry. */
const APPLICANTS = { person: '居民', organisation: '单位', stranger: '没有登记的' } as const
type Applicant = keyof typeof APPLICANTS

/** Find the person, choose the item, tick what is there, hand out the slip: four presses. */
export default function FrontDeskPage(): ReactElement {
  const say = useSay()
  const [sentBy, setSentBy] = useState(() => askedFor(window.location.hash))
  const { data: sent } = useGetOne('registry.people', { id: sentBy.person }, { enabled: sentBy.person !== '' })
  const [person, setPerson] = useState<Option | null>(null)
  const [applicant, setApplicant] = useState<Applicant>('person')
  const [organisation, setOrganisation] = useState<Option | null>(null)
  const [stranger, setStranger] = useState('')
  const [phone, setPhone] = useState('')
  const [item, setItem] = useState<Option | null>(null)
  const [channel, setChannel] = useState<string>('window')
  const [agentName, setAgentName] = useState('')
  const [listed, setListed] = useState<Listed>()
  const [ticks, setTicks] = useState<Ticks>({})
  const [deferUntil, setDeferUntil] = useState('')
  const [promised, setPromised] = useState(false)
  const [committed, setCommitted] = useState(false)
  const [done, setDone] = useState<Done>()
  const [fault, setFault] = useState('')
  const [isBusy, setBusy] = useState(false)

  useEffect(() => {
    if (sent) setPerson(sent as unknown as Option)
  }, [sent])
  useEffect(() => {
    setListed(undefined)
    if (!item) return
    call<Listed>('checklist', { itemId: item.id, ...(applicant === 'person' && person ? { personId: person.id } : {}) })
      .then((answer) => {
        setListed(answer)
        setTicks(
          Object.fromEntries(answer.materials.map(({ name, state }) => [name, { state: state === 'ours' ? 'ours' : 'ok', note: '' }])),
        )
        setFault('')
      })
      .catch((error: unknown) => setFault(sentence(error)))
  }, [item, person, applicant])

  const asked = (listed?.materials ?? []).filter(({ state }) => state !== 'ours')
  const isDeferring = asked.some(({ name }) => ticks[name]?.state === 'deferred')
  const isDeclaring = asked.some(({ name }) => ticks[name]?.state === 'promised')
  const isLacking = asked.some(({ name, required }) => ticks[name]?.state === 'wrong' || (required && ticks[name]?.state === 'missing'))
  const isKnown = { person: person !== null, organisation: organisation !== null, stranger: stranger.trim() !== '' }[applicant]
  const whom = {
    person: { personId: person?.id },
    organisation: { organisationId: organisation?.id },
    stranger: { applicantName: stranger.trim() },
  }[applicant]

  const receive = async (): Promise<void> => {
    setBusy(true)
    try {
      const received = await call<Received>('receive', {
        itemId: item?.id,
        ...whom,
        ...(phone.trim() ? { phone: phone.trim() } : {}),
        ...(sentBy.ticket ? { ticketId: sentBy.ticket } : {}),
        channel,
        ...(agentName.trim() ? { agentName: agentName.trim() } : {}),
        ticks: asked.map(({ name }) => ({
          name,
          state: ticks[name]?.state ?? 'missing',
          ...(ticks[name]?.note ? { note: ticks[name].note } : {}),
        })),
        ...(isDeclaring ? { committed } : {}),
        ...(isDeferring ? { deferUntil: deferUntil || null, promised } : {}),
      })
      const { code } = await request<{ code: string }>(`/counter/applications/${received.id}/actions/slip`, { method: 'POST', body: {} })
      setDone({
        ...received,
        code,
        isInstant: listed?.promisedDays === 0,
        deferred: asked.flatMap(({ name }) => (ticks[name]?.state === 'deferred' ? name : [])),
        deferUntil,
      })
      setFault('')
    } catch (error) {
      setFault(sentence(error))
    } finally {
      setBusy(false)
    }
  }
  const next = (): void => {
    setDone(undefined)
    setSentBy({ ticket: '', person: '' })
    setPerson(null)
    setStranger('')
    setPhone('')
    setOrganisation(null)
    setApplicant('person')
    setItem(null)
    setChannel('window')
    setAgentName('')
    setPromised(false)
    setCommitted(false)
    setDeferUntil('')
  }

  return (
    <Stack sx={{ gap: 2, maxWidth: 860, pb: 6 }}>
      <Title title={say('前台受理')} />
      <Typography variant="h5" component="h1">
        {say('前台受理')}
      </Typography>
      {fault ? <Alert severity="error">{fault}</Alert> : null}
      {done ? (
        <Slip done={done} onNext={next} />
      ) : (
        <>
          <ToggleButtonGroup
            exclusive
            color="primary"
            value={applicant}
            onChange={(_event, chosen: Applicant | null) => chosen && setApplicant(chosen)}
            aria-label={say('申请人是')}
          >
            {Object.entries(APPLICANTS).map(([value, word]) => (
              <ToggleButton key={value} value={value}>
                {say(word)}
              </ToggleButton>
            ))}
          </ToggleButtonGroup>
          {applicant === 'stranger' ? (
            <TextField
              autoFocus
              required
              label={say('1. 申请人姓名')}
              value={stranger}
              onChange={(event) => setStranger(event.target.value)}
            />
          ) : null}
          {applicant === 'organisation' ? (
            <Search
              label={say('1. 找单位')}
              help={say('名称或拼音首字母')}
              resource="registry.organisations"
              value={organisation}
              onChange={setOrganisation}
              more="address"
              isFirst
            />
          ) : null}
          {applicant === 'person' ? (
            <Search
              label={say('1. 找人')}
              help={say('姓名、拼音首字母、身份证号或电话')}
              resource="registry.people"
              value={person}
              onChange={setPerson}
              more="address"
              isFirst
            />
          ) : null}
          <Search
            label={say('2. 选事项')}
            help={say('名称或拼音首字母')}
            resource="counter.items"
            value={item}
            onChange={setItem}
            filter={ON_OFFER}
          />
          {listed ? (
            <Card variant="outlined" sx={{ p: 2 }}>
              <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', mb: 1 }}>
                <Chip label={say(listed.kindTitle)} />
                <Chip
                  color="primary"
                  label={listed.promisedDays === 0 ? say('当场办结') : say('承诺 {n} 个工作日', { n: listed.promisedDays })}
                />
                <Chip label={say('今天受理，{day} 前办结', { day: listed.dueOn })} />
                {listed.isProvisional ? <Chip color="warning" variant="outlined" label={say('暂定，下一年放假通知未发布')} /> : null}
                <Chip label={say(listed.fee)} />
                {listed.isVerified ? null : <Chip color="warning" variant="outlined" label={say('未核验')} />}
              </Stack>
              {listed.conditions ? <Typography color="textSecondary">{listed.conditions}</Typography> : null}
              <Typography variant="h6" component="h2" sx={{ mt: 2 }}>
                {say('3. 勾材料')}
              </Typography>
              {listed.materials.length === 0 ? <Typography>{say('这个事项不用带材料。')}</Typography> : null}
              {listed.materials.map((material) => (
                <MaterialLine
                  key={material.name}
                  material={material}
                  tick={ticks[material.name] ?? { state: 'missing', note: '' }}
                  onTick={(tick) => setTicks({ ...ticks, [material.name]: tick })}
                />
              ))}
              {isDeclaring ? (
                <FormControlLabel
                  sx={{ mt: 2 }}
                  control={<Checkbox checked={committed} onChange={(event) => setCommitted(event.target.checked)} />}
                  label={say('已告知承诺内容和不实的后果，申请人已签告知承诺书')}
                />
              ) : null}
              {isDeferring ? (
                <Stack direction="row" sx={{ gap: 2, mt: 2, flexWrap: 'wrap', alignItems: 'center' }}>
                  <TextField
                    type="date"
                    label={say('后补截止日期')}
                    value={deferUntil}
                    onChange={(event) => setDeferUntil(event.target.value)}
                    slotProps={{ inputLabel: { shrink: true } }}
                  />
                  <FormControlLabel
                    control={<Checkbox checked={promised} onChange={(event) => setPromised(event.target.checked)} />}
                    label={say('申请人已签容缺承诺，知道逾期视为撤回')}
                  />
                </Stack>
              ) : null}
              <Stack direction="row" sx={{ gap: 2, mt: 2, flexWrap: 'wrap' }}>
                <TextField
                  select
                  size="small"
                  label={say('办理方式')}
                  value={channel}
                  onChange={(event) => setChannel(event.target.value)}
                  sx={{ minWidth: 140 }}
                >
                  {Object.entries(CHANNELS).map(([value, word]) => (
                    <MenuItem key={value} value={value}>
                      {say(word)}
                    </MenuItem>
                  ))}
                </TextField>
                <TextField
                  size="small"
                  label={say(applicant === 'person' ? '联系电话（有变化才填）' : '联系电话（查进度用）')}
                  value={phone}
                  onChange={(event) => setPhone(event.target.value)}
                  sx={{ flex: '1 1 180px' }}
                />
                <TextField
                  size="small"
                  label={say('代办人（别人代办才填）')}
                  value={agentName}
                  onChange={(event) => setAgentName(event.target.value)}
                  sx={{ flex: '1 1 220px' }}
                />
              </Stack>
            </Card>
          ) : null}
          <Button
            variant="contained"
            size="large"
            disabled={!isKnown || !listed || isBusy}
            onClick={() => void receive()}
            sx={{ minHeight: 56, fontSize: 18 }}
          >
            {say(isLacking ? '4. 出具一次性告知书' : isDeferring ? '4. 容缺受理，出回执' : '4. 受理，出回执')}
          </Button>
        </>
      )}
    </Stack>
  )
}

const ON_OFFER = { status: ['published', 'revising'] }

/** Whom the queue sent here, and with which number. */
function askedFor(address: string): { readonly ticket: string; readonly person: string } {
  const given = new URLSearchParams(address.split('?')[1] ?? '')
  return { ticket: given.get('ticket') ?? '', person: given.get('person') ?? '' }
}

interface SearchProps {
  readonly label: string
  readonly help: string
  readonly resource: string
  readonly value: Option | null
  readonly onChange: (value: Option | null) => void
  readonly more?: string
  readonly filter?: Readonly<Record<string, unknown>>
  readonly isFirst?: boolean
}

function Search({ label, help, resource, value, onChange, more, filter = {}, isFirst = false }: SearchProps): ReactElement {
  const say = useSay()
  const [q, setQ] = useState('')
  const { data = [], isFetching } = useGetList(resource, {
    filter: { ...filter, ...(q ? { q } : {}) },
    pagination: { page: 1, perPage: 20 },
    sort: { field: 'id', order: 'DESC' },
  })
  const options = data as unknown as readonly Option[]
  return (
    <Autocomplete
      value={value}
      onChange={(_event, chosen) => onChange(chosen)}
      onInputChange={(_event, text, why) => setQ(why === 'input' ? text : '')}
      options={value && !options.some(({ id }) => id === value.id) ? [value, ...options] : options}
      filterOptions={(all) => all}
      loading={isFetching}
      loadingText={say('正在找')}
      noOptionsText={say('没有找到，换个写法再试')}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      getOptionKey={({ id }) => id}
      getOptionLabel={(option) => [option.name, more ? String(option[more] ?? '') : ''].filter(Boolean).join('，')}
      renderInput={(params) => <TextField {...params} label={label} helperText={help} autoFocus={isFirst} />}
    />
  )
}

function Slip({ done, onNext }: { readonly done: Done; readonly onNext: () => void }): ReactElement {
  const path = useCreatePath()
  const say = useSay()
  const [finished, setFinished] = useState('')
  const [fault, setFault] = useState('')
  const isNoticed = done.outcome === 'noticed'
  const finish = async (): Promise<void> => {
    try {
      await request(`/counter/applications/${done.id}/decide`, { method: 'POST', body: { input: { result: 'yes' } } })
      await request(`/counter/applications/${done.id}/deliver`, {
        method: 'POST',
        body: { input: { delivery: 'window', receiver: say('本人') } },
      })
      setFinished(say('已当场办结，结果已交给申请人。请申请人扫码评价。'))
    } catch (error) {
      setFault(sentence(error))
    }
  }
  const offer = (): void => {
    request<{ window: string }>(`/counter/applications/${done.id}/actions/offer-rating`, { method: 'POST', body: {} })
      .then(({ window: place }) => setFinished(say('请申请人在{place}的评价器上按一个。', { place })))
      .catch((error: unknown) => setFault(sentence(error)))
  }
  return (
    <Card variant="outlined" sx={{ p: 3, textAlign: 'center' }}>
      <Alert severity={isNoticed ? 'warning' : 'success'} sx={{ textAlign: 'left' }}>
        {finished ||
          (isNoticed
            ? say('已一次性告知，还缺：{materials}。请打印告知书交给申请人。', { materials: done.missing.join('、') })
            : say('已受理，最迟 {day} 办结。', { day: done.promisedOn ?? '' }))}
      </Alert>
      {done.outcome === 'deferred' ? (
        <Alert severity="info" sx={{ textAlign: 'left', mt: 1 }}>
          {say('容缺受理：{day} 前补齐 {materials}，逾期未补视为撤回。补齐以前不计时。', {
            day: done.deferUntil,
            materials: done.deferred.join('、'),
          })}
        </Alert>
      ) : null}
      {done.isProvisional ? (
        <Alert severity="info" sx={{ textAlign: 'left', mt: 1 }}>
          {say('办结日期是暂定的：下一年的放假通知还没有发布，发布后系统自动重算并告知。')}
        </Alert>
      ) : null}
      {fault ? (
        <Alert severity="error" sx={{ textAlign: 'left', mt: 1 }}>
          {fault}
        </Alert>
      ) : null}
      <Typography sx={{ fontSize: 28, fontWeight: 700, my: 2 }}>{done.no}</Typography>
      <Qr text={ratingAddress(done.code)} label={say('回执 {no} 的二维码', { no: done.no })} />
      <Typography color="textSecondary">{say('请申请人现在用自己的手机扫码：绑定后查进度、办结后评价，只有这部手机能评价')}</Typography>
      <Stack direction="row" sx={{ gap: 2, mt: 3, justifyContent: 'center', flexWrap: 'wrap' }}>
        {done.isInstant && done.outcome === 'accepted' && !finished ? (
          <Button variant="contained" color="success" size="large" onClick={() => void finish()}>
            {say('当场办结，结果交本人')}
          </Button>
        ) : null}
        {finished ? (
          <Button variant="outlined" size="large" onClick={offer}>
            {say('请在评价器上评价')}
          </Button>
        ) : null}
        {isNoticed ? (
          <Button variant="outlined" size="large" disabled={!done.noticeId} onClick={() => void printForm('notice', done.noticeId ?? '')}>
            {say('打印一次性告知书')}
          </Button>
        ) : (
          <Button variant="outlined" size="large" onClick={() => void printForm('accepted', done.id)}>
            {say('打印回执')}
          </Button>
        )}
        <Button variant="outlined" size="large" component={Link} to={path({ resource: 'counter.applications', id: done.id, type: 'show' })}>
          {say('打开办件')}
        </Button>
        <Button variant="contained" size="large" onClick={onNext}>
          {say('下一位')}
        </Button>
      </Stack>
    </Card>
  )
}
