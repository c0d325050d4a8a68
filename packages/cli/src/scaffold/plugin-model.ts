import { type AnyPlugin, date, definePlugin, defineResource, longText, phone, text } from '@linli/kit'

/** The resource that {@link pluginFiles} writes, as values: the scaffold's migration is frozen from it. */
export function scaffoldPlugin(id: string, title: string): AnyPlugin {
  const items = defineResource({
    name: `${id}.items`,
    title,
    scope: 'community',
    display: 'summary',
    fields: {
      summary: text({ title: '事项', required: true, max: 60, search: true }),
      day: date({ title: '日期', required: true }),
      contact: text({ title: '联系人', max: 30, privacy: 'P1' }),
      phone: phone({ title: '联系电话' }),
      result: longText({ title: '办理结果', max: 500, readOnly: true }),
    },
    list: { columns: ['summary', 'day', 'status', 'dueAt'], filters: ['status', 'day'], sort: ['day', 'desc'] },
    workflow: {
      initial: 'open',
      states: { open: { title: '待办理' }, done: { title: '已办结', final: true } },
      steps: { finish: { title: '办结', from: ['open'], to: 'done', promise: { n: 3, unit: 'workingDays' } } },
    },
  })
  return definePlugin({ id, package: id, entries: ['server'], title, summary: '', resources: [items] })
}
