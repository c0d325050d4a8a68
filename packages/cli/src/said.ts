/** A sentence in both languages. */
export interface Said {
  readonly zh: string
  readonly en: string
}

export type Language = 'zh' | 'en'

/** Chinese, unless the environment asks for English. */
export function languageOf(env: Readonly<Record<string, string | undefined>>): Language {
  return /^en/i.test(env.LC_ALL ?? env.LC_MESSAGES ?? env.LANG ?? '') ? 'en' : 'zh'
}
