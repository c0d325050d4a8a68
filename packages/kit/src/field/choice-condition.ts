/** Choices and the values that each of them may have. */
export type ChoiceCondition = Readonly<Record<string, readonly string[]>>

/**
 * Whether every choice that is named has one of its values; without a condition, always.
 *
 * @example
 * meetsChoices({ benefit: ['percent'] }, { benefit: 'fixed' }) // false
 */
export function meetsChoices(when: ChoiceCondition | undefined, values: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(when ?? {}).every(([choice, wanted]) => wanted.includes(String(values[choice] ?? '')))
}
