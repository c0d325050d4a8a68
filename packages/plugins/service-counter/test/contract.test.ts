import { registry } from '@linli/plugin-registry'
import registryServer from '@linli/plugin-registry/server'
import { contractSuite, type Sampling } from '@linli/testing'
import { applications, counter, items } from '../src/index.ts'
import server from '../src/server/index.ts'

const period = { from: '2026-01-01', to: '2026-12-31' }

/** An item that is published, so that cases can be made of it. */
async function published({ row, run }: Sampling): Promise<string> {
  const { id } = await row(items)
  await run('counter', (ctx) => ctx.rows(items).step(id, 'publish', {}))
  return id
}

/** A case that was accepted, so that its clock runs. */
async function accepted(sampling: Sampling): Promise<string> {
  const { id } = await sampling.row(applications)
  await sampling.run('counter', async (ctx) => {
    await ctx.rows(applications).step(id, 'submit', {})
    await ctx.rows(applications).step(id, 'accept', {})
  })
  return id
}

contractSuite(
  { plugin: counter, server },
  {
    needs: [{ plugin: registry, server: registryServer }],
    samples: {
      'registry.units': { kind: 'estate' },
      'counter.items': { promisedDays: 5, line: 'aged' },
      'counter.items.update': { promisedDays: 4 },
      'counter.materials': { source: 'applicant' },
      'counter.applications': async (sampling) => ({ itemId: await published(sampling), applicantName: '张三丰' }),
      'counter.applications.notify': { lapseOn: '2199-01-01' },
      'counter.applications.tick': { ticks: [] },
      'counter.extensions': async (sampling) => ({ applicationId: await accepted(sampling), days: 3 }),
      'counter.notices': async (sampling) => ({ applicationId: (await sampling.row(applications)).id, seq: 1 }),
      'counter.ratings': async (sampling) => ({ applicationId: (await sampling.row(applications)).id }),
      'counter.inquiries.handOver': { handToId: '01900000-0000-7000-8000-000000000009' },
      'counter.receive': async (sampling) => ({ itemId: await published(sampling), applicantName: '张三丰', ticks: [] }),
      'counter.checklist': async (sampling) => ({ itemId: await published(sampling) }),
      'counter.print': { form: 'promises', id: '-' },
      'counter.case-ledger': period,
      'counter.inquiry-register': period,
      'counter.accountability-ledger': period,
      'counter.certificate-register': period,
      'counter.rating-report': period,
      'counter.burden': period,
      'counter.measures': period,
      'counter.performance': period,
      'counter.queue-report': period,
      'counter.prechecks.answer': { replies: [], verdict: 'ready', answer: '可以来办' },
      'counter.slots': ({ n }) => ({
        day: `2199-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`,
        from: '09:00',
        to: '10:00',
        seats: 4,
        deskSeats: 1,
      }),
      'counter.slots.update': { deskSeats: 2 },
      'counter.open-slots': { from: '2026-01-05', to: '2026-01-05', seats: 4, deskSeats: 1 },
      'counter.hotline-rates': period,
      'counter.commitment-ledger': period,
      'counter.commitments': async (sampling) => ({ applicationId: (await sampling.row(applications)).id, material: '居住证明' }),
      'counter.hotline-ledger': { ...period, counted: null },
      'counter.overdue-ledger': {},
      // The catalogue is the whole street's: a line in which the samples publish nothing.
      'counter.promise-table': { line: 'veterans' },
    },
  },
)
