import type { Context } from '@linli/store'
import type { Street } from '@linli/kit'

/** An account to try things with, told to whoever opens the sign-in page. */
export interface DemoAccount {
  readonly username: string
  readonly password: string
  readonly name: string
  /** What one can see with it: 街道管理员, 前程社区书记. */
  readonly title: string
  readonly posts: readonly DemoPost[]
}

export interface DemoPost {
  /** Name of a role: `street-admin`. */
  readonly role: string
  /** 12-digit community code; absent for the whole street. */
  readonly communityId?: string
  /** 15-digit grid code. */
  readonly gridId?: string
  readonly subject?: { readonly resource: string; readonly id: string }
}

/** How demo rows are written: each piece of work in one transaction, as the system. */
export interface Seeding {
  readonly street: Street
  /** Runs work with the settings of a module, at a moment of the past where a history is told. */
  run<T>(pluginId: string, work: (ctx: Context) => Promise<T>, now?: string): Promise<T>
  /** Keeps a file and gives its id. */
  file(name: string, content: Uint8Array): Promise<string>
  /** Gives an account a further post, such as that of a merchant's till once the merchant exists. */
  post(username: string, post: DemoPost): Promise<void>
  /** The id of a demo account. */
  accountId(username: string): Promise<string>
}

/** Demo data of a street. Written once, when the street's database is empty; refused in production. */
export interface Demo {
  readonly accounts: readonly DemoAccount[]
  /** Streets by code, where an instance serves several. @default the first street */
  readonly street?: string
  seed(seeding: Seeding): Promise<void>
}
