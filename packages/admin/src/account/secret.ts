/** The key inside an `otpauth:` address, in groups that can be read out. */
export function secretOf(uri: string): string {
  const secret = /[?&]secret=([A-Z2-7]+)/i.exec(uri)?.[1] ?? uri
  return secret.replace(/(.{4})(?=.)/g, '$1 ')
}
