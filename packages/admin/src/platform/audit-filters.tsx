import { useMediaQuery, type Theme } from '@mui/material'
import type { ReactElement } from 'react'
import { AutocompleteInput, DateInput, ReferenceInput, SelectInput } from 'react-admin'
import { endOfDay, instantOf, instantText } from '../field/index.ts'
import { useWords } from '../messages/index.ts'
import { useAdminInfo, useColumnTitle, useMay, useTitles } from '../model/index.ts'

/** Filters of the audit: since and until when, who, on what. */
export function useAuditFilters(): ReactElement[] {
  const words = useWords()
  const title = useTitles()
  const titleOf = useColumnTitle()
  const may = useMay()
  const { model } = useAdminInfo()
  const of = (column: string): string => titleOf('platform.audit', column)
  const format = (value: unknown): string => (typeof value === 'string' ? instantText(value).slice(0, 10) : '')
  const isDesk = useMediaQuery<Theme>((theme) => theme.breakpoints.up('sm'))
  const common = { alwaysOn: isDesk, helperText: false, size: 'medium' } as const
  return [
    <DateInput
      key="from"
      source="at_gte"
      label={words('list.from', { title: of('at') })}
      format={format}
      parse={(day: string) => instantOf(day)}
      {...common}
    />,
    <DateInput
      key="to"
      source="at_lte"
      label={words('list.to', { title: of('at') })}
      format={format}
      parse={(day: string) => (day ? endOfDay(day) : null)}
      {...common}
    />,
    <SelectInput
      key="resource"
      source="resource"
      label={of('resource')}
      choices={[...model.resources.values()].map((resource) => ({ id: resource.name, name: title(resource.name, resource.title) }))}
      translateChoice={false}
      {...common}
    />,
    ...(may('platform.accounts.read')
      ? [
          <ReferenceInput key="actorId" source="actorId" label={of('actorName')} reference="platform.accounts" alwaysOn={isDesk}>
            <AutocompleteInput
              label={of('actorName')}
              optionText="name"
              helperText={false}
              sx={{ minWidth: 200 }}
              filterToQuery={(text: string) => (text ? { q: text } : {})}
            />
          </ReferenceInput>,
        ]
      : []),
  ]
}
