import { scanXml } from '../xml-stream.js';
import type { ZipReader } from '../zip/zip-reader.js';
import { refuseFile } from '../file-refusal.js';

type Attributes = Readonly<Record<string, string>>;

/** What has to be known of a workbook before its first sheet can be read. */
export interface WorkbookParts {
  readonly sheetPath: string;
  /** Days are counted from 1904 in workbooks from old Macs. */
  readonly countsFrom1904: boolean;
  /** By style number: whether cells of this style are dates. */
  readonly dateStyles: ReadonlySet<number>;
}

interface XmlElement {
  readonly name: string;
  readonly attributes: Attributes;
}

async function elementsOf(zip: ZipReader, path: string): Promise<XmlElement[]> {
  const elements: XmlElement[] = [];
  const open = (name: string, attributes: Attributes) => elements.push({ name, attributes });
  await scanXml(zip.bytes(path), { open, close: () => undefined });
  return elements;
}

function relationId(attributes: Attributes): string | undefined {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];
}

async function findSheetPath(zip: ZipReader, workbook: readonly XmlElement[]): Promise<string> {
  const sheets = workbook.filter(({ name }) => name === 'sheet');
  const first = sheets.find(({ attributes }) => (attributes['state'] ?? 'visible') === 'visible') ?? sheets[0];
  if (!first) throw refuseFile('FILE_UNREADABLE', 'the workbook has no sheet');
  const id = relationId(first.attributes);
  const relations = await elementsOf(zip, 'xl/_rels/workbook.xml.rels');
  const target = relations.find(({ attributes }) => attributes['Id'] === id)?.attributes['Target'] ?? '';
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
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

/** Finds the first visible sheet and the styles that mean dates. Throws FILE_TYPE for a zip that is no workbook. */
export async function readWorkbookParts(zip: ZipReader): Promise<WorkbookParts> {
  if (!zip.has('xl/workbook.xml')) throw refuseFile('FILE_TYPE', 'a zip archive, not a workbook', { found: 'zip' });
  const workbook = await elementsOf(zip, 'xl/workbook.xml');
  const properties = workbook.find(({ name }) => name === 'workbookPr')?.attributes;
  return {
    sheetPath: await findSheetPath(zip, workbook),
    countsFrom1904: ['1', 'true'].includes(properties?.['date1904'] ?? ''),
    dateStyles: await findDateStyles(zip),
  };
}
