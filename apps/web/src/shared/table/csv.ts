import { saveFile } from './save-file';

/** A cell a spreadsheet can't take for a formula: such text gets an apostrophe before it. */
export function csvCell(value: string | number): string {
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) && !/^-?\d+$/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
  rows.map((row) => row.map(csvCell).join(',')).join('\r\n');

/** Hands the shown table to the person as a file, with the mark that makes spreadsheets read UTF-8. */
export function saveCsv(name: string, rows: readonly (readonly (string | number)[])[]): void {
  saveFile(new Blob(['\uFEFF', csvOf(rows)], { type: 'text/csv;charset=utf-8' }), `${name}.csv`);
}
