import { defineReport, integer } from '@linli/kit'
import { isSensitiveTag, TAG_OPTIONS } from '../rules/tag-options.ts'

/** 标签统计. */
export const tagStatistics = defineReport({
  name: 'registry.tag-statistics',
  title: '标签统计',
  form: 'summary',
  definition: '现有效的人员标签，按社区和标签计数；一人有几个标签就计几次。',
  consumer: '街道安排养老、助残、救助和爱心商圈的服务量。',
  params: {},
  columns: {
    community: { title: '社区', kind: 'text' },
    tag: { title: '标签', kind: 'text', options: TAG_OPTIONS },
    people: { title: '人数', kind: 'integer', total: true, drill: true },
    byRule: { title: '规则推算', kind: 'integer', total: true },
    byRecord: { title: '凭材料或台账', kind: 'integer', total: true },
  },
  chart: { type: 'bar', x: 'tag', y: ['people'] },
  // Rows of a sensitive tag are opened one by one for a purpose, and never listed by it.
  drill: ({ row }) =>
    isSensitiveTag(String(row.tag))
      ? undefined
      : { resource: 'registry.person-tags', filter: { status: 'active', communityId: row.communityId, label: row.tag } },
})

/** 信息新鲜度. */
export const freshness = defineReport({
  name: 'registry.freshness',
  title: '信息新鲜度',
  form: 'summary',
  definition: '在册居民中，最近核实在保鲜天数以内的占比；从未核实的单列。保鲜天数在模块设置里，这里可以另填。',
  consumer: '社区安排网格员复核，街道考核信息质量。',
  params: { days: integer({ title: '保鲜天数', min: 1, max: 3650 }) },
  columns: {
    community: { title: '社区', kind: 'text' },
    people: { title: '在册居民', kind: 'integer', total: true, drill: true },
    fresh: { title: '新鲜', kind: 'integer', total: true, drill: true },
    stale: { title: '已过期', kind: 'integer', total: true, drill: true },
    never: { title: '从未核实', kind: 'integer', total: true, drill: true },
    percent: { title: '新鲜度', kind: 'percent' },
  },
  chart: { type: 'bar', x: 'community', y: ['fresh', 'stale', 'never'] },
  drill: ({ row, column }) => {
    const present = { communityId: row.communityId, deceasedAt_empty: true, mergedInto_empty: true }
    const narrowed: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
      fresh: { verifiedAt_gte: row.since },
      stale: { verifiedAt_lt: row.since },
      never: { verifiedAt_empty: true },
    }
    return { resource: 'registry.people', filter: { ...present, ...narrowed[column] } }
  },
})
