import type { AnyResource } from '@linli/kit'
import { useWords } from '../messages/index.ts'
import { useAdminInfo, useMay, useTitles } from '../model/index.ts'

export interface ImportLink {
  readonly path: string
  readonly label: string
}

/** The spreadsheets that may be imported into a list: the resource's own, and those of modules that make more of a row. */
export function useImports(resource: AnyResource): readonly ImportLink[] {
  const { model } = useAdminInfo()
  const may = useMay()
  const words = useWords()
  const title = useTitles()
  const hasOwn = (resource.writable?.import ?? resource.writable?.create ?? true) && may(`${resource.name}.import`)
  const declared = model.plugins.flatMap(({ imports }) => imports).filter((one) => one.resource === resource.name && may(one.name))
  return [
    ...declared.map(({ name, title: zh }) => ({
      path: `/imports/new/${name}`,
      label: words('import.title', { name: title(name, zh).replace(/^导入/, '') }),
    })),
    ...(hasOwn && declared.length === 0
      ? [{ path: `/imports/new/${resource.name}`, label: words('list.import') }]
      : hasOwn
        ? [{ path: `/imports/new/${resource.name}`, label: words('import.title', { name: title(resource.name, resource.title) }) }]
        : []),
  ]
}
