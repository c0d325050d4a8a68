import { useMediaQuery, type Theme } from '@mui/material'
import type { AnyResource, Field } from '@linli/kit'
import { cloneElement, type ReactElement } from 'react'
import {
  AutocompleteInput,
  DateInput,
  NullableBooleanInput,
  NumberInput,
  ReferenceInput,
  SearchInput,
  SelectArrayInput,
  TextInput,
} from 'react-admin'
import { endOfDay, instantOf, instantText, recordName } from '../field/index.ts'
import { useWords } from '../messages/index.ts'
import { useAdminInfo, useColumnTitle, useTitles } from '../model/index.ts'

interface Option {
  readonly id: string
  readonly name: string
}

/** How many filters besides the search stand open; the others are added when they are needed. */
const OPEN = 2

/** The filters above a list: the search box, then those that the definition names. */
export function useFilters(resource: AnyResource): ReactElement[] {
  const { model, me } = useAdminInfo()
  const words = useWords()
  const title = useTitles()
  const titleOf = useColumnTitle()
  const isPhone = useMediaQuery<Theme>((theme) => theme.breakpoints.down('sm'))
  const searched = Object.values(resource.fields).some((field) => field.search || field.pinyin)
  const spoken = Object.entries(resource.fields).find(([, field]) => field.pinyin)?.[0]

  const inputs = (resource.list.filters ?? []).flatMap((column, index): ReactElement[] => {
    const label = titleOf(resource.name, column)
    const alwaysOn = index < (isPhone ? 0 : OPEN)
    if (column === 'status') {
      const states = Object.entries(resource.workflow?.states ?? {})
      return [
        many(
          column,
          label,
          states.map(([id, state]) => ({ id, name: title(`${resource.name}.status.${id}`, state.title) })),
          alwaysOn,
        ),
      ]
    }
    if (column === 'communityId' || column === 'gridId') {
      const kind = column === 'gridId' ? 'grid' : 'community'
      const places = me.places.filter((place) => place.kind === kind)
      return places.length > 1
        ? [
            many(
              column,
              label,
              places.map(({ code, name }) => ({ id: code, name })),
              alwaysOn,
            ),
          ]
        : []
    }
    const field = resource.fields[column]
    if (!field) return /At$|Since$/.test(column) ? moments(column, words, label) : []
    return ofField(column, field, label, alwaysOn)
  })

  function ofField(column: string, field: Field, label: string, alwaysOn: boolean): ReactElement[] {
    switch (field.kind) {
      case 'choice':
      case 'tags':
        return [
          many(
            column,
            label,
            Object.entries(field.options ?? {}).map(([id, zh]) => ({ id, name: title(`${resource.name}.${column}.${id}`, zh) })),
            alwaysOn,
          ),
        ]
      case 'boolean':
        return [<NullableBooleanInput key={column} source={column} label={label} alwaysOn={alwaysOn} />]
      case 'ref': {
        const target = model.resources.get(field.target ?? '')
        if (!target) return []
        return [
          <ReferenceInput key={column} source={column} label={label} reference={target.name} perPage={20} alwaysOn={alwaysOn}>
            <AutocompleteInput
              label={label}
              helperText={false}
              sx={{ minWidth: 200 }}
              optionText={(record: Record<string, unknown> | undefined) => recordName(target, record)}
              filterToQuery={(text: string) => (text ? { q: text } : {})}
            />
          </ReferenceInput>,
        ]
      }
      case 'date':
        return [
          <DateInput key={`${column}_gte`} source={`${column}_gte`} label={words('list.from', { title: label })} helperText={false} />,
          <DateInput key={`${column}_lte`} source={`${column}_lte`} label={words('list.to', { title: label })} helperText={false} />,
        ]
      case 'dateTime':
        return moments(column, words, label)
      case 'integer':
      case 'fraction':
        return [
          <NumberInput key={`${column}_gte`} source={`${column}_gte`} label={words('list.from', { title: label })} helperText={false} />,
          <NumberInput key={`${column}_lte`} source={`${column}_lte`} label={words('list.to', { title: label })} helperText={false} />,
        ]
      case 'money':
        return [
          <NumberInput
            key={`${column}_gte`}
            source={`${column}_gte`}
            {...YUAN}
            label={words('list.from', { title: label })}
            helperText={false}
          />,
          <NumberInput
            key={`${column}_lte`}
            source={`${column}_lte`}
            {...YUAN}
            label={words('list.to', { title: label })}
            helperText={false}
          />,
        ]
      default:
        return [<TextInput key={column} source={column} label={label} alwaysOn={alwaysOn} helperText={false} resettable />]
    }
  }

  const search = searched
    ? [
        <SearchInput
          key="q"
          source="q"
          alwaysOn
          placeholder={spoken ? words('common.searchPinyin', { title: titleOf(resource.name, spoken) }) : words('common.search')}
          slotProps={{ htmlInput: { 'aria-label': words('common.search') } }}
        />,
      ]
    : []
  return [...search, ...inputs].map((input) => cloneElement(input as ReactElement<{ size: string }>, { size: 'medium' }))
}

const YUAN = {
  format: (fen: unknown): number | '' => (typeof fen === 'number' ? fen / 100 : ''),
  parse: (yuan: unknown): number | null => (yuan === '' || yuan === null ? null : Math.round(Number(yuan) * 100)),
}

function many(source: string, label: string, choices: readonly Option[], alwaysOn: boolean): ReactElement {
  return (
    <SelectArrayInput
      key={source}
      source={source}
      label={label}
      choices={[...choices]}
      translateChoice={false}
      alwaysOn={alwaysOn}
      helperText={false}
      format={(value: unknown) => (Array.isArray(value) ? value : value === undefined || value === null || value === '' ? [] : [value])}
      sx={{ minWidth: 160 }}
    />
  )
}

function moments(column: string, words: ReturnType<typeof useWords>, label: string): ReactElement[] {
  const format = (value: unknown): string => (typeof value === 'string' ? instantText(value).slice(0, 10) : '')
  return [
    <DateInput
      key={`${column}_gte`}
      source={`${column}_gte`}
      label={words('list.from', { title: label })}
      format={format}
      parse={(day: string) => instantOf(day)}
      helperText={false}
    />,
    <DateInput
      key={`${column}_lte`}
      source={`${column}_lte`}
      label={words('list.to', { title: label })}
      format={format}
      parse={(day: string) => (day ? endOfDay(day) : null)}
      helperText={false}
    />,
  ]
}
