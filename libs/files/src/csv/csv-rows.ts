import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { errorCode } from '../error-code.js';
import { refuseFile } from '../file-refusal.js';
import type { SheetCell, SheetRow } from '../sheet-row.js';

const MAX_RECORD_CHARACTERS = 1 << 20;
const DELIMITERS = [',', ';', '\t'];

async function detectDelimiter(path: string): Promise<string> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(1 << 14), 0, 1 << 14, 0);
    const head = buffer.toString('latin1', 0, bytesRead);
    const count = (delimiter: string) => head.split(delimiter).length;
    return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
  } finally {
    await handle.close();
  }
}

async function* utf8Text(path: string): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 17 })) {
      yield decoder.decode(chunk as Buffer, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    if (errorCode(error) !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
    throw refuseFile('FILE_UNREADABLE', 'the text is not UTF-8', { encoding: 'UTF-8' });
  }
}

function toCell(text: string): SheetCell {
  return { text, kind: 'text', isFormula: text.startsWith('=') };
}

/**
 * The rows of a CSV in UTF-8, parted by comma, semicolon (as Excel saves it in Indonesia) or tab, whichever its
 * beginning has most of. Lines may differ in length. Throws FILE_UNREADABLE with the line where quotes do not close.
 */
export async function* readCsvRows(path: string): AsyncGenerator<SheetRow, void, undefined> {
  const parser = parse({
    bom: true,
    delimiter: await detectDelimiter(path),
    relax_column_count: true,
    max_record_size: MAX_RECORD_CHARACTERS,
  });
  const rows = pipeline(Readable.from(utf8Text(path)), parser, () => undefined);
  let rowNumber = 0;
  try {
    for await (const record of rows as AsyncIterable<string[]>) {
      rowNumber += 1;
      yield { rowNumber, cells: record.map(toCell) };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw refuseFile('FILE_UNREADABLE', 'quotation marks do not match', { row: rowNumber + 1 });
  }
}
