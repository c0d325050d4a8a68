/** What an event is about (domain §4.20). */
export const EVENT_TYPES = {
  hazard: '安全隐患',
  dispute: '矛盾纠纷',
  environment: '环境卫生',
  facility: '公共设施',
  order: '治安',
  livelihood: '民生诉求',
  special: '特殊人群',
  other: '其他',
} as const
export type EventType = keyof typeof EVENT_TYPES

export const EVENT_LEVELS = { normal: '一般', larger: '较大', major: '重大', urgent: '紧急' } as const
export type EventLevel = keyof typeof EVENT_LEVELS

/** Who found it. */
export const FOUND_BY = {
  officer: '网格员巡查',
  resident: '居民上报',
  staff: '社区工作人员',
  hotline: '热线转来',
  system: '对接系统',
} as const
export type FoundBy = keyof typeof FOUND_BY

/** Who handles it. */
export const HANDLERS = {
  officer: '网格员',
  community: '社区居委会',
  property: '物业',
  street: '街道科室',
  department: '区直部门',
} as const

/** What somebody may need (domain §4.20). */
export const NEED_CATEGORIES = {
  economic: '经济',
  care: '照护',
  medical: '医疗',
  work: '就业',
  education: '教育',
  mind: '心理',
  housing: '居住',
  legal: '法律',
  safety: '安全',
} as const
export type NeedCategory = keyof typeof NEED_CATEGORIES

/** How a visit went. */
export const VISIT_RESULTS = { fine: '一切正常', need: '有需要帮助的事', absent: '没有见到人', moved: '已不在此居住' } as const
export type VisitResult = keyof typeof VISIT_RESULTS

export const YES_NO = { yes: '是', no: '否' } as const
