import { cleanText } from '../clean-text.js';
import { refuseFile } from '../file-refusal.js';
import { scanXml } from '../xml-stream.js';
import type { ZipReader } from '../zip/zip-reader.js';

/** Spreadsheets allow 31 letters. */
const LONGEST_NAME = 31;

type Attributes = Readonly<Record<string, string>>;

export interface SheetPart {
  readonly name: string;
  readonly path: string;
  readonly isHidden: boolean;
}

/** What has to be known of a workbook before its first sheet can be read. */
export interface WorkbookParts {
  readonly sheets: readonly SheetPart[];
  /** Days are counted from 1904 in workbooks from old Macs. */
  readonly countsFrom1904: boolean;
  /** By style number: whether cells of this style are dates. */
  readonly dateStyles: ReadonlySet<number>;
}

interface XmlElement {
  readonly name: string;
  readonly attributes: Attributes;
}

/** Far more than the directory, styles or relations of a real workbook have. */
const MAX_ELEMENTS = 200_000;

async function elementsOf(zip: ZipReader, path: string): Promise<XmlElement[]> {
  const elements: XmlElement[] = [];
  const open = (name: string, attributes: Attributes) => {
    if (elements.length === MAX_ELEMENTS) throw refuseFile('FILE_TOO_LARGE', 'the workbook has too many parts');
    elements.push({ name, attributes });
  };
  await scanXml(zip.bytes(path), { open, close: () => undefined });
  return elements;
}

function relationId(attributes: Attributes): string | undefined {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];
}

async function findSheets(zip: ZipReader, workbook: readonly XmlElement[]): Promise<SheetPart[]> {
  const relations = new Map(
    (await elementsOf(zip, 'xl/_rels/workbook.xml.rels')).map(({ attributes }) => [attributes['Id'], attributes]),
  );
  const sheets = workbook.flatMap(({ name, attributes }) => {
    const { Type: type = '', Target: target = '' } = relations.get(relationId(attributes)) ?? {};
    // A sheet may be a chart, which has no rows.
    if (name !== 'sheet' || !type.endsWith('/worksheet')) return [];
    const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
    const isHidden = (attributes['state'] ?? 'visible') !== 'visible';
    return [{ name: cleanText(attributes['name'] ?? '').slice(0, LONGEST_NAME), path, isHidden }];
  });
  if (sheets.length === 0) throw refuseFile('FILE_UNREADABLE', 'the workbook has no sheet');
  return sheets;
}

function isDateFormat(id: number, custom: ReadonlyMap<number, string>): boolean {
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return true;
  const code = custom.get(id)?.replace(/"[^"]*"|\[[^\]]*\]|\\./g, '') ?? '';
  return /[dy]/i.test(code);
}

async function findDateStyles(zip: ZipReader): Promise<ReadonlySet<number>> {
  const dateStyles = new Set<number>();
  if (!zip.has('xl/styles.xml')) return dateStyles;
  const custom = new Map<number, string>();
  let inCellFormats = false;
  let style = 0;
  for (const { name, attributes } of await elementsOf(zip, 'xl/styles.xml')) {
    if (name === 'numFmt') custom.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
    else if (name === 'cellXfs') inCellFormats = true;
    else if (name === 'cellStyles' || name === 'dxfs') inCellFormats = false;
    else if (name === 'xf' && inCellFormats) {
      if (isDateFormat(Number(attributes['numFmtId'] ?? 0), custom)) dateStyles.add(style);
      style += 1;
    }
  }
  return dateStyles;
}

/** Other archives that are opened by mistake, by an entry that each of them has. */
const OTHER_KINDS = [
  ['xl/workbook.bin', 'xlsb'],
  ['word/document.xml', 'docx'],
  ['content.xml', 'ods'],
] as const;

function demandWorkbook(zip: ZipReader): void {
  if (zip.names().some((name) => /vbaProject\.bin$|\/macrosheets\//i.test(name))) {
    throw refuseFile('FILE_MACROS', 'the workbook carries macros');
  }
  if (zip.has('xl/workbook.xml')) return;
  const found = OTHER_KINDS.find(([entry]) => zip.has(entry))?.[1] ?? 'zip';
  if (found === 'ods') throw refuseFile('FILE_ODS', 'an OpenDocument spreadsheet', { found });
  if (found === 'xlsb') throw refuseFile('FILE_OLD_EXCEL', 'a binary Excel workbook', { found });
  throw refuseFile('FILE_TYPE', 'a zip archive, not a workbook', { found });
}

/** Finds the sheets and the styles that mean dates. Throws FILE_TYPE and its like for what is no plain workbook. */
export async function readWorkbookParts(zip: ZipReader): Promise<WorkbookParts> {
  demandWorkbook(zip);
  const workbook = await elementsOf(zip, 'xl/workbook.xml');
  const properties = workbook.find(({ name }) => name === 'workbookPr')?.attributes;
  return {
    sheets: await findSheets(zip, workbook),
    countsFrom1904: ['1', 'true'].includes(properties?.['date1904'] ?? ''),
    dateStyles: await findDateStyles(zip),
  };
}
