import { type BadLine, familiesIn, type LineFault, readCityLines } from '../quota-text';

/** How many families more, or fewer, a city is to have quota for. */
export interface QuotaMove {
  readonly cityCode: string;
  readonly deltaFamilies: number;
}

/** `unknown`: the period has no quota for the city. */
export type BadMove = BadLine<LineFault | 'unknown'>;

/** As people and spreadsheets write it: a plus or none, a hyphen or the sign of mathematics. */
const SIGNED = /^([+\-−]?)\s*(\S.*)$/;

/** Reads changes typed or pasted from a spreadsheet: `+120`, `-80` or `−1.200`. What has another reading is named, never guessed. */
export function readMoves(
  text: string,
  known: ReadonlySet<string>,
): { moves: readonly QuotaMove[]; badLines: readonly BadMove[] } {
  const { families, badLines } = readCityLines(text, signedFamiliesIn, (cityCode) =>
    known.has(cityCode) ? undefined : 'unknown',
  );
  return { moves: [...families].map(([cityCode, deltaFamilies]) => ({ cityCode, deltaFamilies })), badLines };
}

/** The text with a line for the city, in place of one that it has. */
export function withMove(text: string, { cityCode, deltaFamilies }: QuotaMove): string {
  const others = text.split('\n').filter((line) => line.trim() !== '' && !line.trim().startsWith(cityCode));
  return [...others, `${cityCode}\t${deltaFamilies > 0 ? '+' : ''}${deltaFamilies}`].join('\n');
}

function signedFamiliesIn(text: string): number | undefined {
  const [, sign, rest = ''] = SIGNED.exec(text) ?? [];
  const families = familiesIn(rest);
  return families === undefined || sign === '' || sign === '+' ? families : -families;
}
