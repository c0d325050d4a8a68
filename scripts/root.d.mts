export const root: string
export function at(...parts: readonly string[]): string
export const toolsFolder: string
