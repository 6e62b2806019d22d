/**
 * What is told of a file as a whole: what was passed over, what the eye may have missed, and of a match result whom it
 * names beyond the list and whom not. None of it stops the file.
 */
export const ROSTER_NOTES = [
  'SHEET_SKIPPED',
  'SHEET_HIDDEN',
  'LINE_SKIPPED',
  'ROWS_HIDDEN',
  'COLUMNS_HIDDEN',
  'COLUMNS_MISSING',
  'ANSWERS_WITHOUT_FAMILY',
  'FAMILIES_WITHOUT_ANSWER',
] as const;

export type RosterNoteCode = (typeof ROSTER_NOTES)[number];

export interface RosterNote {
  readonly code: RosterNoteCode;
  /** The sheet of a workbook; blank for a CSV. */
  readonly sheet: string;
  /** The row that was passed over; null where the note is of the whole sheet. */
  readonly row: number | null;
  readonly params: Readonly<Record<string, string | number>>;
}
