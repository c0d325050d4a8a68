import { Chip, Stack } from '@mui/material'
import type { AnyResource } from '@linli/kit'
import type { ReactElement } from 'react'
import { useListContext } from 'react-admin'
import { plainText, ReferenceValue, usePlaceNames } from '../field/index.ts'
import { useWords } from '../messages/index.ts'
import { useColumnTitle, useTitles } from '../model/index.ts'

const SIGNS: Readonly<Record<string, string>> = { _gte: ' ≥ ', _lte: ' ≤ ', _gt: ' > ', _lt: ' < ', _neq: ' ≠ ', _empty: '：' }

/** Conditions that came with a link and have no input above the list: shown, so that no list is narrowed in secret. */
export function ActiveFilters({
  resource,
  inputs,
}: {
  readonly resource: AnyResource
  readonly inputs: readonly ReactElement[]
}): ReactElement | null {
  const { filterValues, setFilters } = useListContext()
  const words = useWords()
  const titleOf = useColumnTitle()
  const title = useTitles()
  const placeName = usePlaceNames()
  const offered = new Set(inputs.map((input) => (input.props as { source?: string }).source))
  const hidden = Object.entries(filterValues as Record<string, unknown>).filter(([key, value]) => !offered.has(key) && value !== undefined)
  if (hidden.length === 0) return null

  const valueText = (column: string, value: unknown): ReactElement | string => {
    const field = resource.fields[column]
    const values = Array.isArray(value) ? value : [value]
    if (field?.kind === 'ref' && field.target && values.length === 1)
      return <ReferenceValue target={field.target} id={String(value)} plain />
    if (column === 'id') return String(values.length)
    if (column === 'communityId' || column === 'gridId') return values.map((code) => placeName(String(code))).join('、')
    if (column === 'status')
      return values
        .map((state) => title(`${resource.name}.status.${String(state)}`, resource.workflow?.states[String(state)]?.title ?? String(state)))
        .join('、')
    return values.map((one) => plainText(field, one)).join('、')
  }

  return (
    <Stack direction="row" sx={{ gap: 1, flexWrap: 'wrap', mb: 1 }}>
      {hidden.map(([key, value]) => {
        const suffix = Object.keys(SIGNS).find((ending) => key.endsWith(ending))
        const column = suffix ? key.slice(0, -suffix.length) : key
        return (
          <Chip
            key={key}
            label={
              <>
                {titleOf(resource.name, column)}
                {suffix ? SIGNS[suffix] : '：'}
                {suffix === '_empty' ? words(value === true ? 'list.blank' : 'list.filled') : valueText(column, value)}
              </>
            }
            onDelete={() => {
              const { [key]: _gone, ...rest } = filterValues as Record<string, unknown>
              setFilters(rest)
            }}
          />
        )
      })}
    </Stack>
  )
}
