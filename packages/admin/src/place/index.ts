export { choosePlace, chosenPlace, useChosenPlace } from './place-choice.ts'
export { PlaceLine } from './place-line.tsx'
