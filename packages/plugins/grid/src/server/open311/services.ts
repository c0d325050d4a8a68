import { EVENT_LEVELS, EVENT_TYPES, type EventType } from '../../rules/options.ts'
import type { Answer } from './xml.ts'

const DESCRIPTIONS: Readonly<Record<EventType, string>> = {
  hazard: '消防通道堵塞、飞线充电、危墙、井盖缺失等',
  dispute: '邻里、物业、家庭之间的矛盾纠纷',
  environment: '垃圾、污水、噪声、油烟、乱堆乱放',
  facility: '路灯、道路、健身器材、管道等公共设施损坏',
  order: '可疑人员、盗窃、寻衅滋事等（紧急情况请拨打 110）',
  livelihood: '生活中需要帮助的事',
  special: '需要关心照顾的老人、儿童、残疾人',
  other: '其他事情',
}

/** The services that can be asked for, as `GET services` answers. */
export function servicesAnswer(): readonly Answer[] {
  return Object.entries(EVENT_TYPES).map(([code, name]) => ({
    service_code: code,
    service_name: name,
    description: DESCRIPTIONS[code as EventType],
    metadata: true,
    type: 'realtime',
    keywords: name,
    group: '网格事件',
  }))
}

/** What a service asks for besides place and description, as `GET services/{code}` answers. */
export function definitionAnswer(code: string): Answer | undefined {
  if (!Object.hasOwn(EVENT_TYPES, code)) return undefined
  return {
    service_code: code,
    attributes: [
      {
        variable: true,
        code: 'level',
        datatype: 'singlevaluelist',
        required: false,
        datatype_description: '',
        order: 1,
        description: '紧急程度',
        values: Object.entries(EVENT_LEVELS).map(([key, name]) => ({ key, name })),
      },
    ],
  }
}
