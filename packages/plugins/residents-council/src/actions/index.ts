export {
  appealScore,
  authoriseFunds,
  cadenceCalendar,
  correctAppraisal,
  linkGraph,
  makeMatter,
  makeSheets,
  matterBoard,
  matterWay,
  reviseProposal,
  scoreSheet,
} from './desk.ts'
export type { BoardColumn, CadenceRow, MatterWay, ScoreLine } from './desk.ts'
export {
  callVote,
  castFor,
  concludeItem,
  giveFloor,
  leaveMeeting,
  liveMeeting,
  ownerBallot,
  recuse,
  refreshAgenda,
  signIn,
  signMinutes,
  startItem,
  voteMeters,
} from './live.ts'
export type { LiveMeeting, LiveVote, Meter } from './live.ts'
export {
  askLeave,
  castVote,
  confirmResult,
  joinMeeting,
  myCouncil,
  myMeeting,
  propose,
  publicBoard,
  raiseHand,
  raiseObjection,
  signMyMinutes,
  support,
} from './portal.ts'
export type { EarlierWording, MyCouncil, MyMeeting, TrackedProposal } from './portal.ts'
export { callRunoff, electSecretly, myElections } from './election.ts'
export type { MyElection } from './election.ts'
export { backDemand, demandMeeting, myDemands } from './demand.ts'
export type { MyDemand } from './demand.ts'
export { myTasks, reportTask } from './task.ts'
export type { MyTask } from './task.ts'
export { FORMS, printForm } from './print.ts'
