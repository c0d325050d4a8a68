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
    for (const [key, text] of zh) {
      if (!exempt.has(key)) expect(text, key).toMatch(/\p{Script=Han}/u)
      const given = new Set(placeholders(en.get(key) ?? ''))
      for (const name of placeholders(text)) expect(given.has(name) || name === 'smart_count', `${key} %{${name}}`).toBe(true)
    }
  })
})

describe('the words of the kit', () => {
  const zh = flat(LINLI_ZH)
  const en = flat(LINLI_EN)

  it('say the same in both languages', () => {
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort())
    for (const [key, text] of zh) expect(placeholders(en.get(key) ?? ''), key).toEqual(placeholders(text))
  })
})
