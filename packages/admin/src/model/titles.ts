import { useLocaleState } from 'react-admin'
import { type AnyPlugin, englishTitle } from '@linli/kit'
import { useAdminInfo } from './admin-context.tsx'
import type { Model } from './model.ts'

/** Turns a title into the language of the page: the path and the Chinese it stands for. */
export type TitleOf = (path: string, zh: string) => string

/** The columns that the framework keeps. */
export const STANDARD_TITLES: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  id: { zh: '编号', en: 'Id' },
  communityId: { zh: '社区', en: 'Community' },
  gridId: { zh: '网格', en: 'Grid' },
  status: { zh: '状态', en: 'Status' },
  statusSince: { zh: '进入状态时间', en: 'In this state since' },
  dueAt: { zh: '办理期限', en: 'Due' },
  dueProvisional: { zh: '期限暂定', en: 'Due day provisional' },
  createdAt: { zh: '登记时间', en: 'Created' },
  createdBy: { zh: '登记人', en: 'Created by' },
  updatedAt: { zh: '修改时间', en: 'Changed' },
  updatedBy: { zh: '修改人', en: 'Changed by' },
  version: { zh: '版本', en: 'Version' },
}

export function titlesIn(locale: string, plugins: readonly Pick<AnyPlugin, 'id' | 'english'>[]): TitleOf {
  if (!locale.startsWith('en')) return (_path, zh) => zh
  const byId = new Map(plugins.map((plugin) => [plugin.id, plugin]))
  return (path, zh) => {
    const plugin = byId.get(path.split('.')[0] ?? '')
    const said = plugin && englishTitle(plugin, { path, zh })
    return said ?? STANDARD_TITLES[path.split('.').at(-1) ?? '']?.en ?? zh
  }
}

/** Titles in the language that is chosen. */
export function useTitles(): TitleOf {
  const { model } = useAdminInfo()
  const [locale] = useLocaleState()
  return remembered(locale, model)
}

/** The title of a resource's field or standard column. */
export function useColumnTitle(): (resource: string, column: string) => string {
  const { model } = useAdminInfo()
  const title = useTitles()
  return (resource, column) => {
    const zh = model.resources.get(resource)?.fields[column]?.title ?? STANDARD_TITLES[column]?.zh ?? column
    return title(`${resource}.${column}`, zh)
  }
}

const known = new WeakMap<Model, Map<string, TitleOf>>()

function remembered(locale: string, model: Model): TitleOf {
  let byLocale = known.get(model)
  if (!byLocale) known.set(model, (byLocale = new Map()))
  let titles = byLocale.get(locale)
  if (!titles) byLocale.set(locale, (titles = titlesIn(locale, model.plugins)))
  return titles
}
