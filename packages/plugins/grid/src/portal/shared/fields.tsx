import { type ReactElement, useId, useState } from 'react'
import { whereAmI } from './where-am-i.ts'
import type { GeoPointValue } from '@linli/kit'

/** One of a few, each a wide line to press. */
export function Pick({
  legend,
  name,
  options,
  first,
}: {
  readonly legend: string
  readonly name: string
  readonly options: Readonly<Record<string, string>>
  readonly first?: string
}): ReactElement {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {Object.entries(options).map(([value, title]) => (
        <label key={value} className="portal-pick">
          <input type="radio" name={name} value={value} defaultChecked={value === first} required />
          {title}
        </label>
      ))}
    </fieldset>
  )
}

/** One of many. */
export function Choose({
  label,
  name,
  options,
  first,
}: {
  readonly label: string
  readonly name: string
  readonly options: Readonly<Record<string, string>>
  readonly first?: string
}): ReactElement {
  return (
    <label>
      {label}
      <select name={name} defaultValue={first ?? ''} required>
        {first === undefined ? <option value="">请选择</option> : null}
        {Object.entries(options).map(([value, title]) => (
          <option key={value} value={value}>
            {title}
          </option>
        ))}
      </select>
    </label>
  )
}

/** A photo from the camera or the album. */
export function Photo({
  label = '照片',
  name = 'photo',
  required = false,
}: {
  readonly label?: string
  readonly name?: string
  readonly required?: boolean
}): ReactElement {
  return (
    <label>
      {label}
      <input type="file" name={name} required={required} accept="image/*" style={{ paddingTop: 12 }} />
    </label>
  )
}

/** Where it is: taken from the phone when asked. */
export function Where({ onFound }: { readonly onFound: (spot: GeoPointValue | null) => void }): ReactElement {
  const [told, setTold] = useState('')
  const id = useId()
  return (
    <div>
      <button
        type="button"
        className="grid-quiet"
        aria-describedby={id}
        onClick={() => {
          setTold('正在定位…')
          void whereAmI().then((spot) => {
            onFound(spot)
            setTold(spot ? '已记下位置' : '没有定到位置，请写清地点')
          })
        }}
      >
        记下我现在的位置
      </button>
      <small id={id} role="status">
        {' '}
        {told}
      </small>
    </div>
  )
}

/** As many as somebody looks through; a phone that draws thousands at every letter stands still. */
const SHOWN = 50

/** A search field over what the phone holds; what is chosen is told by its id. */
export function Find({
  label,
  name,
  items,
  onChosen,
}: {
  readonly label: string
  readonly name: string
  readonly items: readonly { readonly id: string; readonly label: string }[]
  readonly onChosen: (id: string | null) => void
}): ReactElement {
  const id = useId()
  const [typed, setTyped] = useState('')
  const shown = items.filter((item) => item.label.includes(typed.trim())).slice(0, SHOWN)
  return (
    <label>
      {label}
      <input
        name={name}
        list={id}
        autoComplete="off"
        required
        placeholder="输入几个字再选"
        onChange={({ target }) => {
          setTyped(target.value)
          onChosen(items.find((item) => item.label === target.value)?.id ?? null)
        }}
      />
      <datalist id={id}>
        {shown.map((item) => (
          <option key={item.id} value={item.label}>
            {item.label}
          </option>
        ))}
      </datalist>
    </label>
  )
}
