import type { HeaderScore } from '../sheet-row.js';
import { type CsvEncoding, textOf } from './csv-encoding.js';

const SEPARATORS = [',', ';', '\t'] as const;
const HEAD_CHARACTERS = 1 << 16;
/** Titles stand above the header; it is looked for this far down. */
const LINES = 30;
const DECLARED = /^"?sep=(.)"?(?:\r\n|\n|\r|$)/i;

export interface CsvShape {
  readonly separator: string;
  /** The first line only says which separator is used; a spreadsheet does not show it. */
  readonly isDeclared: boolean;
}

async function headOf(path: string, encoding: CsvEncoding): Promise<string> {
  let head = '';
  for await (const piece of textOf(path, encoding)) {
    head += piece;
    if (head.length >= HEAD_CHARACTERS) break;
  }
  return head.slice(0, HEAD_CHARACTERS);
}

/**
 * The separator that makes a line of names out of one of the first lines; where none does, the one there is most of.
 * Counting alone is led astray by commas in remarks.
 */
export async function detectShape(path: string, encoding: CsvEncoding, score: HeaderScore): Promise<CsvShape> {
  const head = await headOf(path, encoding);
  const declared = DECLARED.exec(head)?.[1];
  if (declared !== undefined) return { separator: declared, isDeclared: true };
  const lines = head.split(/\r\n|\n|\r/, LINES);
  const known = (separator: string) =>
    Math.max(...lines.map((line) => score(line.split(separator).map((cell) => cell.replaceAll('"', '')))));
  const count = (separator: string) => head.split(separator).length;
  const isBetter = (one: string, other: string) =>
    known(one) > known(other) || (known(one) === known(other) && count(one) > count(other));
  const separator = SEPARATORS.reduce<string>((best, next) => (isBetter(next, best) ? next : best), SEPARATORS[0]);
  return { separator, isDeclared: false };
}
