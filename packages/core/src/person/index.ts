export { AGE_BANDS, ageBand, checkedAge, dayOfAge } from './age.ts'
export type { AgeBand } from './age.ts'
export { HOUSEHOLD_RELATIONS, RESIDENCE_KINDS, generationOf, readRelation, residenceKind } from './household.ts'
export type { HouseholdRelation, RelationEntry, ResidenceKind } from './household.ts'
export { PERSON_TAGS, TAG_RULES_2026, derivePersonTags, personTagName, planTagChanges } from './person-tags.ts'
export type {
  DerivedTag,
  HouseholdMember,
  PersonFacts,
  PersonTagCode,
  PersonTagEntry,
  RecordedTag,
  TagDerivation,
  TagPlan,
  TagRuleSet,
} from './person-tags.ts'
export { findDuplicates, matchPersons } from './duplicate.ts'
export type { Match, MatchFacts, MatchOutcome } from './duplicate.ts'
