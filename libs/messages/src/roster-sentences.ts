import type { RosterFinding, RosterNote } from '#domain';
import { type Language, translate } from './translate.js';

/** Where a row stands: its sheet, blank for a CSV, and its number there. */
export interface RosterPlace {
  readonly sheet: string;
  readonly row: number;
}

type SpokenFinding = Pick<RosterFinding, 'sentence'> & {
  readonly code: string;
  readonly column: string | null;
  readonly params?: Readonly<Record<string, unknown>>;
};

const inSheet = (language: Language, sheet: string, sentence: string): string =>
  sheet === '' ? sentence : translate(language, 'rosters:IN_SHEET', { sheet, sentence });

/** A verdict's reason in words. */
function reasonOf(language: Language, { reason }: Readonly<Record<string, unknown>>): { reason?: string } {
  if (typeof reason !== 'string') return {};
  return { reason: reason === 'unknown' ? '–' : translate(language, `web:reason.${reason}`) };
}

/** What a finding tells people: where it is and what to do. */
export function findingSentence(language: Language, finding: SpokenFinding, { sheet, row }: RosterPlace): string {
  const { code, column, sentence = code, params = {} } = finding;
  const values = { ...params, ...reasonOf(language, params), column, row };
  return inSheet(language, sheet, translate(language, `rosters:${sentence}`, values));
}

/** What a note tells people of a file. Notes of a whole sheet name it themselves. */
export function noteSentence(language: Language, { code, sheet, row, params }: RosterNote): string {
  const as = params['as'] === undefined ? {} : { as: translate(language, `rosters:skippedAs.${params['as']}`) };
  const sentence = translate(language, `rosters:${code}`, { ...params, ...as, sheet, row });
  return code === 'SHEET_HIDDEN' || code === 'SHEET_SKIPPED' ? sentence : inSheet(language, sheet, sentence);
}

/** One thing that was found, in a row and column, or of the file as a whole: the shape of every report on a list. */
export interface RosterIssue {
  /** Absent for a CSV. */
  readonly sheet?: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly code: string;
  readonly message: string;
}

const named = (sheet: string): { readonly sheet?: string } => (sheet === '' ? {} : { sheet });

export function findingIssue(language: Language, finding: SpokenFinding, place: RosterPlace): RosterIssue {
  const { code, column } = finding;
  const message = findingSentence(language, finding, place);
  return { ...named(place.sheet), ...{ row: place.row, column, code, message } };
}

export function noteIssue(language: Language, note: RosterNote): RosterIssue {
  const { code, row, sheet } = note;
  return { ...named(sheet), ...{ row, column: null, code, message: noteSentence(language, note) } };
}
