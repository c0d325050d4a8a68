import type { Role } from '@linli/core/access'

import type { AnyPlugin } from '../plugin/index.ts'

/** A module as a street uses it. Made by {@link use}. */
export interface Module {
  readonly plugin: AnyPlugin
  /** What the street's file says; an administrator may save other values, which win. */
  readonly settings: Readonly<Record<string, unknown>>
}

export interface Community {
  /** 12-digit statistical code. */
  readonly code: string
  readonly name: string
}

export interface StreetDefinition {
  /** 9-digit statistical code of the street. */
  readonly code: string
  readonly name: string
  /** The full name for official headers: 河南省商丘市梁园区白云街道办事处. */
  readonly officialName: string
  readonly communities: readonly Community[]
  readonly modules: readonly Module[]
  /** Roles besides, or instead of, the preset ones. */
  readonly roles?: readonly Role[]
}

/** One street's configuration: the only truth about what is installed. Made by {@link defineStreet}. */
export interface Street extends StreetDefinition {
  readonly kind: 'street'
  /** Modules in an order in which each stands after those it needs. */
  readonly modules: readonly Module[]
}
