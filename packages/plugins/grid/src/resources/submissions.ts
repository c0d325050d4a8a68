import { choice, dateTime, defineResource, file, geoPoint, integer, json, ref, text } from '@linli/kit'
import { comparedSchema } from '../rules/compared.ts'
import { answersSchema } from '../rules/form-fields.ts'

/** A form filled in on the phone (采集记录), each sent once however often the phone repeats it (W3). */
export const submissions = defineResource({
  name: 'grid.submissions',
  title: '采集记录',
  scope: 'grid',
  display: 'about',
  fields: {
    about: text({ title: '采集对象', required: true, readOnly: true, default: '', max: 120, privacy: 'P1' }),
    formId: ref('grid.forms', { title: '采集表', required: true }),
    formVersion: integer({ title: '表单版本', required: true, default: 1, min: 1 }),
    personId: ref('registry.people', { title: '居民', privacy: 'P1' }),
    unitId: ref('registry.units', { title: '房屋' }),
    organisationId: ref('registry.organisations', { title: '单位' }),
    checkpointId: ref('grid.checkpoints', { title: '巡查点位' }),
    eventId: ref('grid.events', { title: '事件' }),
    answers: json(answersSchema, { title: '填写内容', required: true, privacy: 'P2', default: {} }),
    takenAt: dateTime({ title: '采集时间', required: true }),
    spot: geoPoint({ title: '位置', privacy: 'P1' }),
    photo: file({ title: '照片' }),
    offlineId: text({ title: '提交编号', internal: true, required: true, unique: true, max: 64, privacy: 'P1' }),
    conflicts: integer({ title: '与原有信息不同（项）', readOnly: true, min: 0 }),
    compared: json(comparedSchema, { title: '与原有信息比对', readOnly: true, internal: true, privacy: 'P2' }),
    outcome: text({ title: '处理说明', readOnly: true, max: 200 }),
  },
  list: {
    columns: ['about', 'formId', 'status', 'conflicts', 'takenAt', 'createdBy', 'gridId'],
    filters: ['status', 'formId', 'communityId', 'gridId'],
    sort: ['takenAt', 'desc'],
  },
  writable: { create: false, update: false, import: false },
  empty: '还没有采集记录。网格员在手机上填写采集表后会出现在这里。',
  workflow: {
    initial: 'uploaded',
    states: {
      uploaded: { title: '已上传', tone: 'waiting' },
      validated: { title: '无出入', tone: 'waiting' },
      conflict: { title: '与原有信息不同', tone: 'bad' },
      unknown: { title: '名单里没有，待建档', tone: 'waiting' },
      merged: { title: '已并入台账', tone: 'good', final: true },
      rejected: { title: '未采纳', final: true },
    },
    steps: {
      validate: { title: '核对无出入', from: ['uploaded'], to: 'validated', automatic: true },
      contradict: { title: '核对有出入', from: ['uploaded'], to: 'conflict', automatic: true },
      await: { title: '等待建档', from: ['uploaded'], to: 'unknown', automatic: true },
      settle: { title: '随建档并入', from: ['unknown'], to: 'merged', automatic: true },
      drop: { title: '随建档不采纳', from: ['unknown'], to: 'rejected', automatic: true },
      merge: {
        title: '审核并入',
        from: ['validated', 'conflict'],
        to: 'merged',
        todo: true,
        waitsAt: 'community',
        input: {
          how: choice({
            title: '有出入的项目',
            required: true,
            default: 'propose',
            options: { propose: '留作更正建议，另行核实', keep: '以原有信息为准' },
          }),
        },
      },
      reject: {
        title: '退回不采纳',
        from: ['validated', 'conflict'],
        to: 'rejected',
        input: { outcome: text({ title: '原因', required: true }) },
      },
    },
  },
})

/** A photo that answers a question of a form (采集照片); a row of its own, so that whoever may see it is asked for the file as everywhere. */
export const submissionPhotos = defineResource({
  name: 'grid.submission-photos',
  title: '采集照片',
  scope: 'grid',
  display: 'title',
  fields: {
    submissionId: ref('grid.submissions', { title: '采集记录', required: true, immutable: true }),
    title: text({ title: '项目', required: true, immutable: true, max: 60 }),
    photo: file({ title: '照片', required: true, immutable: true, privacy: 'P1', accept: ['image/jpeg', 'image/png', 'image/webp'] }),
  },
  list: { columns: ['title', 'createdAt'], filters: ['submissionId'], sort: ['createdAt', 'desc'] },
  writable: { create: false, update: false, import: false },
  menu: false,
  empty: '这份采集没有照片。',
})

/** A collected value of a home or an organisation that differs from what is recorded (更正建议); people's stand in the registry. */
export const proposals = defineResource({
  name: 'grid.proposals',
  title: '房屋、单位更正建议',
  scope: 'grid',
  display: 'title',
  fields: {
    title: text({ title: '项目', required: true, immutable: true, max: 60 }),
    fact: text({ title: '信息项', required: true, immutable: true, max: 40, privacy: 'P1' }),
    submissionId: ref('grid.submissions', { title: '采集记录' }),
    unitId: ref('registry.units', { title: '房屋' }),
    organisationId: ref('registry.organisations', { title: '单位' }),
    oldValue: text({ title: '现有值', max: 500, privacy: 'P1' }),
    newValue: text({ title: '采集值', max: 500, privacy: 'P1' }),
    decisionNote: text({ title: '处理说明', max: 200, readOnly: true }),
  },
  list: { columns: ['title', 'unitId', 'organisationId', 'oldValue', 'newValue', 'status'], filters: ['status', 'communityId', 'gridId'] },
  writable: { create: false, update: false, import: false },
  menu: false,
  empty: '没有待核实的更正。',
  workflow: {
    initial: 'open',
    states: {
      open: { title: '待核实', tone: 'waiting' },
      accepted: { title: '已采纳', tone: 'good', final: true },
      rejected: { title: '未采纳', final: true },
    },
    steps: {
      accept: {
        title: '采纳',
        from: ['open'],
        to: 'accepted',
        todo: true,
        waitsAt: 'community',
        input: { decisionNote: text({ title: '处理说明', max: 200 }) },
      },
      reject: {
        title: '不采纳',
        from: ['open'],
        to: 'rejected',
        todo: true,
        waitsAt: 'community',
        input: { decisionNote: text({ title: '原因', required: true, max: 200 }) },
      },
    },
  },
})
