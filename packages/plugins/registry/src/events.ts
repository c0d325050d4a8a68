import { defineEvent } from '@linli/kit'
import * as z from 'zod'

const person = { personId: z.string() }

/** Somebody was entered in the registry. */
export const personCreated = defineEvent({
  name: 'registry.person.created',
  title: '新登记居民',
  data: z.object({ ...person, source: z.string() }),
})

/** Facts of a person changed. */
export const personUpdated = defineEvent({
  name: 'registry.person.updated',
  title: '居民信息变更',
  data: z.object({ ...person, fields: z.string() }),
})

/** A tag began. */
export const personTagged = defineEvent({
  name: 'registry.person.tagged',
  title: '居民加标签',
  data: z.object({ ...person, tagId: z.string(), tag: z.string(), basis: z.string() }),
})

/** A tag ended. */
export const personUntagged = defineEvent({
  name: 'registry.person.untagged',
  title: '居民标签结束',
  data: z.object({ ...person, tagId: z.string(), tag: z.string(), basis: z.string() }),
})

/** Somebody lives elsewhere now. */
export const personMoved = defineEvent({
  name: 'registry.person.moved',
  title: '居民迁居',
  data: z.object({ ...person, fromUnitId: z.string().nullable(), toUnitId: z.string().nullable() }),
})

/** Somebody died. */
export const personDied = defineEvent({ name: 'registry.person.died', title: '居民去世', data: z.object({ ...person, on: z.string() }) })

/** Two records of one person became one; `personId` is the one that stays. */
export const personMerged = defineEvent({
  name: 'registry.person.merged',
  title: '居民记录合并',
  data: z.object({ ...person, goneId: z.string(), mergeId: z.string() }),
})

/** A merge was undone; both records stand again. */
export const personSeparated = defineEvent({
  name: 'registry.person.separated',
  title: '居民记录合并撤销',
  data: z.object({ ...person, goneId: z.string(), mergeId: z.string() }),
})

/** An organisation was entered. */
export const organisationCreated = defineEvent({
  name: 'registry.organisation.created',
  title: '新登记单位',
  data: z.object({ organisationId: z.string(), kind: z.string() }),
})

/** A household was recognised as one in difficulty. */
export const householdTagged = defineEvent({
  name: 'registry.household.tagged',
  title: '困难家庭认定',
  data: z.object({ householdId: z.string(), householdTagId: z.string(), tag: z.string() }),
})

/** A household's recognition ended. */
export const householdUntagged = defineEvent({
  name: 'registry.household.untagged',
  title: '困难家庭认定结束',
  data: z.object({ householdId: z.string(), householdTagId: z.string(), tag: z.string() }),
})
