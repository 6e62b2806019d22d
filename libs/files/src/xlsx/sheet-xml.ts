/** What a cell may hold when written: text, a number, or a formula with the result a reader without a calculator sees. */
export type CellValue = string | number | { readonly formula: string; readonly result: number };

const CHUNK_CHARACTERS = 1 << 16;
/** Control characters that XML 1.0 cannot carry. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** What a reader would take for an escaped character is escaped itself. */
const LIKE_AN_ESCAPE = /_(?=x[0-9A-Fa-f]{4}_)/g;

function escapeXml(text: string): string {
  return text
    .replace(UNWRITABLE, '')
    .replace(LIKE_AN_ESCAPE, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** `A`, `B` … `Z`, `AA` …, for a zero-based column. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

function cellXml(reference: string, value: CellValue): string {
  if (value === '') return '';
  if (typeof value === 'number') return `<c r="${reference}"><v>${value}</v></c>`;
  if (typeof value === 'object') {
    return `<c r="${reference}"><f>${escapeXml(value.formula)}</f><v>${value.result}</v></c>`;
  }
  const space = /^\s|\s$|\s\s/.test(value) ? ' xml:space="preserve"' : '';
  return `<c r="${reference}" s="1" t="inlineStr"><is><t${space}>${escapeXml(value)}</t></is></c>`;
}

/** One sheet's XML in chunks of some 64 KiB. Text cells carry the text format, so that digits stay digits. */
export async function* sheetXml(
  rows: AsyncIterable<readonly CellValue[]> | Iterable<readonly CellValue[]>,
): AsyncGenerator<string, void, undefined> {
  const names: string[] = [];
  let chunk =
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>';
  let rowNumber = 0;
  for await (const row of rows) {
    rowNumber += 1;
    chunk += `<row r="${rowNumber}">`;
    row.forEach((value, index) => {
      chunk += cellXml(`${(names[index] ??= columnName(index))}${rowNumber}`, value);
    });
    chunk += '</row>';
    if (chunk.length >= CHUNK_CHARACTERS) {
      yield chunk;
      chunk = '';
    }
  }
  yield `${chunk}</sheetData></worksheet>`;
}
