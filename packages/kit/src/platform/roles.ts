import * as z from 'zod'
import { choice, json, text } from '../field/index.ts'
import { defineResource } from '../resource/index.ts'

const patterns = z.array(z.string().regex(/^(?:[a-z][a-zA-Z0-9-]*|\*)(?:\.(?:[a-z][a-zA-Z0-9-]*|\*{1,2})){0,2}$|^\*\*$/)).max(500)
const classes = { P0: '公开信息', P1: '联系信息', P2: '身份信息', P3: '敏感信息' } as const

/** Roles as a street keeps them. Presets and the grants of modules are offered once; what the street takes out stays out. */
export const roles = defineResource({
  name: 'platform.roles',
  title: '角色',
  scope: 'street',
  display: 'title',
  fields: {
    name: text({
      title: '标识',
      required: true,
      immutable: true,
      unique: true,
      max: 40,
      pattern: { source: '^[a-z][a-z0-9-]*$', zh: '用小写字母、数字和横线，以字母开头', en: 'lower case letters, digits and hyphens' },
    }),
    title: text({ title: '名称', required: true, max: 40, search: true, pinyin: true }),
    allow: json(patterns, { title: '允许', required: true, default: [] as string[] }),
    deny: json(patterns, {
      title: '禁止',
      help: '禁止优先于一切允许，包括同一人其他角色的允许。',
      required: true,
      default: [] as string[],
    }),
    show: choice({ title: '直接可见', help: '不用说明用途就能看到的最高级别。', required: true, default: 'P0', options: classes }),
    reveal: choice({ title: '说明用途后可见', required: true, default: 'P0', options: classes }),
    offered: json(patterns, { title: '已给出的预设权限', readOnly: true, required: true, default: [] as string[] }),
  },
  list: { columns: ['title', 'show', 'reveal'], sort: ['createdAt', 'asc'] },
  writable: { import: false },
})
