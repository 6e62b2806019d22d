const DIGITS = ['', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan'];
const SCALES = ['', 'ribu', 'juta', 'miliar', 'triliun', 'kuadriliun'];
const DAYS = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'];
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
const LIMIT = 1000n ** BigInt(SCALES.length);

function belowHundred(value: number): string[] {
  if (value < 10) return value === 0 ? [] : [DIGITS[value] ?? ''];
  if (value === 10) return ['sepuluh'];
  if (value === 11) return ['sebelas'];
  if (value < 20) return [DIGITS[value - 10] ?? '', 'belas'];
  return [DIGITS[Math.floor(value / 10)] ?? '', 'puluh', ...belowHundred(value % 10)];
}

function belowThousand(value: number): string[] {
  if (value < 100) return belowHundred(value);
  const hundreds = Math.floor(value / 100);
  return [...(hundreds === 1 ? ['seratus'] : [DIGITS[hundreds] ?? '', 'ratus']), ...belowHundred(value % 100)];
}

/**
 * A whole number in Indonesian words, lower case, as receipts and decrees spell it. A thousands group of exactly one
 * is *seribu*; decided per group, for replacing "satu ribu" in the finished text would turn 21,000 into nonsense.
 * Throws RangeError below zero and from 10^18 up.
 */
export function numberInWords(value: bigint): string {
  if (value < 0n || value >= LIMIT) throw new RangeError('Numbers are spelt out from 0 to below 10^18');
  if (value === 0n) return 'nol';
  const words: string[] = [];
  for (let scale = SCALES.length - 1; scale >= 0; scale -= 1) {
    const group = Number((value / 1000n ** BigInt(scale)) % 1000n);
    if (group === 0) continue;
    if (scale === 1 && group === 1) words.push('seribu');
    else words.push(...belowThousand(group), SCALES[scale] ?? '');
  }
  return words.filter((word) => word !== '').join(' ');
}

/** An amount of whole rupiah in words, as printed in brackets after the figures: `empat ratus ribu rupiah`. */
export function rupiahInWords(amountRupiah: bigint): string {
  return `${numberInWords(amountRupiah)} rupiah`;
}

/** Capitalises every word, as receipts and the opening of minutes do. */
export function capitaliseWords(text: string): string {
  return text.replace(/(^|\s)\p{Ll}/gu, (start) => start.toUpperCase());
}

/** `2023-04-03` as `3 April 2023`, the form used in letters. */
export function indonesianDate(isoDate: string): string {
  const date = new Date(`${isoDate}T00:00:00Z`);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`;
}

/**
 * The opening of minutes: `Senin tanggal Tiga bulan April tahun Dua Ribu Dua Puluh Tiga (03-04-2023)`.
 * Takes an ISO date; the weekday is computed from it.
 */
export function indonesianDateInWords(isoDate: string): string {
  const date = new Date(`${isoDate}T00:00:00Z`);
  const spelt = (value: number) => capitaliseWords(numberInWords(BigInt(value)));
  const day = DAYS[date.getUTCDay()] ?? '';
  const month = MONTHS[date.getUTCMonth()] ?? '';
  const figures = isoDate.split('-').reverse().join('-');
  return `${day} tanggal ${spelt(date.getUTCDate())} bulan ${month} tahun ${spelt(date.getUTCFullYear())} (${figures})`;
}
