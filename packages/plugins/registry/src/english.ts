/** English for the Chinese titles, by path. */
export const english: Readonly<Record<string, string>> = {
  registry: 'Public registry',
}
