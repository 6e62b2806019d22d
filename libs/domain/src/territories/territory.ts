import { DomainError } from '../shared/domain-error.js';

/** Kemendagri codes nest by dots: 32 province, 32.75 city, 32.75.02 kecamatan, 32.75.02.1001 kelurahan. */
export type TerritoryLevel = 'nation' | 'province' | 'city' | 'kecamatan' | 'kelurahan';

/** The whole country; Kemendagri has no code for it. */
export const NATION = 'ID';

const LEVEL_BY_LENGTH: Readonly<Record<number, TerritoryLevel>> = {
  2: 'province',
  5: 'city',
  8: 'kecamatan',
  13: 'kelurahan',
};

const CODE = /^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/;

/** Whether a text is a Kemendagri code of a province or anything below it. */
export const isRegionCode = (text: string): boolean => CODE.test(text);

/** The region that a region lies in, by its code; undefined for a province. */
export function parentOf(code: string): string | undefined {
  const end = code.lastIndexOf('.');
  return end === -1 ? undefined : code.slice(0, end);
}

/** The level a code stands for. Throws TERRITORY_CODE for anything that is not a Kemendagri code or `ID`. */
export function levelOf(code: string): TerritoryLevel {
  if (code === NATION) return 'nation';
  const level = LEVEL_BY_LENGTH[code.length];
  if (level === undefined || !isRegionCode(code)) {
    throw new DomainError('TERRITORY_CODE', 'not a Kemendagri territory code', { value: code });
  }
  return level;
}

/** Whether `scope` is `code` or contains it. The dot keeps 32.7 from covering 32.75. */
export function covers(scope: string, code: string): boolean {
  return scope === NATION || scope === code || code.startsWith(`${scope}.`);
}

/** The part of a code at a level, e.g. the city 32.75 of the kelurahan 32.75.02.1001. */
export function territoryAt(code: string, level: Exclude<TerritoryLevel, 'nation'>): string {
  const length = { province: 2, city: 5, kecamatan: 8, kelurahan: 13 }[level];
  if (code.length < length) throw new DomainError('TERRITORY_CODE', `no ${level} in this code`, { value: code });
  return code.slice(0, length);
}
