import { Problem, sentenceOf } from '../problem.ts'
import { upload } from '../request.ts'
import { callAction } from '../session.tsx'
import { type Draft, newDraftId } from './draft.ts'
import { pocket } from './pocket.ts'

/** What a page hands over. */
export interface NewDraft {
  readonly action: string
  readonly title: string
  readonly input: Readonly<Record<string, unknown>>
  readonly files?: Readonly<Record<string, Blob | null | undefined>>
}

/** Answers that say nothing about the draft: the network, the session, a busy server. It is sent again by itself. */
const PASSING: ReadonlySet<number> = new Set([0, 401, 408, 425, 429, 500, 502, 503, 504])
const changed = new Set<() => void>()
let sending: Promise<void> | undefined

/** Puts a draft where it survives the phone's being switched off. */
export async function addDraft(account: string, { action, title, input, files = {} }: NewDraft): Promise<Draft> {
  const given = Object.entries(files).filter((entry): entry is [string, Blob] => entry[1] instanceof Blob)
  const draft = {
    id: newDraftId(),
    account,
    action,
    title,
    at: new Date().toISOString(),
    input,
    files: Object.fromEntries(given),
    fault: null,
  }
  await (await pocket()).put('drafts', draft)
  tell()
  return draft
}

/** The drafts of an account, oldest first. */
export async function draftsOf(account: string): Promise<readonly Draft[]> {
  const found = await (await pocket()).getAllFromIndex('drafts', 'account', account)
  return found.toSorted((a, b) => a.at.localeCompare(b.at))
}

/** Throws a draft away. */
export async function dropDraft(id: string): Promise<void> {
  await (await pocket()).delete('drafts', id)
  tell()
}

/** Sends what waits, one after the other; a second call waits for the first. What is refused stays with its reason. */
export function sendDrafts(account: string): Promise<void> {
  return (sending ??= sendAll(account).finally(() => {
    sending = undefined
  }))
}

/** Hears when drafts come, go or change. */
export function onDrafts(heard: () => void): () => void {
  changed.add(heard)
  return () => void changed.delete(heard)
}

async function sendAll(account: string): Promise<void> {
  for (const draft of await draftsOf(account)) {
    try {
      let input = draft.input
      for (const [field, blob] of Object.entries(draft.files)) input = withPicture(input, field, await upload(blob))
      await callAction(draft.action, { ...input, offlineId: draft.id })
      await dropDraft(draft.id)
    } catch (error) {
      if (!(error instanceof Problem) || PASSING.has(error.status)) return
      await (await pocket()).put('drafts', { ...draft, fault: sentenceOf(error) })
      tell()
    }
  }
}

/** Puts a picture's id where the draft names it: a field, or with a dot a field of one of its fields. */
function withPicture(input: Draft['input'], field: string, id: string): Draft['input'] {
  const [outer = '', inner] = field.split('.')
  if (inner === undefined) return { ...input, [outer]: id }
  return { ...input, [outer]: { ...(input[outer] as Readonly<Record<string, unknown>> | undefined), [inner]: id } }
}

function tell(): void {
  for (const heard of changed) heard()
}
