import { type PanelProps, request } from '@linli/admin'
import { Alert, Button, Checkbox, FormControlLabel, Stack, Typography } from '@mui/material'
import { type ReactElement, useState } from 'react'
import { useRefresh } from 'react-admin'
import type { bringMaterials } from '../actions/index.ts'
import type { CheckedMaterial } from '../rules/checked-material.ts'
import { MATERIAL_STATES, SOURCES } from '../rules/options.ts'
import { MaterialLine } from './material-line.tsx'
import { sentence } from './use-action.ts'
import { useSay } from './use-say.ts'

type Brought = (typeof bringMaterials)['example']

/** The papers of a case. While some are missing: ticked as they come, and accepted in the same press. */
export default function MaterialsPanel({ record }: PanelProps): ReactElement {
  const say = useSay()
  const refresh = useRefresh()
  const list = (record.materials ?? []) as readonly CheckedMaterial[]
  const isOpen =
    ['submitted', 'noticed', 'supplemented', 'deferred'].includes(String(record.status)) ||
    (record.status === 'in_review' && list.some(({ state }) => state === 'missing'))
  const [committed, setCommitted] = useState(false)
  const [ticks, setTicks] = useState<Readonly<Record<string, { readonly state: string; readonly note: string }>>>({})
  const [brought, setBrought] = useState<Brought>()
  const [fault, setFault] = useState('')
  const asked = list.filter(({ state }) => state !== 'ours')
  const tickOf = ({ name, state, note }: CheckedMaterial): { readonly state: string; readonly note: string } =>
    ticks[name] ?? { state: state === 'deferred' ? 'deferred' : state, note }
  const isDeclaring = asked.some((material) => tickOf(material).state === 'promised')
  const send = async (): Promise<void> => {
    try {
      const answer = await request<Brought>(`/counter/applications/${record.id}/actions/bring`, {
        method: 'POST',
        body: {
          ...(isDeclaring ? { committed } : {}),
          ticks: asked.map((material) => {
            const { state, note } = tickOf(material)
            return { name: material.name, state, ...(note ? { note } : {}) }
          }),
        },
      })
      setBrought(answer)
      setFault('')
      refresh()
    } catch (error) {
      setFault(sentence(error))
    }
  }
  return (
    <Stack sx={{ gap: 1, maxWidth: 860 }}>
      {fault ? <Alert severity="error">{fault}</Alert> : null}
      {brought ? (
        <Alert severity={brought.lacking.length === 0 ? 'success' : 'warning'}>
          {brought.lacking.length === 0
            ? say('材料齐了，已受理，最迟 {day} 办结。', { day: brought.promisedOn ?? '' })
            : say('已记下，还缺：{materials}', { materials: brought.lacking.join('、') })}
        </Alert>
      ) : null}
      {list.length === 0 ? <Typography>{say('这个事项不用带材料。')}</Typography> : null}
      {isOpen
        ? list.map((material) => (
            <MaterialLine
              key={material.name}
              material={{
                ...material,
                held: material.state === 'ours' ? say('由窗口共享取得，不用群众提供') : '',
              }}
              tick={tickOf(material)}
              onTick={(tick) => setTicks({ ...ticks, [material.name]: tick })}
            />
          ))
        : list.map(({ name, source, state, note }) => (
            <Typography key={name}>
              {[name, say(SOURCES[source]), say(MATERIAL_STATES[state]), note].filter(Boolean).join(' · ')}
            </Typography>
          ))}
      {isOpen && isDeclaring ? (
        <FormControlLabel
          control={<Checkbox checked={committed} onChange={(event) => setCommitted(event.target.checked)} />}
          label={say('已告知承诺内容和不实的后果，申请人已签告知承诺书')}
        />
      ) : null}
      {isOpen && list.length > 0 ? (
        <Button variant="contained" size="large" onClick={() => void send()} sx={{ alignSelf: 'start', mt: 1 }}>
          {say('收下材料，齐了就受理')}
        </Button>
      ) : null}
    </Stack>
  )
}
