import { wholeNumber } from '../shared/words/whole-number';

export interface Quota {
  readonly cityCode: string;
  readonly quotaFamilies: number;
}

/** `shape`: not a city and a number; `number`: no whole number of families; `twice`: the city has a line already. */
export type LineFault = 'shape' | 'number' | 'tooMany' | 'twice';

export interface BadLine<Fault extends string = LineFault> {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
  readonly fault: Fault;
}

const LINE = /^(\d{2}\.\d{2})(?:\s+|\s*;\s*)(\S.*)$/;

/** What the API takes for one city; more than there are families in the largest. */
const MOST = 20_000_000;

interface CityLines<Fault extends string> {
  readonly families: ReadonlyMap<string, number>;
  readonly badLines: readonly BadLine<Fault | LineFault>[];
}

/**
 * Reads lines of a city and a number pasted from a spreadsheet, the number by `familiesIn`. A line that has another reading is named, never guessed;
 * `alsoWrong` says what else may be against a city.
 */
export function readCityLines<Fault extends string = never>(
  text: string,
  familiesIn: (number: string) => number | undefined,
  alsoWrong: (cityCode: string) => Fault | undefined = () => undefined,
): CityLines<Fault> {
  const families = new Map<string, number>();
  const badLines: BadLine<Fault | LineFault>[] = [];
  text.split('\n').forEach((written, index) => {
    const line = written.trim();
    if (line === '') return;
    const [, cityCode = '', number = ''] = LINE.exec(line) ?? [];
    const count = familiesIn(number);
    const fault = faultOf(cityCode, count, families) ?? alsoWrong(cityCode);
    if (fault !== undefined) badLines.push({ line: index + 1, text: line, fault });
    else if (count !== undefined) families.set(cityCode, count);
  });
  return { families, badLines };
}

/** Reads quotas: `75.878`, `75,878`, `75 878` and `75.878,00` are all 75878. */
export function readQuotas(text: string): { quotas: readonly Quota[]; badLines: readonly BadLine[] } {
  const { families, badLines } = readCityLines(text, familiesIn);
  return { quotas: [...families].map(([cityCode, quotaFamilies]) => ({ cityCode, quotaFamilies })), badLines };
}

export const quotaText = (quotas: readonly Quota[]): string =>
  quotas.map(({ cityCode, quotaFamilies }) => `${cityCode}\t${quotaFamilies}`).join('\n');

/** A whole number above zero, however it is grouped; undefined where it has another reading. */
export const familiesIn = (text: string): number | undefined => {
  const digits = wholeNumber(text);
  return digits === undefined ? undefined : Number(digits);
};

function faultOf(
  cityCode: string,
  families: number | undefined,
  known: ReadonlyMap<string, number>,
): LineFault | undefined {
  if (cityCode === '') return 'shape';
  if (families === undefined) return 'number';
  if (Math.abs(families) > MOST) return 'tooMany';
  return known.has(cityCode) ? 'twice' : undefined;
}
