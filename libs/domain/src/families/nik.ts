import { isCalendarDay } from './calendar-day.js';

export type Sex = 'female' | 'male';

/** Why a text cannot be a NIK: blank, other characters, not 16 of them, an impossible birth date, or the serial 0000. */
export type NikProblem = 'NIK_BLANK' | 'NIK_NOT_DIGITS' | 'NIK_LENGTH' | 'NIK_DATE' | 'NIK_SERIAL';

export interface NikParts {
  /** Six digits: where the number was issued, which need not be where the person lives now. */
  readonly issuingRegion: string;
  readonly birthDay: number;
  readonly birthMonth: number;
  /** Two digits only: the number does not say the century. */
  readonly birthYearInCentury: number;
  readonly sex: Sex;
  readonly serial: string;
}

export type NikReading =
  { readonly ok: true; readonly parts: NikParts } | { readonly ok: false; readonly problem: NikProblem };

const SIXTEEN_DIGITS = /^\d{16}$/;
const FEMALE_DAY_OFFSET = 40;

function notSixteenDigits(nik: string): NikProblem {
  if (nik === '') return 'NIK_BLANK';
  return /^[0-9]+$/.test(nik) ? 'NIK_LENGTH' : 'NIK_NOT_DIGITS';
}

/**
 * Takes a population number apart: 6 digits region at issuance, DDMMYY of birth (a woman's day is raised by 40),
 * 4 digits serial. It has no check digit, so a number that passes here may still belong to nobody.
 */
export function readNik(nik: string): NikReading {
  if (!SIXTEEN_DIGITS.test(nik)) return { ok: false, problem: notSixteenDigits(nik) };
  const writtenDay = Number(nik.slice(6, 8));
  const sex: Sex = writtenDay > FEMALE_DAY_OFFSET ? 'female' : 'male';
  const birthDay = sex === 'female' ? writtenDay - FEMALE_DAY_OFFSET : writtenDay;
  const birthMonth = Number(nik.slice(8, 10));
  const birthYearInCentury = Number(nik.slice(10, 12));
  // 2000 was a leap year and 1900 was not: with the century unknown, 29 February of year 00 must pass.
  if (!isCalendarDay(2000 + birthYearInCentury, birthMonth, birthDay)) return { ok: false, problem: 'NIK_DATE' };
  const serial = nik.slice(12);
  if (serial === '0000') return { ok: false, problem: 'NIK_SERIAL' };
  return {
    ok: true,
    parts: { issuingRegion: nik.slice(0, 6), birthDay, birthMonth, birthYearInCentury, sex, serial },
  };
}

/** Whether the date inside the number is that day (ISO `yyyy-mm-dd`), as far as two digits of the year can tell. */
export function nikAgreesWithBirthDate(parts: NikParts, birthDate: string): boolean {
  const [year = 0, month = 0, day = 0] = birthDate.split('-').map(Number);
  return parts.birthDay === day && parts.birthMonth === month && parts.birthYearInCentury === year % 100;
}

/** A family-card number is 16 digits; nothing more is checked, for older cards do not follow the NIK's pattern. */
export function isFamilyCardNumber(kk: string): boolean {
  return SIXTEEN_DIGITS.test(kk);
}

/** What may be shown of an identity number without a recorded reveal: `••••` and the last four characters. */
export function maskNik(nik: string): string {
  return nik.length >= 8 ? `••••${nik.slice(-4)}` : '••••';
}
