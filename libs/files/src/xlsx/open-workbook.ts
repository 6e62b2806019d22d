import { DomainError } from '#domain';
import { errorCode } from '../error-code.js';
import { refuseFile } from '../file-refusal.js';
import type { Sheet, SheetRow } from '../sheet-row.js';
import { streamXml, XmlError } from '../xml-stream.js';
import { ZipReader } from '../zip/zip-reader.js';
import { findMerges, MergedValues } from './merged-cells.js';
import { readSharedStrings, SharedStrings } from './shared-strings.js';
import { SheetCollector } from './sheet-collector.js';
import { readWorkbookParts, type WorkbookParts } from './workbook-parts.js';

/** How zlib and out-of-range offsets report an archive that is not whole. */
const DAMAGE = /^(Z_|ERR_OUT_OF_RANGE)/;
const STRINGS = 'xl/sharedStrings.xml';

function asRefusal(error: unknown): unknown {
  if (error instanceof DomainError) return error;
  if (error instanceof RangeError && errorCode(error) === undefined) {
    return refuseFile('FILE_TOO_LARGE', 'the workbook holds too much text');
  }
  const isDamage = error instanceof XmlError || DAMAGE.test(errorCode(error) ?? '');
  return isDamage ? refuseFile('FILE_UNREADABLE', 'the workbook is damaged or cut short') : error;
}

/** A workbook's sheets share its texts, which are read when the first row is. */
class Workbook {
  private strings: SharedStrings | undefined;

  constructor(
    private readonly zip: ZipReader,
    private readonly parts: WorkbookParts,
  ) {}

  async *rows(path: string, hiddenColumns: Set<number>): AsyncGenerator<SheetRow, void, undefined> {
    try {
      this.strings ??= this.zip.has(STRINGS) ? await readSharedStrings(this.zip.bytes(STRINGS)) : new SharedStrings();
      const merged = new MergedValues(await findMerges(this.zip.bytes(path)));
      const collector = new SheetCollector(this.strings, this.parts, merged, hiddenColumns);
      yield* streamXml(this.zip.bytes(path), collector.rows, collector);
    } catch (error) {
      throw asRefusal(error);
    }
  }
}

/**
 * The sheets of a workbook in its own order, each streamed. Throws FILE_UNREADABLE for a damaged or truncated workbook,
 * FILE_TYPE for another kind of zip, FILE_MACROS for one that carries macros, FILE_TOO_LARGE for one that grows beyond
 * all measure; cells that hold a formula give their cached result.
 */
export async function openWorkbook(path: string): Promise<readonly Sheet[]> {
  try {
    const zip = await ZipReader.open(path);
    const parts = await readWorkbookParts(zip);
    const workbook = new Workbook(zip, parts);
    return parts.sheets.map(({ name, path: sheetPath, isHidden }) => {
      const hiddenColumns = new Set<number>();
      return { name, isHidden, hiddenColumns, rows: () => workbook.rows(sheetPath, hiddenColumns) };
    });
  } catch (error) {
    throw asRefusal(error);
  }
}
