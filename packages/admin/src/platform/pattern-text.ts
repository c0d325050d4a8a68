import { useWords } from '../messages/index.ts'
import { useAdminInfo, useTitles } from '../model/index.ts'

const VERBS = new Set(['read', 'create', 'update', 'delete', 'import', 'export', 'reveal'])

/** A pattern of permissions in words: `merchants.*.read` is read as 爱心商圈 · 全部 · 查看. */
export function usePatternText(): (pattern: string) => string {
  const words = useWords()
  const title = useTitles()
  const { model } = useAdminInfo()
  return (pattern) => {
    const [module = '', ...rest] = pattern.split('.')
    const plugin = model.plugins.find(({ id }) => id === module)
    const texts = [plugin ? title(module, plugin.title) : module === '*' || module === '**' ? words('roles.everything') : module]
    for (const part of rest) {
      const resource = model.resources.get(`${module}.${part}`)
      if (part === '*' || part === '**') texts.push(words('roles.everything'))
      else if (resource) texts.push(title(resource.name, resource.title))
      else texts.push(VERBS.has(part) ? words(`roles.verb.${part}`) : part)
    }
    return texts.filter((text, index) => index === 0 || text !== texts[index - 1]).join(' · ')
  }
}
