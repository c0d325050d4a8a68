export { applyPage, applyToJoin } from './apply.ts'
export { myCard, recount, scoreYear, testEligibility } from './desk.ts'
export { checkCard, confirm, myTill, reserve, signOffer, takeBack } from './till.ts'
export type { Receipt, Reservation, Till, TillCard } from './till.ts'
