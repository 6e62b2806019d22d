import { open, stat } from 'node:fs/promises';
import { refuseFile } from './file-refusal.js';

export type FileKind = 'csv' | 'xlsx';

const HEAD_BYTES = 4096;

function kindOfHead(head: Buffer): FileKind {
  if (head.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'))) return 'xlsx';
  const text = head.toString('latin1');
  if (text.startsWith('\xD0\xCF\x11\xE0')) {
    throw refuseFile('FILE_TYPE', 'an old Excel workbook (.xls) or a password-protected one', { found: 'xls' });
  }
  if (text.startsWith('%PDF')) throw refuseFile('FILE_TYPE', 'a PDF document', { found: 'pdf' });
  if (/^(\xEF\xBB\xBF)?\s*</.test(text)) throw refuseFile('FILE_TYPE', 'a web page or XML', { found: 'xml' });
  if (head.includes(0)) throw refuseFile('FILE_TYPE', 'neither text nor a workbook', { found: 'binary' });
  return 'csv';
}

/**
 * Tells a CSV from an XLSX by the first bytes, for names lie: banks send workbooks called `.csv`, and a web page
 * saved as `.xls`. Throws FILE_EMPTY, FILE_TYPE, FILE_TOO_LARGE, or FILE_UNREADABLE when there is no such file.
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
    return kindOfHead(head);
  } finally {
    await handle.close();
  }
}
