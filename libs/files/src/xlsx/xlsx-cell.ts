import { cleanText } from '../clean-text.js';
import { isErrorText } from '../error-text.js';
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

/** How spreadsheets write characters that XML can't carry: `_x0007_` is a bell. */
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;
/** A formula that is nothing but a text: how exports keep digits from becoming numbers. */
const CONSTANT = /^"([^"]*)"$/;

function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(ESCAPED, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** A text as people see it. One that begins like a formula is one for whoever opens the file next. */
function textCell(text: string, isFormula: boolean): SheetCell {
  const clean = cleanText(unescaped(text));
  if (isErrorText(clean)) return { text: clean, kind: 'error', isFormula };
  return { text: clean, kind: 'text', isFormula: isFormula || clean.startsWith('=') };
}

/** Gives text, number, date or error. A formula without a cached result comes back as `=` and its text. */
export function readCell(raw: RawCell, strings: SharedStrings, parts: WorkbookParts): SheetCell {
  const constant = CONSTANT.exec(raw.formula ?? '')?.[1];
  if (constant !== undefined) return textCell(constant, false);
  const isFormula = raw.formula !== undefined;
  if (raw.inlineText !== undefined) return textCell(raw.inlineText, isFormula);
  if (raw.value === undefined) return textCell(isFormula ? `=${raw.formula}` : '', isFormula);
  if (raw.type === 's') return textCell(strings.at(Number(raw.value)), isFormula);
  if (raw.type === 'b') return textCell(raw.value === '1' ? 'TRUE' : 'FALSE', isFormula);
  if (raw.type === 'e') return { text: raw.value, kind: 'error', isFormula };
  if (raw.type !== '' && raw.type !== 'n') return textCell(raw.value, isFormula);
  if (parts.dateStyles.has(raw.style)) {
    const date = serialToDate(Number(raw.value), parts.countsFrom1904);
    if (date !== undefined) return { text: date, kind: 'date', isFormula };
  }
  return { text: raw.value, kind: 'number', isFormula };
}
