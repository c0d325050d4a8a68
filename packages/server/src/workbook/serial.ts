const DAYS_TO_1970 = 25_569

/** The day of a serial number of a spreadsheet (1 is 1900-01-01, and 1900-02-29 is counted although there was none). */
export function dayOfSerial(serial: number): string | undefined {
  if (serial < 1 || serial >= 2_958_466) return undefined
  const days = Math.floor(serial) - DAYS_TO_1970 + (serial < 60 ? 1 : 0)
  return new Date(days * 86_400_000).toISOString().slice(0, 10)
}

/** The day of a serial number, with the time of day where it has one: `2026-01-31`, `2026-01-31 09:30`. */
export function momentOfSerial(serial: number): string | undefined {
  const day = dayOfSerial(serial)
  const minutes = Math.round((serial - Math.floor(serial)) * 1440)
  if (day === undefined || minutes === 0 || minutes === 1440) return day
  return `${day} ${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
