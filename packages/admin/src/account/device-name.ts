const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, '微信'],
  [/iPhone|iPad/, 'iPhone / iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Macintosh/, 'Mac'],
  [/Linux/, 'Linux'],
]

/** What of a browser's name a person recognises. */
export function deviceName(userAgent: string | null | undefined): string {
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1]
  const browser = /(Edg|Firefox|Chrome|Safari)\/(\d+)/.exec(userAgent ?? '')
  return (
    [system, browser ? `${browser[1] === 'Edg' ? 'Edge' : browser[1]} ${browser[2]}` : null].filter(Boolean).join(' · ') || userAgent || '—'
  )
}
