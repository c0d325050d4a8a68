import { playGovernance } from './play-governance.ts'

playGovernance(3)
