import { EVENT_LEVELS, EVENT_TYPES, type EventType } from '../../rules/options.ts'
import type { Answer } from './xml.ts'

interface Service {
  readonly description: string
  readonly keywords: string
}

/**
 * The types of events that Open311 knows: what stands in a public place and anybody may see. Quarrels, people in need and public order are about
 * somebody; they are neither offered nor listed, because whoever asks here is not known.
 */
const PUBLIC: Partial<Readonly<Record<EventType, Service>>> = {
  hazard: { description: '消防通道堵塞、飞线充电、危墙、井盖缺失等', keywords: '消防,充电,井盖,危墙' },
  environment: { description: '垃圾、污水、噪声、油烟、乱堆乱放', keywords: '垃圾,污水,噪声,油烟' },
  facility: { description: '路灯、道路、健身器材、管道等公共设施损坏', keywords: '路灯,道路,管道,健身器材' },
  other: { description: '其他公共场所的事情', keywords: '其他' },
}

/** The codes of the services, for reading and for reporting. */
export const SERVICE_CODES: readonly EventType[] = Object.keys(PUBLIC) as EventType[]

/** The name of a service; `undefined` where there is none of that code. */
export function serviceOf(code: string): { readonly code: EventType; readonly name: string } | undefined {
  const type = SERVICE_CODES.find((each) => each === code)
  return type && { code: type, name: EVENT_TYPES[type] }
}

/** The services that can be asked for, as `GET services` answers. */
export function servicesAnswer(): readonly Answer[] {
  return SERVICE_CODES.map((code) => ({
    service_code: code,
    service_name: EVENT_TYPES[code],
    description: PUBLIC[code]?.description ?? null,
    metadata: true,
    type: 'realtime',
    keywords: PUBLIC[code]?.keywords ?? null,
    group: '网格事件',
  }))
}

/** What a service asks for besides its place, as `GET services/{code}` answers. */
export function definitionAnswer(code: string): Answer | undefined {
  if (!serviceOf(code)) return undefined
  return {
    service_code: code,
    attributes: [
      {
        variable: true,
        code: 'level',
        datatype: 'singlevaluelist',
        required: false,
        datatype_description: null,
        order: 1,
        description: '紧急程度，社区核实时可以调整',
        values: Object.entries(EVENT_LEVELS).map(([key, name]) => ({ key, name })),
      },
    ],
  }
}
