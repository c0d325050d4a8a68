import { choice, defineAction, text } from '@linli/kit'

/** The forms that are printed, each one page. */
export const FORMS = { slip: '议题流转单', resolution: '决议公示单', meeting: '会议纪要与签到表', sheet: '评比考评表' } as const

/** A form as a page of its own, ready for the printer. */
export const printForm = defineAction({
  name: 'council.print',
  title: '打印',
  hidden: true,
  readOnly: true,
  input: {
    form: choice({ title: '哪一种', options: FORMS, required: true }),
    id: text({ title: '记录', required: true, min: 36, max: 36 }),
  },
  example: { html: '<!doctype html>…' },
})
