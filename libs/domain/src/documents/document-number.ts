import { DomainError } from '../shared/domain-error.js';

/** Papers that an office of the programme numbers itself. The SP2D is the treasury's: its number is entered. */
export const NUMBERED_DOCUMENTS = ['decree', 'spm', 'assignment'] as const;
export type NumberedDocument = (typeof NUMBERED_DOCUMENTS)[number];

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'] as const;

/**
 * A number as an office writes it, by the office's pattern: `{number}`, filled with zeros as in `{number:5}`, `{month}`,
 * `{month:roman}` and `{year}`; all else stands as it is. Throws NUMBER_PATTERN for a pattern without a number or year, which
 * could give the same number twice, or with a part that is not known.
 */
export function documentNumber(pattern: string, at: { readonly number: number; readonly date: string }): string {
  const [year = '', month = ''] = at.date.split('-');
  if (!/\{number(:\d)?\}/.test(pattern) || !pattern.includes('{year}')) throw unusable(pattern);
  return pattern.replaceAll(/\{(?<part>[^}]*)\}/g, (_whole, part: string) => {
    const width = /^number:(?<digits>\d)$/.exec(part)?.groups?.['digits'];
    if (part === 'number' || width !== undefined) return `${at.number}`.padStart(Number(width ?? 1), '0');
    if (part === 'year') return year;
    if (part === 'month') return month;
    if (part === 'month:roman') return ROMAN[Number(month) - 1] ?? '';
    throw unusable(pattern);
  });
}

const unusable = (pattern: string): DomainError =>
  new DomainError('NUMBER_PATTERN', 'the pattern of numbers cannot be used', { pattern });
