import type { PrivacyClass } from '@linli/core/privacy'

/** A role made for a test. */
export interface TestRole {
  /** Permission patterns. */
  readonly allow: readonly string[]
  readonly deny?: readonly string[]
  /** What is seen without a purpose. @default 'P1' */
  readonly show?: Exclude<PrivacyClass, 'P4'>
  /** What is seen for a purpose. @default 'P3' */
  readonly reveal?: Exclude<PrivacyClass, 'P4'>
}

/** A role at a place. */
export interface TestPost {
  /** Name of a role of the street (`street-admin`, `community-director`), or a role made for the test. */
  readonly role: string | TestRole
  /** 9-digit code. @default the first test street */
  readonly street?: string
  /** 12-digit code; absent for the whole street. */
  readonly community?: string
  /** 15-digit code. */
  readonly grid?: string
  /** The one record that the post is bound to, such as a till's merchant. */
  readonly subject?: { readonly resource: string; readonly id: string }
}
