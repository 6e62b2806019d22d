import { wholeNumber } from '../shared/words/whole-number';

export interface Quota {
  readonly cityCode: string;
  readonly quotaFamilies: number;
}

export interface BadQuotaLine {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
  /** `shape`: not a city and a number; `number`: no whole number of families; `twice`: the city has a line already. */
  readonly fault: 'shape' | 'number' | 'tooMany' | 'twice';
}

interface ReadQuotas {
  readonly quotas: readonly Quota[];
  readonly badLines: readonly BadQuotaLine[];
}

const LINE = /^(\d{2}\.\d{2})(?:\s+|\s*;\s*)(\S.*)$/;

/** What the API takes for one city; more than there are families in the largest. */
const MOST = 20_000_000;

/**
 * Reads quotas pasted from a spreadsheet. `75.878`, `75,878`, `75 878` and `75.878,00` are all 75878; a number that has
 * another reading is named, never guessed.
 */
export function readQuotas(text: string): ReadQuotas {
  const quotas = new Map<string, Quota>();
  const badLines: BadQuotaLine[] = [];
  text.split('\n').forEach((written, index) => {
    const line = written.trim();
    if (line === '') return;
    const [, cityCode, number] = LINE.exec(line) ?? [];
    const quotaFamilies = familiesIn(number ?? '');
    const fault = faultOf(cityCode, quotaFamilies, quotas);
    if (fault !== undefined) badLines.push({ line: index + 1, text: line, fault });
    else if (cityCode !== undefined && quotaFamilies !== undefined) quotas.set(cityCode, { cityCode, quotaFamilies });
  });
  return { quotas: [...quotas.values()], badLines };
}

export const quotaText = (quotas: readonly Quota[]): string =>
  quotas.map(({ cityCode, quotaFamilies }) => `${cityCode}\t${quotaFamilies}`).join('\n');

const familiesIn = (text: string): number | undefined => {
  const digits = wholeNumber(text);
  return digits === undefined ? undefined : Number(digits);
};

function faultOf(
  cityCode: string | undefined,
  quotaFamilies: number | undefined,
  known: ReadonlyMap<string, Quota>,
): BadQuotaLine['fault'] | undefined {
  if (cityCode === undefined) return 'shape';
  if (quotaFamilies === undefined) return 'number';
  if (quotaFamilies > MOST) return 'tooMany';
  return known.has(cityCode) ? 'twice' : undefined;
}
