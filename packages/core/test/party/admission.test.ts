import { describe, expect, it } from 'vitest'
import {
  admissionDelays,
  checkAdmissionStep,
  lapseSigns,
  probationEnds,
  type AdmissionRecord,
  type MemberStatus,
} from '../../src/party/index.ts'

const record: AdmissionRecord = {
  birth: '1990-05-01',
  appliedOn: '2024-01-10',
  talkOn: '2024-02-10',
  activistOn: '2024-06-01',
  reviews: ['2024-12-01', '2025-05-30'],
  targetOn: '2025-06-01',
  politicalReviewOn: '2025-07-01',
  training: { days: 3, hours: 20 },
  introducers: 2,
  preCheckOn: '2025-08-01',
  branchMeetingOn: '2025-08-31',
  approvedOn: '2025-11-30',
}

describe('the way into the party', () => {
  it.each<[string, Partial<AdmissionRecord>, MemberStatus, MemberStatus, string, readonly string[]]>([
    ['to activist', {}, 'applicant', 'activist', '2024-06-01', []],
    ['without a talk', { talkOn: undefined }, 'applicant', 'activist', '2024-06-01', ['admission.no_talk']],
    ['a talk planned for tomorrow is none', { talkOn: '2024-06-02' }, 'applicant', 'activist', '2024-06-01', ['admission.no_talk']],
    ['a day too young at the application', { birth: '2006-01-11' }, 'applicant', 'activist', '2024-06-01', ['admission.too_young']],
    ['18 on the day', { birth: '2006-01-10' }, 'applicant', 'activist', '2024-06-01', []],
    ['one day short of a year', {}, 'activist', 'development_target', '2025-05-31', ['admission.cultivation_short']],
    ['exactly a year', {}, 'activist', 'development_target', '2025-06-01', []],
    ['to probationary', {}, 'development_target', 'probationary', '2025-11-30', []],
    ['24 hours instead of 3 days', { training: { days: 2, hours: 24 } }, 'development_target', 'probationary', '2025-11-30', []],
    [
      'too little training',
      { training: { days: 2, hours: 23 } },
      'development_target',
      'probationary',
      '2025-11-30',
      ['admission.training_short'],
    ],
    ['one introducer', { introducers: 1 }, 'development_target', 'probationary', '2025-11-30', ['admission.introducers']],
    [
      'the meeting before the pre-check',
      { branchMeetingOn: '2025-07-31' },
      'development_target',
      'probationary',
      '2025-11-30',
      ['admission.meeting_before_pre_check'],
    ],
    ['approved on the last day of six months', { approvedOn: '2026-02-28' }, 'development_target', 'probationary', '2026-02-28', []],
    [
      'approved a day later',
      { approvedOn: '2026-03-01' },
      'development_target',
      'probationary',
      '2026-03-01',
      ['admission.approval_too_late'],
    ],
    [
      'nothing done',
      { politicalReviewOn: undefined, training: undefined, introducers: undefined, preCheckOn: undefined, branchMeetingOn: undefined },
      'development_target',
      'probationary',
      '2025-11-30',
      [
        'admission.no_political_review',
        'admission.training_short',
        'admission.introducers',
        'admission.no_pre_check',
        'admission.no_branch_meeting',
      ],
    ],
    ['one day before the probation ends', {}, 'probationary', 'full', '2026-08-30', ['admission.probation_running']],
    ['on the day', {}, 'probationary', 'full', '2026-08-31', []],
    ['extended by half a year', { extensionMonths: 6 }, 'probationary', 'full', '2026-08-31', ['admission.probation_running']],
    ['extended, over', { extensionMonths: 6 }, 'probationary', 'full', '2027-02-28', []],
    ['extended by too much', { extensionMonths: 13 }, 'probationary', 'full', '2030-01-01', ['admission.extension_range']],
    ['extended by too little', { extensionMonths: 3 }, 'probationary', 'full', '2030-01-01', ['admission.extension_range']],
    ['a stage skipped', {}, 'activist', 'probationary', '2026-01-01', ['admission.skips']],
    ['backwards', {}, 'full', 'probationary', '2026-01-01', ['admission.skips']],
  ])('%s', (_, change, from, to, on, codes) => {
    expect(checkAdmissionStep({ ...record, ...change }, from, to, on).map((each) => each.code)).toEqual(codes)
  })

  it('tells the earliest day', () => {
    expect(checkAdmissionStep(record, 'activist', 'development_target', '2025-01-01')[0]?.zh).toBe(
      '入党积极分子须培养教育满 12 个月，最早 2025-06-01',
    )
    expect(probationEnds('2024-02-29')).toBe('2025-02-28')
  })

  it.each<[string, Partial<AdmissionRecord>, string, readonly string[]]>([
    ['all in time', {}, '2026-01-01', []],
    ['the talk a day late', { talkOn: '2024-02-11' }, '2026-01-01', ['admission.talk_late']],
    [
      'no review for half a year',
      { targetOn: undefined, preCheckOn: undefined, branchMeetingOn: undefined, reviews: ['2024-12-01'] },
      '2025-06-02',
      ['admission.review_late'],
    ],
    ['the meeting late', { branchMeetingOn: '2025-09-02' }, '2026-01-01', ['admission.meeting_late']],
    ['approval pending after three months', { approvedOn: undefined }, '2025-12-01', ['admission.approval_late']],
  ])('late: %s', (_, change, on, codes) => {
    expect(admissionDelays({ ...record, ...change }, on).map((each) => each.code)).toEqual(codes)
  })
})

describe('signs of lapse', () => {
  it.each<[string, string, string, readonly string[]]>([
    ['2026-05-31', '2026-11-01', '2026-11-30', []],
    ['2026-05-31', '2026-11-01', '2026-12-01', ['party.lapse_dues']],
    ['2026-11-30', '2026-05-22', '2026-11-22', []],
    ['2026-11-30', '2026-05-22', '2026-11-23', ['party.lapse_activity']],
  ])('dues to %s, seen on %s, asked on %s', (duesPaidTo, lastActivityOn, on, codes) => {
    expect(lapseSigns({ duesPaidTo, lastActivityOn }, on).map((each) => each.code)).toEqual(codes)
  })
})
