import { refuse } from '../problem/index.ts'
import { reason } from './reasons.ts'
import { LIMITS } from './sheet-row.ts'

/**
 * The elements of one name in a stream of XML, each as the text between its tags with the attributes of its opening tag.
 * Spreadsheet programs write them flat, one after another, with or without a prefix; nothing more of XML is needed, and no entity is ever resolved
 * but the five of the standard and character numbers.
 */
export async function* elements(
  stream: AsyncIterable<string>,
  name: string,
): AsyncGenerator<{ readonly attributes: string; readonly inner: string }> {
  const opening = new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])([^>]*)>`)
  let held = ''
  for await (const chunk of stream) {
    held += chunk
    for (;;) {
      const start = opening.exec(held)
      if (!start) {
        // What is left may be the beginning of a tag that goes on in the next piece.
        held = held.slice(Math.max(held.lastIndexOf('<'), 0))
        break
      }
      const attributes = start[1] ?? ''
      const after = start.index + start[0].length
      if (attributes.endsWith('/')) {
        yield { attributes, inner: '' }
        held = held.slice(after)
        continue
      }
      const end = closing(held, name, after)
      if (!end) {
        held = held.slice(start.index)
        break
      }
      yield { attributes, inner: held.slice(after, end.from) }
      held = held.slice(end.to)
    }
    if (held.length > LIMITS.row) refuse(415, reason('sheet.bomb'))
  }
}

function closing(text: string, name: string, from: number): { readonly from: number; readonly to: number } | undefined {
  const tag = new RegExp(`</(?:\\w+:)?${name}\\s*>`, 'g')
  tag.lastIndex = from
  const found = tag.exec(text)
  return found ? { from: found.index, to: found.index + found[0].length } : undefined
}

/** The value of an attribute. */
export function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return found ? unescapeXml(found[1] ?? found[2] ?? '') : undefined
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Character references and the escapes of ECMA-376 (`_x000D_`) as the characters that they stand for. */
export function unescapeXml(text: string): string {
  if (!text.includes('&') && !text.includes('_x')) return text
  return text
    .replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/g, (whole, hex: string, decimal: string, named: string) => {
      if (named) return NAMED[named] ?? whole
      const point = hex ? Number.parseInt(hex, 16) : Number(decimal)
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : ''
    })
    .replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

/** The text of a cell or shared string: its runs without the phonetic guides. */
export function textOf(inner: string): string {
  const plain = inner.includes('rPh') ? inner.replace(/<(?:\w+:)?rPh[\s>][\s\S]*?<\/(?:\w+:)?rPh>/g, '') : inner
  let text = ''
  for (const [, run = ''] of plain.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?t>/g)) text += run
  return unescapeXml(text)
}
