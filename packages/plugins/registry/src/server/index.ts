import { definePluginServer } from '@linli/store'
import { people } from '../resources/index.ts'
import { registry } from '../plugin.ts'
import { addMember, removeMember } from './households/actions.ts'
import { markDifficulty } from './households/difficulty.ts'
import { afterHouseholdCreate, afterMemberChange } from './households/effects.ts'
import { guardHouseholdCreate, guardHouseholdUpdate, guardMemberCreate, guardMemberUpdate } from './households/guards.ts'
import { residents } from './imports/residents.ts'
import { mergeOnto, searchDuplicates } from './merge/actions.ts'
import { guardDuplicateMerge } from './merge/decide-duplicate.ts'
import { undoMerge } from './merge/merge-people.ts'
import { migrations } from './migrations/index.ts'
import { movePerson, recordDeath, verifyPerson, withdrawDeath } from './people/actions.ts'
import { afterAccept } from './people/decide-proposal.ts'
import { afterPersonCreate, afterPersonUpdate } from './people/effects.ts'
import { guardPersonCreate, guardPersonUpdate } from './people/guards.ts'
import { verifySeen } from './people/verify-seen.ts'
import { assignGrid } from './places/assign-grid.ts'
import {
  afterOrganisationCreate,
  afterResidenceChange,
  guardOrganisationCreate,
  guardOrganisationUpdate,
  guardResidenceCreate,
} from './places/residents.ts'
import { placeAreas, placeTree } from './places/tree.ts'
import { afterUnitUpdate, guardUnitCreate, guardUnitUpdate } from './places/unit-guards.ts'
import { homesLedger, householdsLedger, organisationsLedger, peopleLedger } from './reports/ledgers.ts'
import { freshness, tagStatistics } from './reports/summaries.ts'
import { addTag } from './tags/actions.ts'
import { afterHouseholdTagEnd, afterTagEnd, guardHouseholdTagEnd, guardTagEnd } from './tags/guards.ts'
import { nightly, rederiveEverybody } from './tags/nightly.ts'
import { heardRelief } from './tags/relief.ts'

export default definePluginServer(registry, {
  migrations,
  guards: {
    'registry.people': { create: guardPersonCreate, update: guardPersonUpdate },
    'registry.units': { create: guardUnitCreate, update: guardUnitUpdate },
    'registry.households': { create: guardHouseholdCreate, update: guardHouseholdUpdate },
    'registry.household-members': { create: guardMemberCreate, update: guardMemberUpdate },
    'registry.residences': { create: guardResidenceCreate },
    'registry.organisations': { create: guardOrganisationCreate, update: guardOrganisationUpdate },
    'registry.person-tags': { end: guardTagEnd },
    'registry.household-tags': { end: guardHouseholdTagEnd },
    'registry.duplicates': { merge: guardDuplicateMerge },
  },
  effects: {
    'registry.people': { create: afterPersonCreate, update: afterPersonUpdate },
    'registry.units': { update: afterUnitUpdate },
    'registry.households': { create: afterHouseholdCreate },
    'registry.household-members': { create: afterMemberChange, update: afterMemberChange },
    'registry.residences': { create: afterResidenceChange, update: afterResidenceChange },
    'registry.organisations': { create: afterOrganisationCreate },
    'registry.person-tags': { end: afterTagEnd },
    'registry.household-tags': { end: afterHouseholdTagEnd },
    'registry.change-proposals': { accept: afterAccept, reject: verifySeen },
    'registry.merges': { undo: undoMerge },
  },
  actions: {
    'registry.people.add-tag': addTag,
    'registry.people.verify': verifyPerson,
    'registry.people.move': movePerson,
    'registry.people.record-death': recordDeath,
    'registry.people.withdraw-death': withdrawDeath,
    'registry.people.merge': mergeOnto,
    'registry.households.mark-difficulty': markDifficulty,
    'registry.households.add-member': addMember,
    'registry.households.remove-member': removeMember,
    'registry.units.assign-grid': assignGrid,
    'registry.units.tree': placeTree,
    'registry.units.areas': placeAreas,
    'registry.rederive-tags': (work) => rederiveEverybody(work, (ctx) => ctx.scoped(people, 'p')),
    'registry.find-duplicates': searchDuplicates,
  },
  reports: {
    'registry.people-ledger': peopleLedger,
    'registry.households-ledger': householdsLedger,
    'registry.homes-ledger': homesLedger,
    'registry.organisations-ledger': organisationsLedger,
    'registry.tag-statistics': tagStatistics,
    'registry.freshness': freshness,
  },
  imports: { 'registry.residents': residents },
  on: { 'counter.relief.approved': heardRelief },
  jobs: {
    'registry.nightly': { title: '重新推算标签、结束到期标签', every: '30 2 * * *', run: nightly },
  },
})
