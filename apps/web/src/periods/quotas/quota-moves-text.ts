import { wholeNumber } from '../../shared/words/whole-number';

/** How many families more, or fewer, a city is to have quota for. */
export interface QuotaMove {
  readonly cityCode: string;
  readonly deltaFamilies: number;
}

export interface BadMove {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
  /** `shape`: not a city and a change; `number`: no whole number other than 0; `unknown`: the period has no quota for it. */
  readonly fault: 'shape' | 'number' | 'tooMany' | 'twice' | 'unknown';
}

const LINE = /^(\d{2}\.\d{2})(?:\s+|\s*;\s*)(\S.*)$/;
/** As people and spreadsheets write it: a plus or none, a hyphen or the sign of mathematics. */
const SIGNED = /^([+\-−]?)\s*(\S.*)$/;
const MOST = 20_000_000;

/** Reads changes typed or pasted from a spreadsheet: `+120`, `-80` or `−1.200`. What has another reading is named, never guessed. */
export function readMoves(
  text: string,
  known: ReadonlySet<string>,
): { moves: readonly QuotaMove[]; badLines: readonly BadMove[] } {
  const moves = new Map<string, QuotaMove>();
  const badLines: BadMove[] = [];
  text.split('\n').forEach((written, index) => {
    const line = written.trim();
    if (line === '') return;
    const [, cityCode = '', change = ''] = LINE.exec(line) ?? [];
    const deltaFamilies = familiesIn(change);
    const fault = faultOf({ cityCode, deltaFamilies, isTwice: moves.has(cityCode), isKnown: known.has(cityCode) });
    if (fault !== undefined) badLines.push({ line: index + 1, text: line, fault });
    else if (deltaFamilies !== undefined) moves.set(cityCode, { cityCode, deltaFamilies });
  });
  return { moves: [...moves.values()], badLines };
}

/** The text with a line for the city, in place of one that it has. */
export function withMove(text: string, { cityCode, deltaFamilies }: QuotaMove): string {
  const others = text.split('\n').filter((line) => line.trim() !== '' && !line.trim().startsWith(cityCode));
  return [...others, `${cityCode}\t${deltaFamilies > 0 ? '+' : ''}${deltaFamilies}`].join('\n');
}

function familiesIn(text: string): number | undefined {
  const [, sign, rest = ''] = SIGNED.exec(text) ?? [];
  const digits = wholeNumber(rest);
  if (digits === undefined) return undefined;
  return sign === '' || sign === '+' ? Number(digits) : -Number(digits);
}

interface Line {
  readonly cityCode: string;
  readonly deltaFamilies: number | undefined;
  readonly isTwice: boolean;
  readonly isKnown: boolean;
}

function faultOf({ cityCode, deltaFamilies, isTwice, isKnown }: Line): BadMove['fault'] | undefined {
  if (cityCode === '') return 'shape';
  if (deltaFamilies === undefined) return 'number';
  if (Math.abs(deltaFamilies) > MOST) return 'tooMany';
  if (isTwice) return 'twice';
  return isKnown ? undefined : 'unknown';
}
