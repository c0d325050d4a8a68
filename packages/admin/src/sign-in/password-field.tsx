import { useState, type ReactElement } from 'react'
import { signInTexts } from './texts.ts'

interface PasswordFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly autoComplete: 'current-password' | 'new-password'
}

/** A password that can be looked at while typing. */
export function PasswordField({ label, value, onChange, autoComplete }: PasswordFieldProps): ReactElement {
  const [isShown, setShown] = useState(false)
  const texts = signInTexts()
  return (
    <label className="ll-field">
      <span>{label}</span>
      <span className="ll-row">
        <input
          type={isShown ? 'text' : 'password'}
          required
          value={value}
          autoComplete={autoComplete}
          aria-label={label}
          onChange={(event) => onChange(event.target.value)}
        />
        <button type="button" aria-label={isShown ? texts.hide : texts.show} aria-pressed={isShown} onClick={() => setShown(!isShown)}>
          {isShown ? texts.hideShort : texts.showShort}
        </button>
      </span>
    </label>
  )
}
