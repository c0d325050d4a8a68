import { InputAdornment, Stack } from '@mui/material'
import type { Field } from '@linli/kit'
import type { ReactElement } from 'react'
import {
  AutocompleteArrayInput,
  AutocompleteInput,
  BooleanInput,
  CheckboxGroupInput,
  DateInput,
  DateTimeInput,
  NullableBooleanInput,
  NumberInput,
  ReferenceInput,
  SelectInput,
  TextInput,
} from 'react-admin'
import { useWords } from '../messages/index.ts'
import { useAdminInfo, useMay, useTitles } from '../model/index.ts'
import { UploadInput } from './file-input.tsx'
import { instantOf, instantText } from './format.ts'
import { JsonInput } from './json-input.tsx'
import { MoneyInput } from './money-input.tsx'
import { usePlaceNames } from './place-name.ts'
import { recordName } from './record-name.ts'

interface FieldInputProps {
  /** The name in the form. */
  readonly source: string
  readonly field: Field
  /** Where its English stands: `<resource>.<field>`. */
  readonly path: string
  readonly readOnly?: boolean
}

/** From how many options on a list to search in is quicker than boxes to tick. */
const MANY = 8

/** The input of a field, by its kind. What is right or wrong is not decided here but by the definition. */
export function FieldInput({ source, field, path, readOnly = false }: FieldInputProps): ReactElement {
  const title = useTitles()
  const words = useWords()
  const choices = Object.entries(field.options ?? {}).map(([id, zh]) => ({ id, name: title(`${path}.${id}`, zh) }))
  const common = {
    source,
    label: title(path, field.title),
    helperText: field.help ? title(`${path}.help`, field.help) : false,
    isRequired: field.required,
    fullWidth: true,
    readOnly,
  } as const
  const helper = field.help ? { helperText: title(`${path}.help`, field.help) } : {}
  switch (field.kind) {
    case 'longText':
      return <TextInput {...common} multiline minRows={3} />
    case 'choice':
      return <SelectInput {...common} choices={choices} translateChoice={false} />
    case 'tags':
      return choices.length > MANY ? (
        <AutocompleteArrayInput {...common} choices={choices} translateChoice={false} />
      ) : (
        <CheckboxGroupInput {...common} choices={choices} translateChoice={false} />
      )
    case 'ref':
      return <RefInput {...common} target={field.target ?? ''} />
    case 'boolean':
      return field.required ? <BooleanInput {...common} /> : <NullableBooleanInput {...common} />
    case 'date':
      return <DateInput {...common} size="medium" />
    case 'dateTime':
      return (
        <DateTimeInput
          {...common}
          size="medium"
          format={(value: unknown) => (typeof value === 'string' ? instantText(value).replace(' ', 'T') : '')}
          parse={(value: string) => instantOf(value)}
        />
      )
    case 'money':
      return <MoneyInput source={source} label={common.label} isRequired={field.required} {...helper} />
    case 'integer':
      return <NumberInput {...common} size="medium" step={1} />
    case 'fraction':
      return (
        <NumberInput
          {...common}
          size="medium"
          step={1}
          slotProps={{ input: { endAdornment: <InputAdornment position="end">{unitOf(field.denominator)}</InputAdornment> } }}
        />
      )
    case 'phone':
      return <TextInput {...common} slotProps={{ htmlInput: { inputMode: 'tel' } }} />
    case 'file':
      return <UploadInput source={source} label={common.label} spec={field} {...helper} />
    case 'geoPoint':
      return (
        <Stack direction="row" sx={{ gap: 1, width: '100%' }}>
          <NumberInput
            size="medium"
            source={`${source}.lat`}
            label={`${common.label} ${words('form.lat')}`}
            fullWidth
            helperText={common.helperText}
          />
          <NumberInput size="medium" source={`${source}.lng`} label={`${common.label} ${words('form.lng')}`} fullWidth helperText={false} />
        </Stack>
      )
    case 'json':
      return <JsonInput source={source} label={common.label} {...helper} />
    case 'text':
      return field.area ? <AreaInput {...common} area={field.area} /> : <TextInput {...common} />
    case 'address':
    case 'idNumber':
    case 'creditCode':
      return <TextInput {...common} />
  }
}

interface AreaInputProps {
  readonly source: string
  readonly label: string
  readonly helperText: string | false
  readonly area: 'community' | 'grid'
}

/** The communities or grids of the person's area by their names; a grid is told with its community. */
function AreaInput({ area, ...rest }: AreaInputProps): ReactElement {
  const { me } = useAdminInfo()
  const nameOf = usePlaceNames()
  const choices = me.places
    .filter(({ kind }) => kind === area)
    .map(({ code, name, parentCode }) => ({ id: code, name: area === 'grid' && parentCode ? `${nameOf(parentCode)} ${name}` : name }))
  return <AutocompleteInput {...rest} choices={choices} translateChoice={false} />
}

interface RefInputProps {
  readonly source: string
  readonly label: string
  readonly helperText: string | false
  readonly isRequired: boolean
  readonly fullWidth: boolean
  readonly readOnly: boolean
  readonly target: string
}

function RefInput({ target, source, ...rest }: RefInputProps): ReactElement {
  const { model } = useAdminInfo()
  const may = useMay()
  const resource = model.resources.get(target)
  if (!resource || !may(`${target}.read`)) return <TextInput source={source} {...rest} />
  const hasSearch = Object.values(resource.fields).some((field) => field.search || field.pinyin)
  return (
    <ReferenceInput source={source} reference={target} perPage={20} sort={{ field: 'createdAt', order: 'DESC' }}>
      <AutocompleteInput
        {...rest}
        optionText={(record: Record<string, unknown> | undefined) => recordName(resource, record)}
        filterToQuery={(text: string) => (text && hasSearch ? { q: text } : {})}
        {...(hasSearch ? { matchSuggestion: () => true } : {})}
      />
    </ReferenceInput>
  )
}

function unitOf(denominator = 100): string {
  return denominator === 100 ? '%' : `/ ${denominator}`
}
