const DAY_MS = 86_400_000;
const MAC_OFFSET_DAYS = 1462;

/**
 * A spreadsheet's day number as dd/mm/yyyy; undefined when it is no day between 1900 and 9999. Day 60 is the
 * 29 February 1900 that spreadsheets believe in and that never was: it has no date here.
 */
export function serialToDate(serial: number, countsFrom1904: boolean): string | undefined {
  const whole = Math.floor(serial) + (countsFrom1904 ? MAC_OFFSET_DAYS : 0);
  if (!Number.isFinite(whole) || whole < 1 || whole > 2_958_465 || whole === 60) return undefined;
  const date = new Date(Date.UTC(1899, 11, whole < 60 ? 31 : 30) + whole * DAY_MS);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
}
