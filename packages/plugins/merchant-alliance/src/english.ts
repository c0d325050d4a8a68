export const english = {
  merchants: 'Caring merchants',
} as const
