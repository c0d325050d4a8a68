import { choice, integer, text } from '@linli/kit'
import { DUTIES } from './rules/options.ts'
import { OPENING_PATTERN } from './rules/opening.ts'

/** What a street tunes. Days are working days; those that no law says are ours to start from and 「未核验」. */
export const settings = {
  opening: text({
    title: '办公时间',
    required: true,
    default: '09:00-12:00 13:00-17:00',
    max: 80,
    pattern: { source: OPENING_PATTERN, zh: '写作 09:00-12:00 13:00-17:00', en: 'write 09:00-12:00 13:00-17:00' },
    help: '按天的时限到最后一天下班为止；移交接收按办公时间计时。',
  }),
  phone: text({
    title: '咨询电话',
    required: true,
    default: '（请在模块设置中填写）',
    max: 60,
    help: '印在回执、告知书和公示表上。',
  }),
  supervisePhone: text({ title: '监督电话', required: true, default: '12345', max: 60, help: '印在告知书和公示表上，群众投诉用。' }),
  handOverHours: integer({
    title: '首问移交接收时限（工作小时）',
    required: true,
    default: 2,
    min: 1,
    max: 40,
    help: '未核验：邻里默认值。',
  }),
  supplementDays: integer({
    title: '补正期限（天）',
    required: true,
    default: 10,
    min: 1,
    max: 90,
    help: '前台一键告知时使用。未核验：邻里默认值。',
  }),
  urgeHolder: choice({
    title: '催办责任人',
    required: true,
    default: 'community-director',
    options: DUTIES,
    help: '一超期就催。未核验：邻里默认值。',
  }),
  superviseHolder: choice({
    title: '督办责任人',
    required: true,
    default: 'street-admin',
    options: DUTIES,
    help: '超期一个工作日。未核验：邻里默认值。',
  }),
  interviewHolder: choice({
    title: '约谈责任人',
    required: true,
    default: 'street-leader',
    options: DUTIES,
    help: '超期三个工作日。未核验：邻里默认值。',
  }),
  accountabilityHolder: choice({
    title: '问责责任人',
    required: true,
    default: 'street-leader',
    options: DUTIES,
    help: '超期五个工作日。未核验：邻里默认值。',
  }),
  explainDays: integer({ title: '当事人说明期限（工作日）', required: true, default: 3, min: 1, max: 30, help: '未核验：邻里默认值。' }),
  findDays: integer({ title: '认定期限（工作日）', required: true, default: 5, min: 1, max: 60, help: '未核验：邻里默认值。' }),
  appealDays: integer({ title: '申诉期限（工作日）', required: true, default: 5, min: 1, max: 60, help: '未核验：邻里默认值。' }),
  freezeDays: integer({
    title: '评价几天后公布',
    required: true,
    default: 7,
    min: 1,
    max: 90,
    help: '公布前经办人看不到。未核验：邻里默认值。',
  }),
  elderAge: integer({ title: '优先叫号的年龄', required: true, default: 60, min: 50, max: 90 }),
  repeatCount: integer({
    title: '反复诉求的次数',
    required: true,
    default: 3,
    min: 2,
    max: 20,
    help: '同地同类达到这个次数，转居民议事会。',
  }),
  repeatDays: integer({ title: '反复诉求的天数', required: true, default: 90, min: 7, max: 365 }),
} as const
