import { createRequire } from 'node:module'
import type { pinyin } from 'pinyin-pro'

const LONGEST = 200
const require = createRequire(import.meta.url)

/** The dictionary takes 15 MB and a tenth of a second; a server that starts again asks for no pinyin until somebody writes or searches. */
let dictionary: { readonly pinyin: typeof pinyin } | undefined

let lastText = ''
let lastPinyin = ''

/** The pinyin of a name without tones, a blank between syllables, surnames read as surnames. */
export function pinyinOf(text: string): string {
  // A write asks for the same name several times over.
  if (text !== lastText) {
    dictionary ??= require('pinyin-pro') as { readonly pinyin: typeof pinyin }
    const syllables = dictionary.pinyin(text.slice(0, LONGEST), {
      toneType: 'none',
      surname: 'head',
      type: 'array',
      nonZh: 'consecutive',
      v: true,
    })
    lastPinyin = syllables.join(' ').toLowerCase()
    lastText = text
  }
  return lastPinyin
}

/** The first letters of a name's pinyin: 张三丰 is `zsf`. */
export function initialsOf(text: string): string {
  return pinyinOf(text)
    .split(' ')
    .map((syllable) => syllable[0] ?? '')
    .join('')
}
