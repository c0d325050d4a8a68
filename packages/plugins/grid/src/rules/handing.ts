/**
 * Whether an event can still be given to the council or the counter: not one that was untrue, joined to another or closed.
 *
 * @example
 * mayHandOn('handling') // true
 * mayHandOn('void') // false
 */
export function mayHandOn(status: unknown): boolean {
  return !['void', 'joined', 'closed'].includes(String(status))
}
