const MONTHS = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
];

/** Months as offices name an allocation: `Maret–April 2023`, `November 2023–Januari 2024`. Takes `YYYY-MM` in order. */
export function monthsInWords(months: readonly string[]): string {
  const name = (month: string): string => MONTHS[Number(month.slice(5)) - 1] ?? month;
  const first = months[0];
  const last = months.at(-1);
  if (first === undefined || last === undefined) return '';
  const end = `${name(last)} ${last.slice(0, 4)}`;
  if (first === last) return end;
  const isOneYear = first.slice(0, 4) === last.slice(0, 4);
  return isOneYear ? `${name(first)}–${end}` : `${name(first)} ${first.slice(0, 4)}–${end}`;
}
