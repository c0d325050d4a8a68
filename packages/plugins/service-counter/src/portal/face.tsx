import type { ReactElement } from 'react'

/** The mouths of the five faces; drawn, because not every phone has the signs. */
const MOUTHS: Readonly<Record<string, string>> = {
  '5': 'M7 14c2 4 8 4 10 0',
  '4': 'M8 15c2 2 6 2 8 0',
  '3': 'M8 16h8',
  '2': 'M8 17c2-2 6-2 8 0',
  '1': 'M7 18c2-4 8-4 10 0',
}

/** One of the five faces of a rating. */
export function Face({ grade, size = 28 }: { readonly grade: string; readonly size?: number }): ReactElement {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
    >
      <circle cx="12" cy="12" r="10" />
      <path d="M8.5 9.5v.01M15.5 9.5v.01" strokeWidth="2.6" />
      <path d={MOUTHS[grade] ?? ''} />
    </svg>
  )
}
