/** Why something is not answered or not taken, in Open311's words: 404 what is not there, 403 a wrong key, 400 everything else. */
export interface Fault {
  readonly code: 400 | 403 | 404
  readonly description: string
}
