import { refuseFile } from './file-refusal.js';

const STARTS: readonly (readonly [mediaType: string, start: string])[] = [
  ['application/pdf', '%PDF-'],
  ['image/png', '\x89PNG\r\n\x1A\n'],
  ['image/jpeg', '\xFF\xD8\xFF'],
];

/**
 * What a file is by its first bytes, for names lie. Papers and photos only: nothing that a reader's machine would run, no
 * workbooks with their formulas. Throws FILE_TYPE.
 */
export function attachmentType(content: Buffer): string {
  const head = content.subarray(0, 16).toString('latin1');
  const known = STARTS.find(([, start]) => head.startsWith(start));
  if (known === undefined) throw refuseFile('ATTACHMENT_TYPE', 'neither PDF, PNG nor JPEG');
  return known[0];
}
