import { definePlugin } from '@linli/kit'
import * as actions from './actions/index.ts'
import { english } from './english.ts'
import * as events from './events.ts'
import { figures } from './figures.ts'
import { grants } from './grants.ts'
import { residentsImport } from './imports/residents.ts'
import * as reports from './reports/index.ts'
import * as resources from './resources/index.ts'
import { settings } from './settings.ts'

/** 公共信息资源库: places, people, households and organisations of a street, on which the other modules stand. */
export const registry = definePlugin({
  id: 'registry',
  package: '@linli/plugin-registry',
  entries: ['server', 'admin'],
  title: '公共信息资源库',
  summary: '小区、楼栋、房屋，居民、户、单位，一处登记、处处可用；标签由规则推算或凭材料认定，重复记录可合并也可撤销。',
  order: 10,
  listens: ['counter'],
  resources: [
    resources.people,
    resources.households,
    resources.units,
    resources.organisations,
    resources.personTags,
    resources.householdTags,
    resources.duplicates,
    resources.changeProposals,
    resources.householdMembers,
    resources.residences,
    resources.affiliations,
    resources.merges,
  ],
  actions: [
    actions.addTag,
    actions.verifyPerson,
    actions.movePerson,
    actions.recordDeath,
    actions.withdrawDeath,
    actions.mergePeople,
    actions.markDifficulty,
    actions.addMember,
    actions.removeMember,
    actions.assignGrid,
    actions.placeTree,
    actions.placeAreas,
    actions.rederiveTags,
    actions.findDuplicatePeople,
  ],
  reports: [
    reports.peopleLedger,
    reports.householdsLedger,
    reports.homesLedger,
    reports.organisationsLedger,
    reports.tagStatistics,
    reports.freshness,
  ],
  events: [
    events.personCreated,
    events.personUpdated,
    events.personTagged,
    events.personUntagged,
    events.personMoved,
    events.personDied,
    events.personMerged,
    events.personSeparated,
    events.organisationCreated,
    events.householdTagged,
    events.householdUntagged,
  ],
  imports: [residentsImport],
  figures,
  settings,
  grants,
  english,
})
