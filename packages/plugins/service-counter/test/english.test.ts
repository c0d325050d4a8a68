import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { counter } from '../src/plugin.ts'

const pages = join(import.meta.dirname, '..', 'src', 'admin')

it('every Chinese sentence of the module’s own pages has its English, with the same values in it', () => {
  const said = readdirSync(pages).flatMap((file) =>
    [...readFileSync(join(pages, file), 'utf8').matchAll(/'([^'\n]*[\u4e00-\u9fff][^'\n]*)'/g)].map(([, text]) => text ?? ''),
  )
  expect(said.length).toBeGreaterThan(80)
  const values = (text: string): string => (text.match(/\{\w+\}/g) ?? []).toSorted((a, b) => a.localeCompare(b)).join(' ')
  expect(said.filter((text) => !counter.english?.[text])).toEqual([])
  expect(said.filter((text) => values(text) !== values(counter.english?.[text] ?? ''))).toEqual([])
})
