import type { Breach } from '@linli/core/accountability'
import { choice, dateTime, defineResource, json, longText, ref, text } from '@linli/kit'
import * as z from 'zod'
import { BREACHES } from '../rules/options.ts'

const record = z.record(z.string(), z.unknown()) as unknown as z.ZodType<Breach>

/** A promise that was broken and who answers for it (责任追究). The one concerned explains before anybody decides. */
export const breaches = defineResource({
  name: 'counter.breaches',
  title: '责任追究',
  scope: 'community',
  display: 'title',
  fields: {
    title: text({ title: '事项', readOnly: true, max: 160 }),
    kind: choice({ title: '情形', readOnly: true, options: BREACHES }),
    subjectId: ref('platform.accounts', { title: '当事人', readOnly: true }),
    sourceKind: choice({
      title: '来源',
      readOnly: true,
      options: { application: '办件', inquiry: '首问', rating: '评价', hotline: '热线工单' },
    }),
    sourceId: text({ title: '来源编号', readOnly: true, internal: true, max: 40, indexed: true }),
    slip: text({ title: '相关编号', readOnly: true, max: 40 }),
    detail: longText({ title: '发现的情况', readOnly: true, max: 500 }),
    explainBy: dateTime({ title: '说明期限', readOnly: true }),
    explanation: longText({ title: '当事人说明', readOnly: true, max: 1000 }),
    finding: longText({ title: '认定', readOnly: true, max: 1000 }),
    measure: choice({
      title: '处理',
      readOnly: true,
      options: { remind: '提醒谈话', criticise: '批评教育', order: '责令整改', report: '通报', transfer: '移交纪检' },
    }),
    measureText: longText({ title: '处理说明', readOnly: true, max: 1000 }),
    appealBy: dateTime({ title: '申诉期限', readOnly: true }),
    appeal: longText({ title: '申诉', readOnly: true, max: 1000 }),
    conclusion: longText({ title: '结论', readOnly: true, max: 1000 }),
    record: json(record, { title: '经过', readOnly: true }),
  },
  list: {
    columns: ['title', 'kind', 'subjectId', 'status', 'dueAt', 'createdAt'],
    filters: ['status', 'kind', 'subjectId', 'communityId'],
    sort: ['createdAt', 'desc'],
  },
  writable: { create: false, update: false },
  unique: [['kind', 'sourceId']],
  empty: '没有责任追究案件。系统发现超期、过夜、二次告知等情形时会自动立案。',
  workflow: {
    initial: 'detected',
    usual: ['detected', 'explained', 'found', 'measured', 'final'],
    states: {
      detected: { title: '待当事人说明', tone: 'waiting' },
      explained: { title: '已说明，待认定', tone: 'waiting' },
      found: { title: '认定属实', tone: 'bad' },
      not_found: { title: '不予追究', tone: 'good' },
      measured: { title: '已处理，申诉期内', tone: 'waiting' },
      appealed: { title: '已申诉，待复核', tone: 'waiting' },
      final: { title: '已定案', final: true },
    },
    steps: {
      explain: {
        title: '说明情况',
        from: ['detected'],
        to: 'explained',
        todo: true,
        waitsFor: 'subjectId',
        alone: true,
        input: { explanation: longText({ title: '说明', required: true, max: 1000 }) },
      },
      find: {
        title: '认定属实',
        from: ['detected', 'explained'],
        to: 'found',
        todo: true,
        input: { finding: longText({ title: '认定的事实', required: true, max: 1000 }) },
      },
      clear: {
        title: '不予追究',
        from: ['detected', 'explained'],
        to: 'not_found',
        todo: true,
        input: { finding: longText({ title: '理由', required: true, max: 1000 }) },
      },
      decideMeasure: {
        title: '作出处理',
        from: ['found'],
        to: 'measured',
        todo: true,
        input: {
          measure: choice({
            title: '处理',
            required: true,
            options: { remind: '提醒谈话', criticise: '批评教育', order: '责令整改', report: '通报', transfer: '移交纪检' },
          }),
          measureText: longText({ title: '说明', required: true, max: 1000 }),
        },
      },
      appealAgainst: {
        title: '申诉',
        from: ['measured'],
        to: 'appealed',
        waitsFor: 'subjectId',
        alone: true,
        input: { appeal: longText({ title: '申诉理由', required: true, max: 1000 }) },
      },
      finalise: {
        title: '定案',
        from: ['not_found', 'measured', 'appealed'],
        to: 'final',
        todo: true,
        input: { conclusion: longText({ title: '结论', required: true, max: 1000 }) },
      },
    },
  },
})
