/** Does something at the meeting and shows what came of it. */
export type Act = (path: string, body?: Readonly<Record<string, unknown>>) => Promise<void>
