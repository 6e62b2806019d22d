import { bareDigits } from '#domain';
import { refuseFile } from './file-refusal.js';
import { readSheet } from './read-sheet.js';
import { readDigits } from './roster/roster-cells.js';
import { DEFAULT_LIMITS, type FileLimits, type SheetCell, type SheetRow } from './sheet-row.js';

/** The civil registry's answers, by the digit in its file (project research, §a row 2). */
export const IDENTITY_OUTCOMES = {
  '1': 'matched',
  '2': 'not_matched',
  '3': 'duplicate',
  '4': 'dead',
  '5': 'no_document',
} as const;

export type IdentityOutcome = (typeof IDENTITY_OUTCOMES)[keyof typeof IDENTITY_OUTCOMES];

export interface IdentityResult {
  readonly rowNumber: number;
  readonly nik: string;
  readonly kk: string;
  readonly fullName: string;
  readonly outcome: IdentityOutcome;
  readonly remark: string;
}

export const IDENTITY_COLUMNS = ['NIK', 'NKK', 'NAMA LENGKAP', 'HASIL', 'KETERANGAN'] as const;

const nameOf = (text: string): string => text.trim().toUpperCase();

const scoreHeader = (texts: readonly string[]): number =>
  texts.filter((text) => (IDENTITY_COLUMNS as readonly string[]).includes(nameOf(text))).length;

function positionsIn(header: SheetRow): readonly number[] {
  const names = header.cells.map((cell) => nameOf(cell?.text ?? ''));
  const missing = IDENTITY_COLUMNS.filter((column) => !names.includes(column));
  if (missing.length > 0) {
    const details = { missing, row: header.rowNumber };
    throw refuseFile('IDENTITY_COLUMNS', 'the header lacks columns of a match result', details);
  }
  return IDENTITY_COLUMNS.map((column) => names.indexOf(column));
}

const BLANK: SheetCell = { text: '', kind: 'text', isFormula: false };

function isOutcome(text: string): text is keyof typeof IDENTITY_OUTCOMES {
  return Object.hasOwn(IDENTITY_OUTCOMES, text);
}

function readResult(row: SheetRow, positions: readonly number[]): IdentityResult {
  const cells = positions.map((position) => row.cells[position]);
  const [, , fullName = '', result = '', remark = ''] = cells.map((cell) => cell?.text.trim() ?? '');
  const [nik, kk] = cells.map((cell) => readDigits(cell ?? BLANK));
  const refuse = (column: string) =>
    refuseFile('IDENTITY_VALUE', `${column} cannot be read`, { row: row.rowNumber, column });
  if (nik === undefined || nik.text === '' || nik.isInexact) throw refuse('NIK');
  if (!isOutcome(result)) throw refuse('HASIL');
  return {
    ...{ rowNumber: row.rowNumber, nik: bareDigits(nik.text), kk: bareDigits(kk?.text ?? '') },
    ...{ fullName, outcome: IDENTITY_OUTCOMES[result], remark },
  };
}

/**
 * The civil registry's match results, streamed. One value that cannot be read refuses the file, with row and column:
 * a family must not stay unanswered because its line was skipped. Numbers are cleaned as those of the list are. Throws DomainError FILE_*, IDENTITY_COLUMNS,
 * IDENTITY_VALUE; rows yielded before a throw must not be kept.
 */
export async function* readIdentityResults(
  path: string,
  limits: FileLimits = {},
): AsyncGenerator<IdentityResult, void, undefined> {
  const maxRows = limits.maxRows ?? DEFAULT_LIMITS.maxRows;
  let positions: readonly number[] | undefined;
  let count = 0;
  for await (const row of readSheet(path, { ...limits, headerScore: scoreHeader })) {
    if (positions === undefined) {
      positions = positionsIn(row);
      continue;
    }
    count += 1;
    if (count > maxRows) throw refuseFile('FILE_TOO_MANY_ROWS', 'more rows than allowed', { maxRows });
    yield readResult(row, positions);
  }
  if (count === 0) throw refuseFile('FILE_EMPTY', 'there is no row below the header');
}
