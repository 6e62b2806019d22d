import type { SheetCell } from '../sheet-row.js';
import { serialToDate } from './serial-date.js';
import type { SharedStrings } from './shared-strings.js';
import type { WorkbookParts } from './workbook-parts.js';

/** A cell as it stands in the sheet's XML. */
export interface RawCell {
  readonly type: string;
  readonly style: number;
  readonly value: string | undefined;
  readonly inlineText: string | undefined;
  readonly formula: string | undefined;
}

/** Zero-based column of a reference such as `AB12`; -1 where there is none. */
export function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

/** Gives text, number or date. A formula without a cached result comes back as `=` and its text. */
export function readCell(raw: RawCell, strings: SharedStrings, parts: WorkbookParts): SheetCell {
  const isFormula = raw.formula !== undefined;
  const asText = (text: string): SheetCell => ({ text, kind: 'text', isFormula });
  if (raw.inlineText !== undefined) return asText(raw.inlineText);
  if (raw.value === undefined) return asText(isFormula ? `=${raw.formula}` : '');
  if (raw.type === 's') return asText(strings.at(Number(raw.value)));
  if (raw.type === 'b') return asText(raw.value === '1' ? 'TRUE' : 'FALSE');
  if (raw.type !== '' && raw.type !== 'n') return asText(raw.value);
  if (parts.dateStyles.has(raw.style)) {
    const date = serialToDate(Number(raw.value), parts.countsFrom1904);
    if (date !== undefined) return { text: date, kind: 'date', isFormula };
  }
  return { text: raw.value, kind: 'number', isFormula };
}
