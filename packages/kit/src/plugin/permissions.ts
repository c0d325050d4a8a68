import type { Permission } from '@linli/core/access'
import type { AnyResource } from '../resource/index.ts'
import type { AnyPlugin } from './plugin.ts'

/** A permission with its Chinese title, as the role editor lists it. */
export interface PermissionEntry {
  readonly name: Permission
  readonly title: string
}

/** The permissions that follow from a resource. */
export function resourcePermissions(resource: AnyResource): PermissionEntry[] {
  const { create = true, update = true, delete: remove = false, import: load = create } = resource.writable ?? {}
  const of = (verb: string, title: string): PermissionEntry => ({ name: `${resource.name}.${verb}`, title: `${resource.title}·${title}` })
  const steps = Object.entries(resource.workflow?.steps ?? {}).filter(([, step]) => !step.automatic)
  return [
    of('read', '查看'),
    ...(create ? [of('create', '新增')] : []),
    ...(update ? [of('update', '修改')] : []),
    ...(remove ? [of('delete', '删除')] : []),
    ...(load ? [of('import', '导入')] : []),
    of('export', '导出'),
    ...(Object.values(resource.fields).some((field) => field.privacy > 'P0') ? [of('reveal', '查看完整个人信息')] : []),
    ...steps.map(([name, step]) => of(name, step.title)),
  ]
}

/** Every permission of a module; an endpoint without one of these does not exist. */
export function pluginPermissions(plugin: AnyPlugin): PermissionEntry[] {
  return [
    ...plugin.resources.flatMap(resourcePermissions),
    ...plugin.actions.filter((action) => !action.public).map(({ name, title }) => ({ name, title })),
    ...plugin.reports.map(({ name, title }) => ({ name, title })),
    ...plugin.imports.map(({ name, title }) => ({ name, title })),
    ...Object.entries(plugin.permissions ?? {}).map(([name, title]) => ({ name, title })),
  ]
}
