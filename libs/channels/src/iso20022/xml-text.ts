import { refuseBankFile } from '../bank-file-refusal.js';

const REFERENCE = /^[A-Za-z0-9/\-?:().,'+]{1,35}$/;
const CHUNK_CHARACTERS = 1 << 16;

/** Escapes what XML reserves. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/**
 * A name in the characters banks exchange (the SWIFT X set): marks are taken off letters, anything else becomes a
 * space. At most 140 characters; `NOTPROVIDED` when nothing is left. The roster keeps the name as it was.
 */
export function toBankText(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9/\-?:().,'+ ]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return plain === '' ? 'NOTPROVIDED' : plain.slice(0, 140).trimEnd();
}

/**
 * A reference exactly as it is: 1 to 35 characters of the safe set. A longer one is refused, never cut, because it
 * is the key by which money is matched (a UUID with hyphens has 36). Throws BANK_FILE_REFERENCE.
 */
export function asReference(reference: string, field: string): string {
  if (REFERENCE.test(reference)) return reference;
  throw refuseBankFile('BANK_FILE_REFERENCE', `${field} does not fit the format`, { field, length: reference.length });
}

/** Joins small pieces into chunks of some 64 KiB: a write for every payment would be slow. */
export async function* inChunks(pieces: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  let chunk = '';
  for await (const piece of pieces) {
    chunk += piece;
    if (chunk.length < CHUNK_CHARACTERS) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}
