/** What is taken with a pre-check: photos and scans, so many of a paper and in all. */
export const PRECHECK_FILES = {
  types: ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'],
  bytes: 5 * 1024 * 1024,
  ofOne: 3,
  ofAll: 12,
} as const
