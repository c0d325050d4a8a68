/** What the server answered instead, or that it could not be reached. Its message is for the person before the screen. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

/** A sentence for whatever went wrong. */
export function sentenceOf(error: unknown): string {
  return error instanceof Problem ? error.message : '出了点问题，请重试；仍不行请联系社区'
}
