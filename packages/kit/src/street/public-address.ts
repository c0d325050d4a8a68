/** A phone page that anybody may open. */
export interface PublicPage {
  /** Where the pages are served: `https://bangong.example.cn`. */
  readonly origin: string
  /** Code of the street whose page it is: one address may serve several. */
  readonly street: string
  /** Module and page, and whatever the page is about: `counter/rate/K7QX`. */
  readonly page: string
}

/**
 * The address of a phone page that opens without signing in, as it is printed, sent or drawn as a QR code.
 *
 * @example
 * publicAddress({ origin: 'https://bangong.example.cn', street: '411402004', page: 'counter/rate/K7QX' })
 * // 'https://bangong.example.cn/m/?street=411402004#/counter/rate/K7QX'
 */
export function publicAddress({ origin, street, page }: PublicPage): string {
  return `${origin}/m/?street=${encodeURIComponent(street)}#/${page}`
}
