import { Chip, Link as MuiLink, Stack } from '@mui/material'
import type { AnyResource, Field } from '@linli/kit'
import type { ReactElement, ReactNode } from 'react'
import { useWords } from '../messages/index.ts'
import { useTitles } from '../model/index.ts'
import { fractionText, instantText, integerText, moneyText } from './format.ts'
import { usePlaceNames } from './place-name.ts'
import { ReferenceValue } from './reference-value.tsx'
import { StatusChip } from './status-chip.tsx'

interface FieldValueProps {
  readonly resource: AnyResource
  /** A field or a standard column. */
  readonly column: string
  readonly record: Readonly<Record<string, unknown>>
  /** Without links, for rows that are themselves links. */
  readonly plain?: boolean
}

/** The value of a column as it is read. */
export function FieldValue({ resource, column, record, plain = false }: FieldValueProps): ReactElement {
  const value = record[column]
  const field = resource.fields[column]
  const placeName = usePlaceNames()
  const words = useWords()
  if (column === 'communityId' || column === 'gridId') return <>{value ? placeName(String(value)) : '—'}</>
  if (value === null || value === undefined || value === '') return <>—</>
  if (column === 'status') return <StatusChip resource={resource} status={String(value)} />
  if (value === 'system' && column.endsWith('By')) return <>{words('common.system')}</>
  if (value === 'visitor' && column.endsWith('By')) return <>{words('common.visitor')}</>
  if (column === 'createdBy' || column === 'updatedBy')
    return <ReferenceValue target="platform.accounts" id={String(value)} plain={plain} />
  if (!field) return <>{/At$|Since$/.test(column) ? instantText(String(value)) : String(value)}</>
  return <SpecValue field={field} value={value} path={`${resource.name}.${column}`} plain={plain} />
}

interface SpecValueProps {
  readonly field: Field
  readonly value: unknown
  readonly path: string
  readonly plain?: boolean
}

/** A value of a field that belongs to no row: a step's input, a setting, a parameter. */
export function SpecValue({ field, value, path, plain = false }: SpecValueProps): ReactElement {
  const words = useWords()
  const title = useTitles()
  const option = (key: string): string => title(`${path}.${key}`, field.options?.[key] ?? key)
  const shown = (): ReactNode => {
    switch (field.kind) {
      case 'choice':
        return option(String(value))
      case 'tags':
        return Array.isArray(value) && value.length > 0 ? (
          <Stack direction="row" component="span" sx={{ flexWrap: 'wrap', gap: 0.5 }}>
            {value.map((tag) => (
              <Chip key={String(tag)} size="small" component="span" label={option(String(tag))} />
            ))}
          </Stack>
        ) : (
          '—'
        )
      case 'ref':
        return field.target ? <ReferenceValue target={field.target} id={String(value)} plain={plain} /> : String(value)
      case 'boolean':
        return words(value === true ? 'common.yes' : 'common.no')
      case 'dateTime':
        return instantText(String(value))
      case 'money':
        return typeof value === 'number' ? moneyText(value) : String(value)
      case 'integer':
        return integerText(Number(value), field.hundredths)
      case 'fraction':
        return typeof value === 'number' ? fractionText(value, field.denominator) : String(value)
      case 'file':
        return (
          <MuiLink href={`/api/platform/files/${String(value)}`} target="_blank" rel="noreferrer">
            {title(path, field.title)}
          </MuiLink>
        )
      case 'geoPoint':
        return isPoint(value) ? `${value.lat.toFixed(5)}, ${value.lng.toFixed(5)}` : '—'
      case 'json':
        return <code style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{JSON.stringify(value)}</code>
      case 'longText':
        return <span style={{ whiteSpace: 'pre-wrap' }}>{String(value)}</span>
      default:
        return String(value)
    }
  }
  if (value === null || value === undefined || value === '') return <>—</>
  return <>{shown()}</>
}

function isPoint(value: unknown): value is { lat: number; lng: number } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'lat' in value &&
    typeof value.lat === 'number' &&
    'lng' in value &&
    typeof value.lng === 'number'
  )
}
