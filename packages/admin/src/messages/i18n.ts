import polyglotI18nProvider from 'ra-i18n-polyglot'
import englishMessages from 'ra-language-english'
import { useTranslate, type I18nProvider } from 'react-admin'
import { fieldsOf, STANDARD_TITLES, titlesIn, type Model } from '../model/index.ts'
import { rememberedLocale } from '../sign-in/index.ts'
import { LINLI_EN } from './linli-en.ts'
import { LINLI_ZH } from './linli-zh.ts'
import { RA_ZH } from './ra-zh.ts'

const LOCALES = [
  { locale: 'zh', name: '简体中文' },
  { locale: 'en', name: 'English' },
]

/** The words of the app in both languages; names of resources and fields come from the definitions. */
export function i18nProvider(model: Model): I18nProvider {
  const messages = (locale: string): object => ({
    ...(locale === 'en' ? englishMessages : RA_ZH),
    linli: locale === 'en' ? LINLI_EN : LINLI_ZH,
    resources: resourceMessages(model, locale),
  })
  return polyglotI18nProvider((locale) => messages(locale) as never, rememberedLocale(), LOCALES, { allowMissing: true })
}

/** The kit's own words: `useWords()('home.title')`. */
export function useWords(): (key: string, values?: Readonly<Record<string, string | number>>) => string {
  const translate = useTranslate()
  return (key, values) => translate(`linli.${key}`, values)
}

/** react-admin's names of resources and fields, nested as its keys are: a dot in a name is a level. */
export function resourceMessages(model: Pick<Model, 'plugins' | 'resources'>, locale: string): Readonly<Record<string, object>> {
  const title = titlesIn(locale, model.plugins)
  const messages: Record<string, Record<string, object>> = {}
  for (const resource of model.resources.values()) {
    const [plugin = '', name = ''] = resource.name.split('.')
    const fields = Object.fromEntries([
      ...Object.entries(STANDARD_TITLES).map(([key, texts]) => [key, locale === 'en' ? texts.en : texts.zh]),
      ...fieldsOf(resource).map(([key, field]) => [key, title(`${resource.name}.${key}`, field.title)]),
    ]) as Record<string, string>
    messages[plugin] = { ...messages[plugin], [name]: { name: title(resource.name, resource.title), fields } }
  }
  return messages
}
