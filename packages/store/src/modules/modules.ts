import type { RunAs } from '../store.ts'

/** A module of a street as it is in force. */
export interface ModuleState {
  readonly id: string
  readonly enabled: boolean
  /** Defaults, then the street's file, then what was saved. */
  readonly settings: Readonly<Record<string, unknown>>
  /** What an administrator saved; wins over the street's file. */
  readonly saved: Readonly<Record<string, unknown>>
  /** Counts the changes; `0` while nothing was ever saved. */
  readonly version: number
}

export interface ModuleChange {
  readonly enabled?: boolean
  /** The settings that shall differ from the street's file; replaces what was saved. */
  readonly settings?: Readonly<Record<string, unknown>>
  /** The version that the writer saw. */
  readonly version?: number
  readonly reason?: string
}

/** Which modules of a street are on, and how they are tuned. Kept in memory; other processes hear of a change at once. */
export interface Modules {
  /** The modules installed on a street, in needs order. */
  of(streetId: string): Promise<readonly ModuleState[]>
  /** Whether a module is installed and on; the platform always is. */
  isOn(streetId: string, pluginId: string): Promise<boolean>
  /**
   * Switches or tunes a module, audited. The caller has decided the permission.
   *
   * @throws RefusedError `module.unknown` 404, `row.stale` 409, `module.needed_by`, `module.needs` 422, `input.*` 400
   */
  change(as: RunAs, pluginId: string, change: ModuleChange): Promise<ModuleState>
}
