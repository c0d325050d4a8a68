import { request } from '@linli/admin'
import {
  Alert,
  Autocomplete,
  Button,
  Card,
  Checkbox,
  Chip,
  FormControlLabel,
  Stack,
  TextField,
  ToggleButton,
  ToggleButtonGroup,
  Typography,
} from '@mui/material'
import { type ReactElement, useEffect, useState } from 'react'
import { Link, Title, useCreatePath, useGetList } from 'react-admin'
import type { checklist, DeskMaterial, Received } from '../actions/index.ts'
import { printForm } from './print.ts'
import { Qr, ratingAddress } from './qr.tsx'
import { call, sentence } from './use-action.ts'

type Listed = (typeof checklist)['example']
type Option = Readonly<Record<string, unknown>> & { readonly id: string; readonly name: string }
type Ticks = Readonly<Record<string, { readonly state: string; readonly note: string }>>

/** Find the person, choose the item, tick what is there, hand out the slip: four presses. */
export default function FrontDeskPage(): ReactElement {
  const [person, setPerson] = useState<Option | null>(null)
  const [item, setItem] = useState<Option | null>(null)
  const [listed, setListed] = useState<Listed>()
  const [ticks, setTicks] = useState<Ticks>({})
  const [deferUntil, setDeferUntil] = useState('')
  const [promised, setPromised] = useState(false)
  const [done, setDone] = useState<Received & { readonly code: string }>()
  const [fault, setFault] = useState('')
  const [isBusy, setBusy] = useState(false)

  useEffect(() => {
    setListed(undefined)
    if (!item) return
    call<Listed>('checklist', { itemId: item.id, ...(person ? { personId: person.id } : {}) })
      .then((answer) => {
        setListed(answer)
        setTicks(
          Object.fromEntries(answer.materials.map(({ name, state }) => [name, { state: state === 'ours' ? 'ours' : 'ok', note: '' }])),
        )
        setFault('')
      })
      .catch((error: unknown) => setFault(sentence(error)))
  }, [item, person])

  const asked = (listed?.materials ?? []).filter(({ state }) => state !== 'ours')
  const isDeferring = asked.some(({ name }) => ticks[name]?.state === 'deferred')
  const isLacking = asked.some(({ name, required }) => required && ['missing', 'wrong'].includes(ticks[name]?.state ?? ''))

  const receive = async (): Promise<void> => {
    setBusy(true)
    try {
      const received = await call<Received>('receive', {
        itemId: item?.id,
        personId: person?.id,
        ticks: asked.map(({ name }) => ({
          name,
          state: ticks[name]?.state ?? 'missing',
          ...(ticks[name]?.note ? { note: ticks[name].note } : {}),
        })),
        ...(isDeferring ? { deferUntil: deferUntil || null, promised } : {}),
      })
      const { code } = await request<{ code: string }>(`/counter/applications/${received.id}/actions/slip`, { method: 'POST', body: {} })
      setDone({ ...received, code })
      setFault('')
    } catch (error) {
      setFault(sentence(error))
    } finally {
      setBusy(false)
    }
  }
  const next = (): void => {
    setDone(undefined)
    setPerson(null)
    setItem(null)
    setPromised(false)
    setDeferUntil('')
  }

  return (
    <Stack sx={{ gap: 2, maxWidth: 860, pb: 6 }}>
      <Title title="前台受理" />
      <Typography variant="h5" component="h1">
        前台受理
      </Typography>
      {fault ? <Alert severity="error">{fault}</Alert> : null}
      {done ? (
        <Slip done={done} onNext={next} />
      ) : (
        <>
          <Search
            label="1. 找人：姓名、拼音首字母、身份证号或电话"
            resource="registry.people"
            value={person}
            onChange={setPerson}
            more="address"
          />
          <Search
            label="2. 选事项：名称或拼音首字母"
            resource="counter.items"
            value={item}
            onChange={setItem}
            filter={{ status: ['published', 'revising'] }}
          />
          {listed ? (
            <Card variant="outlined" sx={{ p: 2 }}>
              <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', mb: 1 }}>
                <Chip label={listed.kindTitle} />
                <Chip color="primary" label={`承诺 ${listed.promised}`} />
                <Chip label={`今天受理，${listed.dueOn} 前办结${listed.isProvisional ? '（暂定）' : ''}`} />
                <Chip label={listed.fee} />
                {listed.isVerified ? null : <Chip color="warning" variant="outlined" label="未核验" />}
              </Stack>
              {listed.conditions ? <Typography color="textSecondary">{listed.conditions}</Typography> : null}
              <Typography variant="h6" component="h2" sx={{ mt: 2 }}>
                3. 勾材料
              </Typography>
              {listed.materials.map((material) => (
                <MaterialLine
                  key={material.name}
                  material={material}
                  tick={ticks[material.name] ?? { state: 'missing', note: '' }}
                  onTick={(tick) => setTicks({ ...ticks, [material.name]: tick })}
                />
              ))}
              {isDeferring ? (
                <Stack direction="row" sx={{ gap: 2, mt: 2, flexWrap: 'wrap', alignItems: 'center' }}>
                  <TextField
                    type="date"
                    label="后补截止日期"
                    value={deferUntil}
                    onChange={(event) => setDeferUntil(event.target.value)}
                    slotProps={{ inputLabel: { shrink: true } }}
                  />
                  <FormControlLabel
                    control={<Checkbox checked={promised} onChange={(event) => setPromised(event.target.checked)} />}
                    label="申请人已签容缺承诺，知道逾期视为撤回"
                  />
                </Stack>
              ) : null}
            </Card>
          ) : null}
          <Button
            variant="contained"
            size="large"
            disabled={!person || !listed || isBusy}
            onClick={() => void receive()}
            sx={{ minHeight: 56, fontSize: 18 }}
          >
            {isLacking ? '4. 出具一次性告知书' : isDeferring ? '4. 容缺受理，出回执' : '4. 受理，出回执'}
          </Button>
        </>
      )}
    </Stack>
  )
}

