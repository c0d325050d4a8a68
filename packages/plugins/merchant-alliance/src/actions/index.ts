export { myCard, recount, testEligibility } from './desk.ts'
export { checkCard, confirm, myTill, reserve, signOffer, takeBack } from './till.ts'
export type { Receipt, Reservation, Till, TillCard } from './till.ts'
