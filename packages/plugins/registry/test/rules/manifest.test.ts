import { missingEnglish } from '@linli/kit'
import { expect, test } from 'vitest'
import { registry, trustOf } from '../../src/index.ts'

test('every title has its English', () => {
  expect(missingEnglish(registry).map(({ path, zh }) => `${path} ${zh}`)).toEqual([])
})

test('difficulty is recognised and records are merged by the community and the street alone', () => {
  const may = (verb: string): string[] =>
    Object.entries(registry.grants ?? {})
      .filter(([, patterns]) => patterns.some((pattern) => pattern === verb || pattern === 'registry.**'))
      .map(([role]) => role)
  expect(may('registry.households.mark-difficulty')).toEqual(['street-admin', 'community-director'])
  expect(may('registry.duplicates.merge')).toEqual(['street-admin', 'community-director'])
  expect(may('registry.people.merge')).toEqual(['street-admin', 'community-director'])
})

test('no figure, list or report column stands above contact data', () => {
  for (const resource of registry.resources) {
    for (const column of resource.list.columns) {
      const field = (resource.fields as Readonly<Record<string, { privacy: string }>>)[column]
      expect(`${resource.name}.${column} ${field?.privacy ?? 'P0'}`).toMatch(/ P[01]$/)
    }
  }
  expect(trustOf('official')).toBe(4)
})
