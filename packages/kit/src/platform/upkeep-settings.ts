import { integer } from '../field/index.ts'

/** For how many days the platform keeps what only passes through. A job of the night deletes what is older; the audit is never touched. */
export const UPKEEP_SETTINGS = {
  keepEventDays: integer({
    title: '已送达的内部通知保留天数',
    help: '模块之间的通知，只含编号，送达后不再需要。没有送达的一直保留。',
    required: true,
    default: 90,
    min: 7,
    max: 3650,
  }),
  keepJobDays: integer({ title: '已结束的后台任务保留天数', required: true, default: 90, min: 7, max: 3650 }),
  keepImportDays: integer({
    title: '导入预览保留天数',
    help: '没有确认的导入表格里有完整的个人信息，到期删除；已导入的资料不受影响。',
    required: true,
    default: 14,
    min: 1,
    max: 14,
  }),
  keepFileDays: integer({
    title: '无用附件保留天数',
    help: '上传后没有任何记录提到的附件，到期删除。操作记录里提到过的也保留。',
    required: true,
    default: 30,
    min: 1,
    max: 3650,
  }),
} as const
