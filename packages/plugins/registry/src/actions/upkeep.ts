import { defineAction } from '@linli/kit'

/** Derives the rule tags again for everybody in reach, as the nightly job does. */
export const rederiveTags = defineAction({
  name: 'registry.rederive-tags',
  title: '重新推算标签',
  help: '每天夜里自动推算；改了年龄标准后可以立即推算一次。',
  input: {},
  long: true,
  example: { people: 1200, begun: 3, ended: 1 },
  answer: { people: '核对居民（人）', begun: '新开始的标签（个）', ended: '结束的标签（个）' },
})

/** Looks for records that may be of one person, through everybody in reach. */
export const findDuplicatePeople = defineAction({
  name: 'registry.find-duplicates',
  title: '查找重复居民',
  input: {},
  long: true,
  example: { pairs: 2 },
  answer: { pairs: '新发现的疑似重复（对）' },
})
