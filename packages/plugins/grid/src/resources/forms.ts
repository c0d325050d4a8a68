import { choice, date, defineResource, integer, json, longText, text } from '@linli/kit'
import { questionsSchema, TARGETS } from '../rules/form-fields.ts'

/** What officers collect (采集表). Every question names who uses it, or the form cannot be published (W4). */
export const forms = defineResource({
  name: 'grid.forms',
  title: '采集表',
  scope: 'street',
  display: 'title',
  fields: {
    code: text({
      title: '编号',
      required: true,
      immutable: true,
      max: 40,
      pattern: {
        source: '^[a-z][a-z0-9-]*$',
        zh: '用小写字母、数字和短横线，如 elder-check',
        en: 'lower case letters, digits and hyphens',
      },
    }),
    edition: integer({ title: '版本', required: true, readOnly: true, default: 1, min: 1 }),
    title: text({ title: '名称', required: true, max: 60, search: true }),
    target: choice({ title: '采集对象', required: true, immutable: true, options: TARGETS }),
    purpose: longText({ title: '采集目的', required: true, max: 500, help: '告诉居民为什么问这些、给谁用。' }),
    questions: json(questionsSchema, { title: '采集项目', readOnly: true }),
    publishedOn: date({ title: '发布日期', readOnly: true }),
  },
  unique: [['code', 'edition']],
  list: { columns: ['title', 'edition', 'target', 'status', 'publishedOn'], filters: ['status', 'target'], sort: ['code', 'asc'] },
  writable: { import: false },
  empty: '还没有采集表。点「新增」写明目的，再到「设计表单」添加项目；每一项都要写谁来用。',
  workflow: {
    initial: 'draft',
    states: {
      draft: { title: '设计中', tone: 'waiting' },
      published: { title: '使用中', tone: 'good' },
      retired: { title: '已停用', final: true },
    },
    steps: {
      publish: { title: '发布', from: ['draft'], to: 'published', confirm: '发布后内容不能再改，要改须建新版本。确定发布吗？' },
      retire: { title: '停用', from: ['draft', 'published'], to: 'retired', confirm: '停用后手机上不再出现。确定吗？' },
    },
  },
})
