import type { Language } from '../language/catalogue';

const ZONE = 'Asia/Jakarta';
const MINUS = '−';
const MILLION = 1_000_000n;
const BILLION = 1_000_000_000n;

const grouped = (digits: string, separator: string): string => digits.replace(/\B(?=(\d{3})+$)/g, separator);

/** `Rp200.000`, `−Rp400.000`: the same in every language, so that it equals the document. */
export function rupiah(amount: string | bigint): string {
  const value = BigInt(amount);
  const digits = (value < 0n ? -value : value).toString();
  return `${value < 0n ? MINUS : ''}Rp${grouped(digits, '.')}`;
}

const WORDS = { id: { million: 'juta', billion: 'miliar' }, en: { million: 'million', billion: 'billion' } } as const;

/** `Rp30,35 miliar` for charts; the full figure stands in the table beside them. */
function shortRupiah(amount: string, language: Language): string {
  const value = BigInt(amount);
  const [unit, word] = value >= BILLION ? [BILLION, WORDS[language].billion] : [MILLION, WORDS[language].million];
  if (value < MILLION) return rupiah(value);
  const hundredths = ((value * 100n) / unit).toString().padStart(3, '0');
  const [whole, part] = [hundredths.slice(0, -2), hundredths.slice(-2).replace(/0+$/, '')];
  const comma = language === 'id' ? ',' : '.';
  return `Rp${grouped(whole, language === 'id' ? '.' : ',')}${part === '' ? '' : comma + part} ${word}`;
}

const noonOf = (day: string): Date => new Date(`${day}T12:00:00+07:00`);
const asDate = (moment: string): Date => (moment.length === 10 ? noonOf(moment) : new Date(moment));

export interface Format {
  readonly rupiah: (amount: string | bigint) => string;
  readonly shortRupiah: (amount: string) => string;
  readonly count: (value: number) => string;
  /** `+1.200`, `−80`, `0`. */
  readonly signed: (value: number) => string;
  /** With one decimal at most. */
  readonly decimal: (value: number) => string;
  readonly percent: (part: number, whole: number) => string;
  readonly date: (moment: string) => string;
  readonly longDate: (moment: string) => string;
  readonly time: (moment: string) => string;
  readonly dateTime: (moment: string) => string;
  readonly months: (months: readonly string[]) => string;
}

function build(language: Language): Format {
  const locale = language === 'id' ? 'id-ID' : 'en-GB';
  const in_ = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options });
  const day = in_({ day: 'numeric', month: 'long', year: 'numeric' });
  const weekday = in_({ weekday: 'long' });
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });
  const month = in_({ month: 'long' });
  const count = (value: number) =>
    `${value < 0 ? MINUS : ''}${grouped(String(Math.abs(value)), language === 'id' ? '.' : ',')}`;
  const date = (moment: string) => day.format(asDate(moment));
  const time = (moment: string) => {
    const text = clock.format(new Date(moment));
    return `${language === 'id' ? text.replace(':', '.') : text} WIB`;
  };
  const oneDecimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return {
    rupiah,
    shortRupiah: (amount) => shortRupiah(amount, language),
    count,
    signed: (value) => `${value > 0 ? '+' : ''}${count(value)}`,
    decimal: (value) => oneDecimal.format(value),
    percent: (part, whole) => {
      const text = (whole === 0 ? 0 : (part / whole) * 100).toFixed(1);
      return language === 'id' ? `${text.replace('.', ',')} %` : `${text}%`;
    },
    date,
    longDate: (moment) => `${weekday.format(asDate(moment))}, ${date(moment)}`,
    time,
    dateTime: (moment) => `${date(moment)}, ${time(moment)}`,
    months: (months) => {
      const names = months.map((name) => month.format(noonOf(`${name.slice(0, 7)}-15`)));
      const [first, last] = [names[0] ?? '', names.at(-1) ?? ''];
      const year = months.at(-1)?.slice(0, 4) ?? '';
      return first === last ? `${first} ${year}` : `${first}–${last} ${year}`;
    },
  };
}

const FORMATS: Readonly<Record<Language, Format>> = { id: build('id'), en: build('en') };

export const formatIn = (language: Language): Format => FORMATS[language];
