import { pinyin } from 'pinyin-pro'

const LONGEST = 200

/** The pinyin of a name without tones, a blank between syllables, surnames read as surnames. */
export function pinyinOf(text: string): string {
  return pinyin(text.slice(0, LONGEST), { toneType: 'none', surname: 'head', type: 'array', nonZh: 'consecutive', v: true })
    .join(' ')
    .toLowerCase()
}

/** The first letters of a name's pinyin: 张三丰 is `zsf`. */
export function initialsOf(text: string): string {
  return pinyinOf(text)
    .split(' ')
    .map((syllable) => syllable[0] ?? '')
    .join('')
}

/** A text as it is searched. */
export function searchText(text: string): string {
  return text.slice(0, 1000).toLowerCase()
}
