import { grid } from '@linli/plugin-grid'
import gridServer from '@linli/plugin-grid/server'
import { registry } from '@linli/plugin-registry'
import registryServer from '@linli/plugin-registry/server'
import { residentsCouncil } from '@linli/plugin-residents-council'
import councilServer from '@linli/plugin-residents-council/server'
import { counter } from '@linli/plugin-service-counter'
import counterServer from '@linli/plugin-service-counter/server'
import { isOnServer, machineFuzz, testStores } from '@linli/testing'
import { expect, test } from 'vitest'
import { plays } from './plays.ts'
import { samples } from './samples.ts'

const modules = [
  { plugin: registry, server: registryServer },
  { plugin: residentsCouncil, server: councilServer },
  { plugin: counter, server: counterServer },
  { plugin: grid, server: gridServer },
]
/**
 * The lines of a roll say who has voted and not when: nothing is remembered of that, so that a secret ballot stays secret. The registry writes
 * homes, people and tags of a cell in one statement, remembered by the assignment or the tag.
 */
const unrecorded = [
  'council.voters',
  'registry.units',
  'registry.people',
  'registry.households',
  'registry.household-members',
  'registry.residences',
  'registry.person-tags',
  'registry.household-tags',
  'registry.organisations',
]
const now = '2026-03-02T01:00:00.000Z'

/**
 * A game of a seed, in a file of its own, so that several run beside each other. `FUZZ_SEED` plays another one, `FUZZ_STEPS` a longer one:
 * `FUZZ_STEPS=10000 node scripts/check.mjs test governance`.
 */
export function playGovernance(seed: number): void {
  const played = Number(process.env.FUZZ_SEED ?? seed)
  const steps = Number(process.env.FUZZ_STEPS ?? 3500)

  test(`${steps} calls by everybody to everything reach nothing that is not declared (seed ${played})`, async () => {
    const report = await machineFuzz(modules, { steps, seed: played, now, samples, plays, unrecorded })
    console.log([`seed ${played}: ${report.taken} of ${report.steps} calls taken`, ...report.coverage, ...report.plays].join('\n'))
    expect(report.steps).toBe(steps)
    for (const { id } of [residentsCouncil, counter, grid])
      expect([id, report.share(id)]).toEqual([id, expect.toSatisfy((share) => share >= 0.6)])
  }, 1_800_000)

  const [, other] = testStores
  if (other === undefined) return
  test(`the same on the other database, in few calls (seed ${played})`, async () => {
    const report = await machineFuzz(modules, {
      steps: 400,
      seed: played,
      now,
      samples,
      plays,
      unrecorded,
      postgres: !isOnServer,
    })
    expect(report.taken).toBeGreaterThan(100)
  }, 1_800_000)
}
