import { type FileHandle, open, stat } from 'node:fs/promises';
import { utf16Of } from './csv/csv-encoding.js';
import { refuseFile } from './file-refusal.js';

export type FileKind = 'csv' | 'xlsx';

const HEAD_BYTES = 4096;

const OLD_EXCEL = Buffer.from('d0cf11e0', 'hex');
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
const DIRECTORY_BYTES = 1 << 16;

function kindOfHead(head: Buffer): FileKind {
  if (head.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) return 'xlsx';
  if (utf16Of(head) !== undefined) return 'csv';
  const text = head.toString('latin1');
  if (text.startsWith('%PDF')) throw refuseFile('FILE_TYPE', 'a PDF document', { found: 'pdf' });
  if (/^(\xEF\xBB\xBF)?\s*</.test(text)) throw refuseFile('FILE_TYPE', 'a web page or XML', { found: 'xml' });
  if (head.includes(0)) throw refuseFile('FILE_TYPE', 'neither text nor a workbook', { found: 'binary' });
  return 'csv';
}

/** An old workbook and an encrypted new one are the same kind of container; its directory tells them apart. */
async function refuseContainer(handle: FileHandle, head: Buffer): Promise<never> {
  const sectorBytes = 2 ** Math.min(head.length > 32 ? head.readUInt16LE(30) : 9, 12);
  const directoryAt = head.length > 52 ? (head.readUInt32LE(48) + 1) * sectorBytes : 0;
  const directory = Buffer.alloc(DIRECTORY_BYTES);
  await handle.read(directory, 0, DIRECTORY_BYTES, directoryAt);
  if (directory.includes(ENCRYPTED)) throw refuseFile('FILE_PASSWORD', 'the workbook is protected by a password');
  throw refuseFile('FILE_OLD_EXCEL', 'an old Excel workbook (.xls)', { found: 'xls' });
}

/**
 * Tells a CSV from an XLSX by the first bytes, for names lie: banks send workbooks called `.csv`, and a web page
 * saved as `.xls`. Throws FILE_EMPTY, FILE_TYPE, FILE_OLD_EXCEL, FILE_PASSWORD, FILE_TOO_LARGE, or FILE_UNREADABLE when
 * there is no such file.
 */
export async function detectFileKind(path: string, maxBytes: number): Promise<FileKind> {
  const size = await stat(path).then(
    (found) => (found.isFile() ? found.size : undefined),
    () => undefined,
  );
  if (size === undefined) throw refuseFile('FILE_UNREADABLE', 'there is no such file');
  if (size === 0) throw refuseFile('FILE_EMPTY', 'the file has no content');
  if (size > maxBytes) throw refuseFile('FILE_TOO_LARGE', 'the file is larger than allowed', { size, maxBytes });
  const handle = await open(path, 'r');
  try {
    const head = Buffer.alloc(Math.min(HEAD_BYTES, size));
    await handle.read(head, 0, head.length, 0);
    if (head.subarray(0, OLD_EXCEL.length).equals(OLD_EXCEL)) return await refuseContainer(handle, head);
    return kindOfHead(head);
  } finally {
    await handle.close();
  }
}
