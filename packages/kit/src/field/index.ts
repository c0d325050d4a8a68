export { meetsChoices } from './choice-condition.ts'
export type { ChoiceCondition } from './choice-condition.ts'
export { isAsked, withoutUnasked } from './asked.ts'
export type { Field, FieldKind, Fields, FieldSpec, Input, Values } from './field.ts'
export {
  address,
  boolean,
  choice,
  creditCode,
  date,
  dateTime,
  file,
  fraction,
  geoPoint,
  idNumber,
  integer,
  json,
  longText,
  money,
  phone,
  ref,
  tags,
  text,
} from './make.ts'
export type { CommonOptions, GeoPointValue } from './make.ts'
