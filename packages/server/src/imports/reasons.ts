import { defineReasons } from '@linli/core/refusal'

/** Why a line, or a whole import, is not taken. */
export const reason = defineReasons({
  'import.digits_lost': {
    zh: '{title}被 Excel 存成了数字，末尾几位已经丢失，请把这一列设为“文本”后重新填写',
    en: '{title} was stored as a number and its last digits are lost; set the column to text and fill it in again',
  },
  'import.id_converted': {
    zh: '15 位旧{title}已换算成 18 位，请核对出生年份',
    en: 'The old {title} with 15 digits was converted to 18; check the year of birth',
  },
  'import.date': { zh: '{title}看不懂，请写成 2026-01-31 这样', en: '{title} is not understood; write it like 2026-01-31' },
  'import.number': { zh: '{title}应是数字', en: '{title} must be a number' },
  'import.yes_no': { zh: '{title}请填“是”或“否”', en: '{title} is yes or no' },
  'import.choice': { zh: '{title}只能填：{labels}', en: '{title} is one of: {labels}' },
  'import.ref_missing': { zh: '{title}：没有找到“{text}”', en: '{title}: there is no "{text}"' },
  'import.community': { zh: '没有叫“{text}”的社区，请填社区名称或 12 位代码', en: 'There is no community "{text}"' },
  'import.community_needed': { zh: '请填写“社区”列', en: 'Fill in the column 社区' },
  'import.same_as': { zh: '与第 {no} 行重复', en: 'The same as line {no}' },
  'import.not_there': { zh: '没有这次导入，或已过期', en: 'There is no such import, or it has expired' },
  'import.busy': { zh: '正在读取或导入，请稍候', en: 'It is being read or applied; wait a moment' },
  'import.applied': { zh: '这一行已经导入，不能再改', en: 'This line has been applied and cannot be changed' },
  'import.nothing': { zh: '没有可以导入的行', en: 'There are no lines to apply' },
  'import.decision': { zh: '请选择：新增、跳过，或合并到列出的某一条', en: 'Choose new, skip, or one of the candidates' },
  'import.rows': { zh: 'rows 应是 "good" 或行号的列表', en: 'rows must be "good" or a list of line numbers' },
  'import.failed': { zh: '这一行没能导入，请核对后重试', en: 'This line could not be applied' },
})
