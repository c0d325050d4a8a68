export { addTag, mergePeople, movePerson, recordDeath, verifyPerson, withdrawDeath } from './people.ts'
export { addMember, assignGrid, markDifficulty, placeAreas, placeTree, removeMember } from './places.ts'
export type { PlaceArea, PlaceNode } from './places.ts'
export { findDuplicatePeople, rederiveTags } from './upkeep.ts'
