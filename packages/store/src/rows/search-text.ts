import { initialsOf, pinyinOf } from './pinyin.ts'

const LONGEST = 500
const HAN_RUN = /\p{Script=Han}+/gu

/**
 * The text of a row's search column for one value. The index knows groups of three characters and the beginnings of words, and most
 * Chinese words have two characters: so each pair stands as a word of its own. Names are followed by their pinyin and its initials.
 *
 * @example
 * searchText('张三丰', true) // ' 张三丰 张三 三丰 丰 zhangsanfeng zsf'
 */
export function searchText(value: string, isName: boolean): string {
  const text = value.slice(0, LONGEST).toLowerCase().replace(/\s+/g, ' ').trim()
  const words = [text, ...[...text.matchAll(HAN_RUN)].flatMap(([run]) => pairsOf(run))]
  if (isName) words.push(pinyinOf(value).replaceAll(' ', ''), initialsOf(value))
  return [...new Set(words)].map((word) => ` ${word}`).join('')
}

/** The pattern for one word that somebody typed: anywhere, or for one and two characters at the beginning of a word. */
export function searchPattern(term: string): string {
  const escaped = term.toLowerCase().replace(/[\\%_]/g, (letter) => `\\${letter}`)
  return [...term].length < 3 ? `% ${escaped}%` : `%${escaped}%`
}

function pairsOf(run: string): string[] {
  const letters = [...run]
  return letters.map((letter, index) => letter + (letters[index + 1] ?? ''))
}
