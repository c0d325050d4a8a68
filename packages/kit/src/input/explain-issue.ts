import { defineReasons, isRefusal, type Refusal } from '@linli/core/refusal'
import { formatFen } from '@linli/core/money'
import type { core } from 'zod'
import type { FieldSpec } from '../field/index.ts'

const reason = defineReasons({
  'input.required': { zh: '请填写{title}', en: '{title} is required' },
  'input.unknown': { zh: '没有「{field}」这一项，请去掉后再提交', en: 'There is no field "{field}"' },
  'input.too_long': { zh: '{title}最多 {max} 个字', en: '{title} has at most {max} characters' },
  'input.too_short': { zh: '{title}至少 {min} 个字', en: '{title} has at least {min} characters' },
  'input.too_many': { zh: '{title}最多选 {max} 项', en: '{title} takes at most {max} entries' },
  'input.too_big': { zh: '{title}不能大于 {max}', en: '{title} is at most {max}' },
  'input.too_small': { zh: '{title}不能小于 {min}', en: '{title} is at least {min}' },
  'input.choice': { zh: '{title}只能从列表中选择', en: '{title} must be one of the listed values' },
  'input.characters': { zh: '{title}里有不能用的字符，请删去换行和特殊符号', en: '{title} has characters that are not allowed' },
  'input.pattern': { zh: '{title}：{wanted}', en: '{title}: {wanted}' },
  'input.format': { zh: '{title}的格式不对', en: '{title} is not in the right form' },
  'input.object': { zh: '提交的内容格式不对', en: 'The body must be an object' },
})

/** The plain sentence of a validation issue, the same in the browser and on the server. */
export function explainIssue(issue: core.$ZodIssue, name: string, field: FieldSpec | undefined): Refusal {
  if (issue.code === 'unrecognized_keys') return reason('input.unknown', { field: issue.keys[0] ?? '' }, issue.keys[0])
  if (!field) return name === '' ? reason('input.object') : reason('input.unknown', { field: name }, name)
  const title = field.title
  switch (issue.code) {
    case 'custom': {
      const carried: unknown = issue.params?.refusal
      return isRefusal(carried) ? { ...carried, field: name } : reason('input.format', { title }, name)
    }
    case 'too_big':
      if (issue.origin === 'string') return reason('input.too_long', { title, max: Number(issue.maximum) }, name)
      if (issue.origin === 'array') return reason('input.too_many', { title, max: Number(issue.maximum) }, name)
      return reason('input.too_big', { title, max: shown(field, issue.maximum) }, name)
    case 'too_small':
      if (issue.origin === 'string') return reason('input.too_short', { title, min: Number(issue.minimum) }, name)
      return reason('input.too_small', { title, min: shown(field, issue.minimum) }, name)
    case 'invalid_value':
      return reason('input.choice', { title }, name)
    case 'invalid_format':
      return field.pattern && 'pattern' in issue && issue.pattern === `/${field.pattern.source}/u`
        ? { ...reason('input.pattern', { title, wanted: field.pattern.zh }, name), en: `${title}: ${field.pattern.en}` }
        : reason(field.kind === 'text' || field.kind === 'address' ? 'input.characters' : 'input.format', { title }, name)
    default:
      return reason('input.format', { title }, name)
  }
}

/** That a required field was left empty. */
export function requiredRefusal(name: string, field: FieldSpec): Refusal {
  return reason('input.required', { title: field.title }, name)
}

/** That a field was given which does not exist or cannot be given. */
export function unknownFieldRefusal(name: string): Refusal {
  return reason('input.unknown', { field: name }, name)
}

/** That the whole body is no object. */
export function notAnObjectRefusal(): Refusal {
  return reason('input.object')
}

function shown(field: FieldSpec, limit: number | bigint): string {
  if (field.kind === 'money') return `${formatFen(Number(limit))} 元`
  return String(limit)
}
