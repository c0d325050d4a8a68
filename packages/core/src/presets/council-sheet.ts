import { type AppraisalSheet } from '../appraisal/index.ts'

/**
 * The sample sheet for residents' councils: yearly by the street, half-yearly by the community. A street changes it under its own code.
 * The weights are ours, not a law's. `resolved` (matters raised that came to a resolution) and `women` (a third of the members) take their
 * five points from `procedure`, which had twenty in version 1.
 */
export const COUNCIL_SHEET: AppraisalSheet = {
  code: 'COUNCIL_ANNUAL',
  version: 2,
  zh: '居民议事会考评表',
  en: 'Appraisal of residents’ councils',
  full: 10_000,
  bonusMax: 500,
  tieBreakers: ['execution', 'satisfaction'],
  items: [
    {
      code: 'meetings',
      kind: 'automatic',
      max: 1_200,
      by: { formula: 'deduct', perMiss: 100 },
      whenEmpty: 'missing',
      zh: '会议频次',
      en: 'Meetings held',
    },
    { code: 'attendance', kind: 'automatic', max: 1_000, by: { formula: 'ratio' }, whenEmpty: 'zero', zh: '到会率', en: 'Attendance' },
    { code: 'matters', kind: 'manual', max: 800, zh: '议题数量与来源多样', en: 'Number and variety of matters' },
    {
      code: 'procedure',
      kind: 'automatic',
      max: 1_500,
      by: { formula: 'ratio' },
      whenEmpty: 'missing',
      zh: '四议程序完整',
      en: 'Gates with full records',
    },
    {
      code: 'resolved',
      kind: 'automatic',
      max: 300,
      by: { formula: 'ratio' },
      whenEmpty: 'missing',
      zh: '议题决议率',
      en: 'Matters resolved',
    },
    {
      code: 'publicity',
      kind: 'automatic',
      max: 1_000,
      by: { formula: 'ratio' },
      whenEmpty: 'missing',
      zh: '公示及时',
      en: 'Publicity on time',
    },
    {
      code: 'execution',
      kind: 'automatic',
      max: 1_500,
      by: { formula: 'ratio' },
      whenEmpty: 'missing',
      zh: '决议落实率',
      en: 'Resolutions carried out',
    },
    {
      code: 'satisfaction',
      kind: 'automatic',
      max: 1_500,
      by: { formula: 'ratio' },
      whenEmpty: 'missing',
      zh: '居民确认满意',
      en: 'Residents confirm',
    },
    { code: 'archive', kind: 'manual', max: 500, zh: '档案齐全', en: 'Complete files' },
    {
      code: 'partyLead',
      kind: 'automatic',
      max: 500,
      by: { formula: 'ratio' },
      whenEmpty: 'missing',
      zh: '党组织引领',
      en: 'Party organisation leads',
    },
    { code: 'women', kind: 'automatic', max: 200, by: { formula: 'ratio' }, whenEmpty: 'zero', zh: '妇女占比', en: 'Women among members' },
    { code: 'innovation', kind: 'bonus', max: 500, zh: '创新加分', en: 'Innovation' },
    { code: 'falsified', kind: 'veto', zh: '弄虚作假', en: 'Falsified records' },
  ],
}
