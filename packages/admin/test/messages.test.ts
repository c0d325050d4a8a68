import englishMessages from 'ra-language-english'
import { describe, expect, it } from 'vitest'
import { LINLI_EN, LINLI_ZH, RA_ZH } from '../src/messages/index.ts'

/** Key → text, nested keys joined by dots. */
function flat(messages: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(messages).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'object' && value !== null ? [...flat(value, `${prefix}${key}.`)] : [[`${prefix}${key}`, String(value)] as const],
    ),
  )
}

const placeholders = (text: string): string[] => [...text.matchAll(/%\{(\w+)\}/g)].map((match) => match[1] ?? '').sort()

describe('Chinese for react-admin', () => {
  const zh = flat(RA_ZH)
  const en = flat(englishMessages)

  it('has every key of its English, and no other', () => {
    expect([...zh.keys()].sort()).toEqual([...en.keys()].sort())
  })

  it('is Chinese, and fills in nothing that react-admin does not give', () => {
    const exempt = new Set(['ra.boolean.null', 'ra.page.list', 'ra.page.show'])
    const notChinese = [...zh].filter(([key, text]) => !exempt.has(key) && !/\p{Script=Han}/u.test(text))
    expect(notChinese).toEqual([])
    const unknown = [...zh].flatMap(([key, text]) => {
      const given = new Set([...placeholders(en.get(key) ?? ''), 'smart_count'])
      return placeholders(text).flatMap((name) => (given.has(name) ? [] : [`${key} %{${name}}`]))
    })
    expect(unknown).toEqual([])
  })
})

describe('the words of the kit', () => {
  const zh = flat(LINLI_ZH)
  const en = flat(LINLI_EN)

  it('say the same in both languages', () => {
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort())
    const different = [...zh].filter(([key, text]) => placeholders(en.get(key) ?? '').join() !== placeholders(text).join())
    expect(different).toEqual([])
  })
})