interface SearchProps {
  readonly label: string
  readonly resource: string
  readonly value: Option | null
  readonly onChange: (value: Option | null) => void
  readonly more?: string
  readonly filter?: Readonly<Record<string, unknown>>
}

function Search({ label, resource, value, onChange, more, filter = {} }: SearchProps): ReactElement {
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
      loadingText="正在找"
      noOptionsText="没有找到，换个写法再试"
      isOptionEqualToValue={(one, other) => one.id === other.id}
      getOptionKey={({ id }) => id}
      getOptionLabel={(option) => [option.name, more ? String(option[more] ?? '') : ''].filter(Boolean).join('，')}
      renderInput={(params) => <TextField {...params} label={label} />}
    />
  )
}

interface MaterialLineProps {
  readonly material: DeskMaterial
  readonly tick: { readonly state: string; readonly note: string }
  readonly onTick: (tick: { readonly state: string; readonly note: string }) => void
}

function MaterialLine({ material, tick, onTick }: MaterialLineProps): ReactElement {
  const { name, held, canDefer, required, copies, form } = material
  return (
    <Stack direction="row" sx={{ gap: 2, py: 1.5, borderTop: 1, borderColor: 'divider', flexWrap: 'wrap', alignItems: 'center' }}>
      <Typography sx={{ flex: '1 1 200px' }}>
        {name}
        <Typography component="span" variant="body2" color="textSecondary">
          {` ${[required ? '' : '按情形', `${copies} 份`, form].filter(Boolean).join('，')}`}
        </Typography>
      </Typography>
      {held ? (
        <Chip
          color="success"
          variant="outlined"
          label={held}
          sx={{ height: 'auto', '& .MuiChip-label': { whiteSpace: 'normal', py: 1 } }}
        />
      ) : (
        <>
          <ToggleButtonGroup
            exclusive
            color="primary"
            value={tick.state}
            onChange={(_event, state: string | null) => state && onTick({ ...tick, state })}
            aria-label={name}
          >
            <ToggleButton value="ok">已收</ToggleButton>
            <ToggleButton value="missing">缺</ToggleButton>
            <ToggleButton value="wrong">不合格</ToggleButton>
            {canDefer ? <ToggleButton value="deferred">容缺</ToggleButton> : null}
          </ToggleButtonGroup>
          {tick.state === 'wrong' ? (
            <TextField
              size="small"
              label="哪里不合格"
              value={tick.note}
              onChange={(event) => onTick({ ...tick, note: event.target.value })}
            />
          ) : null}
        </>
      )}
    </Stack>
  )
}

function Slip({ done, onNext }: { readonly done: Received & { readonly code: string }; readonly onNext: () => void }): ReactElement {
  const path = useCreatePath()
  const isNoticed = done.outcome === 'noticed'
  return (
    <Card variant="outlined" sx={{ p: 3, textAlign: 'center' }}>
      <Alert severity={isNoticed ? 'warning' : 'success'} sx={{ textAlign: 'left' }}>
        {isNoticed
          ? `已一次性告知，还缺：${done.missing.join('、')}。请打印告知书交给申请人。`
          : `已受理，最迟 ${done.promisedOn ?? ''} 办结${done.isProvisional ? '（暂定）' : ''}。`}
      </Alert>
      <Typography sx={{ fontSize: 28, fontWeight: 700, my: 2 }}>{done.no}</Typography>
      <Qr text={ratingAddress(done.code)} label={`回执 ${done.no} 的二维码`} />
      <Typography color="textSecondary">请申请人扫码保存：查进度、办结后评价</Typography>
      <Stack direction="row" sx={{ gap: 2, mt: 3, justifyContent: 'center', flexWrap: 'wrap' }}>
        {isNoticed ? null : (
          <Button variant="outlined" size="large" onClick={() => void printForm('accepted', done.id)}>
            打印回执
          </Button>
        )}
        <Button variant="outlined" size="large" component={Link} to={path({ resource: 'counter.applications', id: done.id, type: 'show' })}>
          打开办件
        </Button>
        <Button variant="contained" size="large" onClick={onNext}>
          下一位
        </Button>
      </Stack>
    </Card>
  )
}
