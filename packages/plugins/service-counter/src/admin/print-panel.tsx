import type { PanelProps } from '@linli/admin'
import { Alert, Button, Stack } from '@mui/material'
import { type ReactElement, useState } from 'react'
import { printForm } from './print.ts'
import { sentence } from './use-action.ts'
import { useSay } from './use-say.ts'

const FORMS: Readonly<Record<string, readonly (readonly [form: string, title: string])[]>> = {
  'counter.applications': [
    ['accepted', '受理通知书（回执）'],
    ['rejected', '不予受理通知书'],
    ['decision', '办理结果通知书'],
    ['urge', '超期督办单'],
  ],
  'counter.supervisions': [['supervision', '超期督办单']],
  'counter.inquiries': [['inquiry', '首问登记表']],
  'counter.notices': [['notice', '一次性告知书']],
  'counter.breaches': [['breach', '责任追究登记表']],
  'counter.certificate-requests': [['certificate', '证明开具登记单']],
  'counter.commitments': [['commitment', '告知承诺书']],
  'counter.items': [['promises', '承诺时限公示表']],
}

/** The forms of a record, each one page. */
export default function PrintPanel({ record, resource }: PanelProps): ReactElement {
  const say = useSay()
  const [fault, setFault] = useState('')
  const forms = (FORMS[resource] ?? []).filter(([form]) => fits(form, String(record.status ?? '')))
  return (
    <Stack direction="row" sx={{ gap: 2, flexWrap: 'wrap' }}>
      {fault ? <Alert severity="error">{fault}</Alert> : null}
      {forms.map(([form, title]) => (
        <Button
          key={form}
          variant="outlined"
          size="large"
          onClick={() => void printForm(form, record.id).catch((error: unknown) => setFault(sentence(error)))}
        >
          {say('打印{form}', { form: say(title) })}
        </Button>
      ))}
      {forms.length === 0 ? <span>{say('现在没有可以打印的单据。受理、告知或办结后再来。')}</span> : null}
    </Stack>
  )
}

const REVIEWED = ['in_review', 'deferred', 'paused', 'decided', 'delivered', 'rated', 'archived']

function fits(form: string, status: string): boolean {
  if (form === 'rejected') return status === 'rejected'
  if (form === 'decision') return ['decided', 'delivered', 'rated', 'archived'].includes(status)
  if (form === 'accepted') return REVIEWED.includes(status)
  return form === 'urge' ? status === 'in_review' || status === 'deferred' : true
}
