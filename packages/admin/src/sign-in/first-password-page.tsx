import { useState, type ReactElement, type SyntheticEvent } from 'react'
import { changePassword } from '../session/index.ts'
import { Frame } from './frame.tsx'
import { PasswordField } from './password-field.tsx'
import { signInTexts } from './texts.ts'

interface FirstPasswordPageProps {
  readonly onChanged: () => void
  readonly onSignOut: () => void
}

/** A new account chooses its own password before it can do anything. */
export function FirstPasswordPage({ onChanged, onSignOut }: FirstPasswordPageProps): ReactElement {
  const texts = signInTexts()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [repeated, setRepeated] = useState('')
  const [fault, setFault] = useState<string>()

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault()
    if (next !== repeated) return setFault(texts.different)
    try {
      await changePassword(current, next)
      onChanged()
    } catch (error) {
      setFault(error instanceof Error ? error.message : String(error))
    }
  }

  return (
    <Frame title={texts.changeTitle} subtitle={texts.changeHelp}>
      <form onSubmit={(event) => void submit(event)}>
        {fault ? (
          <p className="ll-fault" role="alert">
            {fault}
          </p>
        ) : null}
        <PasswordField label={texts.current} value={current} onChange={setCurrent} autoComplete="current-password" />
        <PasswordField label={texts.next} value={next} onChange={setNext} autoComplete="new-password" />
        <PasswordField label={texts.repeat} value={repeated} onChange={setRepeated} autoComplete="new-password" />
        <button type="submit">{texts.change}</button>
        <button type="button" className="ll-plain" onClick={onSignOut}>
          {texts.signOut}
        </button>
      </form>
    </Frame>
  )
}
