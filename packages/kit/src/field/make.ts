import type { PrivacyClass } from '@linli/core/privacy'
import type * as z from 'zod'
import type { Field, FieldKind, FieldSpec } from './field.ts'

/** What every field helper takes. */
export interface CommonOptions<T, R extends boolean> {
  /** The Chinese label. */
  readonly title: string
  readonly help?: string
  /** @default false */
  readonly required?: R
  /** @default 'P0', or the kind's own class */
  readonly privacy?: PrivacyClass
  readonly readOnly?: boolean
  readonly immutable?: boolean
  readonly internal?: boolean
  readonly passing?: boolean
  readonly indexed?: boolean
  readonly default?: T
  readonly when?: FieldSpec['when']
}

type Defaulted<O> = O extends { readonly default: unknown } ? true : false
type Required<O> = O extends { readonly required: true } ? true : false
type Dropped<O> = O extends { readonly passing: true } ? { readonly passing: true } : unknown
type Made<T, O> = Field<T, Required<O>, Defaulted<O>> & Dropped<O>

interface TextOptions extends CommonOptions<string, boolean> {
  /** Characters. @default 200, for a long text 5000 */
  readonly max?: number
  readonly min?: number
  readonly pattern?: FieldSpec['pattern']
  readonly search?: boolean
  readonly pinyin?: boolean
  readonly unique?: boolean
  readonly area?: FieldSpec['area']
}
interface NumberOptions extends CommonOptions<number, boolean> {
  readonly min?: number
  readonly max?: number
}
interface IntegerOptions extends NumberOptions {
  readonly hundredths?: boolean
}
interface FractionOptions extends NumberOptions {
  /** @default 100 */
  readonly denominator?: number
}
interface RefOptions extends CommonOptions<string, boolean> {
  readonly unique?: boolean
  readonly tab?: boolean
}
interface IdentifierOptions extends CommonOptions<string, boolean> {
  readonly unique?: boolean
  readonly search?: boolean
}
interface FileOptions extends CommonOptions<string, boolean> {
  /** Media types. @default images and PDF */
  readonly accept?: readonly string[]
  /** Bytes. @default 10 MiB */
  readonly max?: number
}
interface OptionsOf<Value extends string> {
  /** Value → Chinese label, in the order of the screen. */
  readonly options: Readonly<Record<Value, string>>
}

function make(kind: FieldKind, options: object, preset: Partial<FieldSpec> = {}): FieldSpec {
  return { kind, required: false, privacy: 'P0', ...preset, ...options } as FieldSpec
}

/** One line of text. */
export function text<const O extends TextOptions>(options: O): Made<string, O> {
  return make('text', options, { max: 200 }) as Made<string, O>
}

/** Text of several lines. */
export function longText<const O extends TextOptions>(options: O): Made<string, O> {
  return make('longText', options, { max: 5000 }) as Made<string, O>
}

/** One of a fixed set of values. */
export function choice<const V extends string, const O extends CommonOptions<NoInfer<V>, boolean>>(options: O & OptionsOf<V>): Made<V, O> {
  return make('choice', options) as Made<V, O>
}

/** Several of a fixed set of values. */
export function tags<const V extends string, const O extends CommonOptions<readonly NoInfer<V>[], boolean> & { readonly max?: number }>(
  options: O & OptionsOf<V>,
): Made<readonly V[], O> {
  return make('tags', options, { max: 50 }) as Made<readonly V[], O>
}

/** A row of a resource, by its id. The target is named, so that two resources can point at each other. */
export function ref<const O extends RefOptions>(target: `${string}.${string}`, options: O): Made<string, O> {
  return make('ref', options, { target, indexed: true }) as Made<string, O>
}

/** Yes or no. */
export function boolean<const O extends CommonOptions<boolean, boolean>>(options: O): Made<boolean, O> {
  return make('boolean', options) as Made<boolean, O>
}

/** A calendar day, `YYYY-MM-DD`. */
export function date<const O extends CommonOptions<string, boolean>>(options: O): Made<string, O> {
  return make('date', options) as Made<string, O>
}

/** A moment, ISO 8601 in UTC. */
export function dateTime<const O extends CommonOptions<string, boolean>>(options: O): Made<string, O> {
  return make('dateTime', options) as Made<string, O>
}

/** An amount in whole fen (1 yuan = 100 fen). */
export function money<const O extends NumberOptions>(options: O): Made<number, O> {
  return make('money', options, { min: 0, max: 1_000_000_000_00 }) as Made<number, O>
}

/**
 * A whole number; with `hundredths` one that is computed to two decimals and kept exactly.
 *
 * @example
 * integer({ title: '总分', hundredths: true, readOnly: true }) // 8750 is shown as 87.5
 */
export function integer<const O extends IntegerOptions>(options: O): Made<number, O> {
  return make('integer', options, { min: -2_147_483_648, max: 2_147_483_647 }) as Made<number, O>
}

/** An exact fraction: the numerator of a fixed denominator, so that 九折 is 90 of 100. */
export function fraction<const O extends FractionOptions>(options: O): Made<number, O> {
  return make('fraction', options, { denominator: 100, min: 0, max: options.denominator ?? 100 }) as Made<number, O>
}

/** A telephone number: enciphered, masked, found by its whole value. */
export function phone<const O extends IdentifierOptions>(options: O): Made<string, O> {
  return make('phone', options, { privacy: 'P1', encrypted: true }) as Made<string, O>
}

/** A resident identity number (GB 11643): enciphered, masked, found by its whole value. */
export function idNumber<const O extends IdentifierOptions>(options: O): Made<string, O> {
  return make('idNumber', options, { privacy: 'P2', encrypted: true }) as Made<string, O>
}

/** A unified social credit code (GB 32100): public, checked. */
export function creditCode<const O extends IdentifierOptions>(options: O): Made<string, O> {
  return make('creditCode', options, { search: true }) as Made<string, O>
}

/** An address as people write it. */
export function address<const O extends TextOptions>(options: O): Made<string, O> {
  return make('address', options, { privacy: 'P1', max: 200 }) as Made<string, O>
}

/** A stored file, by its content's SHA-256 in hexadecimal. */
export function file<const O extends FileOptions>(options: O): Made<string, O> {
  return make('file', options, {
    privacy: 'P1',
    accept: ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'],
    max: 10 * 1024 * 1024,
  }) as Made<string, O>
}

/** A point on the earth in degrees (WGS 84). */
export interface GeoPointValue {
  readonly lat: number
  readonly lng: number
}

/** A point on the map. */
export function geoPoint<const O extends CommonOptions<GeoPointValue, boolean>>(options: O): Made<GeoPointValue, O> {
  return make('geoPoint', options) as Made<GeoPointValue, O>
}

/** A value with a shape of its own; it has no derived input, so a module brings one or leaves it read-only. */
export function json<T, const O extends CommonOptions<T, boolean>>(schema: z.ZodType<T>, options: O): Made<T, O> {
  return make('json', options, { schema }) as Made<T, O>
}
