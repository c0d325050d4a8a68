import { pinyin } from 'pinyin-pro'

const LONGEST = 200

let lastText = ''
let lastPinyin = ''

/** The pinyin of a name without tones, a blank between syllables, surnames read as surnames. */
export function pinyinOf(text: string): string {
  // A write asks for the same name several times over.
  if (text !== lastText) {
    const syllables = pinyin(text.slice(0, LONGEST), { toneType: 'none', surname: 'head', type: 'array', nonZh: 'consecutive', v: true })
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
