import { useEffect, useState, type ReactElement, type SyntheticEvent } from 'react'
import { ProblemError } from '../http/index.ts'
import { fetchDoorway, signIn, type Doorway } from '../session/index.ts'
import { Frame } from './frame.tsx'
import { PasswordField } from './password-field.tsx'
import { signInTexts } from './texts.ts'

interface SignInPageProps {
  readonly onSignedIn: () => void
  /** The session was lost while the app was open. */
  readonly again?: boolean
}

/** Signing in with user name and password, and the code of the two-step sign-in where the account has one. */
export function SignInPage({ onSignedIn, again = false }: SignInPageProps): ReactElement {
  const texts = signInTexts()
  const [doorway, setDoorway] = useState<Doorway | null>(null)
  const [street, setStreet] = useState<string>()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState<string>()
  const [fault, setFault] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  useEffect(() => {
    fetchDoorway().then(setDoorway, (error: unknown) => setFault(messageOf(error)))
  }, [])

  const submit = async (event: SyntheticEvent): Promise<void> => {
    event.preventDefault()
    setBusy(true)
    setFault(undefined)
    try {
      const streetCode = street ?? doorway?.streets[0]?.code
      await signIn({
        ...(streetCode ? { street: streetCode } : {}),
        username: username.trim(),
        password,
        ...(code ? { code: code.trim() } : {}),
      })
      onSignedIn()
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'auth.code_needed') setCode('')
      else setFault(messageOf(error))
    } finally {
      setBusy(false)
    }
  }

  const streets = doorway?.streets ?? []
  return (
    <Frame
      title={streets.length === 1 ? (streets[0]?.name ?? texts.title) : texts.title}
      subtitle={streets.length === 1 ? texts.title : ''}
    >
      {again ? <p className="ll-note">{texts.again}</p> : null}
      <form onSubmit={(event) => void submit(event)}>
        {fault ? (
          <p className="ll-fault" role="alert">
            {fault}
          </p>
        ) : null}
        {streets.length > 1 ? (
          <label className="ll-field">
            <span>{texts.street}</span>
            <select value={street} onChange={(event) => setStreet(event.target.value)}>
              {streets.map(({ code: streetCode, name }) => (
                <option key={streetCode} value={streetCode}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        ) : null}
        <label className="ll-field">
          <span>{texts.username}</span>
          <input
            required
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            value={username}
            onChange={(event) => setUsername(event.target.value)}
          />
        </label>
        <PasswordField label={texts.password} value={password} onChange={setPassword} autoComplete="current-password" />
        {code === undefined ? null : (
          <label className="ll-field">
            <span>{texts.code}</span>
            <input
              required
              inputMode="numeric"
              autoComplete="one-time-code"
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
            <small>{texts.codeHelp}</small>
          </label>
        )}
        <button type="submit" disabled={isBusy}>
          {isBusy ? texts.busy : texts.submit}
        </button>
      </form>
      {doorway?.demo ? (
        <section className="ll-demo">
          <p>{texts.demo}</p>
          <div>
            {doorway.demo.accounts.map((account) => (
              <button
                key={account.username}
                type="button"
                onClick={() => {
                  setUsername(account.username)
                  setPassword(account.password)
                }}
              >
                {account.title}
                <small>{account.username}</small>
              </button>
            ))}
          </div>
        </section>
      ) : null}
    </Frame>
  )
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
