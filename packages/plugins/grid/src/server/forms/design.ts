import type { ActionInput, Row } from '@linli/kit'
import type { Effects, Guards } from '@linli/store'
import type { designForm, FormLedgers } from '../../actions/index.ts'
import { reason } from '../../reasons.ts'
import { forms } from '../../resources/index.ts'
import { refusePublication } from '../../rules/form-fields.ts'
import type { Ctx } from '../context.ts'

/** A form is changed while it is designed, and published when every question has a use (W4). */
export const formGuards: Guards<Ctx, typeof forms> = {
  update: (_ctx, { row, patch }) => (row.status !== 'draft' && Object.keys(patch).length > 0 ? reason('form.only_draft') : undefined),
  publish: (ctx, { row }) => {
    const faults = refusePublication(row.target, row.questions ?? [], ledgersOf(ctx))
    return faults.length > 0 ? faults : { publishedOn: ctx.today }
  },
}

/** The former version is retired when the next one is published. */
export const formEffects: Effects<Ctx, typeof forms> = {
  publish: async (ctx, { after }) => {
    const rows = ctx.elevated().rows(forms)
    const former = await rows.list({ filter: { code: after.code, status: 'published' }, limit: 50, total: 'none' })
    for (const form of former.rows) {
      if (form.id !== after.id) await rows.step(form.id, 'retire', {}, { reason: `第 ${after.edition} 版已发布` })
    }
  },
}

/** Keeps the questions of a draft. */
export async function handleDesign(ctx: Ctx, { id, questions = [] }: ActionInput<typeof designForm>): Promise<{ questions: number }> {
  const form = await ctx.rows(forms).lock(id)
  if (form.status !== 'draft') return ctx.refuse(reason('form.only_draft'))
  await ctx.rows(forms).update(id, { questions })
  return { questions: (questions ?? []).length }
}

/** The next version of a form, as a draft. */
export async function handleRevise(ctx: Ctx, { id }: { id: string }): Promise<{ formId: string; version: number }> {
  const rows = ctx.rows(forms)
  const form = await rows.lock(id)
  if (await rows.first({ code: form.code, status: 'draft' })) return ctx.refuse(reason('form.draft_waits'))
  const { rows: versions } = await rows.list({ filter: { code: form.code }, sort: ['edition', 'desc'], limit: 1, total: 'none' })
  const version = (versions[0]?.edition ?? form.edition) + 1
  const { code, title, target, purpose, questions } = form
  const next = await rows.create({ code, title, target, purpose, questions, edition: version })
  return { formId: next.id, version }
}

/** The reports of the street's modules that are on: who can use an answer. */
function ledgersOf(ctx: Ctx): ReadonlySet<string> {
  return new Set(reportsOf(ctx).map(({ name }) => name))
}

function reportsOf(ctx: Ctx): FormLedgers['reports'] {
  return ctx.street.modules
    .filter(({ plugin }) => ctx.has(plugin.id))
    .flatMap(({ plugin }) => plugin.reports.map(({ name, title, consumer }) => ({ name, title, module: plugin.title, consumer })))
}

/** What the designer chooses from. */
export async function handleFormLedgers(ctx: Ctx): Promise<FormLedgers> {
  const { rows } = await ctx.rows(forms).list({ filter: { status: 'published' }, limit: 200, total: 'none' })
  return { reports: reportsOf(ctx), asked: rows.flatMap(askedBy) }
}

function askedBy(form: Row<typeof forms>): FormLedgers['asked'] {
  return (form.questions ?? []).map(({ title, consumers }) => ({ form: form.title, title, consumers }))
}
