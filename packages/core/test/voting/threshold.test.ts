import { describe, expect, it } from 'vitest'
import { amountNeeded, checkVoteRule, reaches, thresholdText, type VoteThreshold } from '../../src/voting/index.ts'
import { rule } from './support.ts'

const share = (op: '>' | '>=', num: number, den: number): VoteThreshold => ({ op, num, den })

describe('a threshold', () => {
  it.each([
    ['>', 0, 1, true],
    ['>', 1, 2, true],
    ['>', 1, 1, false],
    ['>=', 1, 1, true],
    ['>=', 0, 1, false],
    ['>=', 3, 2, false],
    ['>', -1, 2, false],
    ['>', 0.5, 2, false],
    ['>', 1, 2.5, false],
    ['>', 1, 0, false],
    ['>=', 1, -2, false],
    ['=' as '>', 1, 2, false],
  ] as const)('%s %d/%d is a possible one: %s', (op, num, den, possible) => {
    const base = rule('RC_INTERNAL')
    expect(checkVoteRule({ ...base, pass: { ...base.pass, ...share(op, num, den) } }) === undefined).toBe(possible)
  })

  it('is never reached by an empty whole', () => {
    expect(reaches(share('>=', 1, 2), 0, 0)).toBe(false)
    expect(reaches(share('>=', 1, 2), 1, 0)).toBe(false)
    expect(reaches(share('>', 0, 1), 1, -1)).toBe(false)
    expect(amountNeeded(share('>=', 1, 2), 0)).toBe(1)
  })

  it('reads as people say it', () => {
    expect([share('>', 1, 2), share('>=', 4, 5), share('>', 2, 4), share('>=', 7, 13)].map((one) => thresholdText(one).zh)).toEqual([
      '超过半数',
      '不少于五分之四',
      '超过半数',
      '不少于13分之七',
    ])
  })
})
