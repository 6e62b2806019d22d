import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { errorCode } from '../error-code.js';
import { refuseFile } from '../file-refusal.js';

export type CsvEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const HEAD_BYTES = 4096;
const CHUNK_BYTES = 1 << 17;
/** Bytes that Windows-1252 has no letter for. */
const UNDEFINED_IN_1252 = /[\x81\x8d\x8f\x90\x9d]/;
/** Letters of UTF-8 as they stand in Latin text: two bytes, or three for quotation marks and the like. */
const LETTER_OF_UTF8 = /[\xc3-\xdf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}/;

/** UTF-16 by its mark, or by every other byte being zero as in plain Latin text. */
export function utf16Of(head: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const pairs = Math.floor(Math.min(head.length, HEAD_BYTES) / 2);
  if (pairs < 4) return undefined;
  const zeros = (from: number): number => {
    let count = 0;
    for (let at = from; at < pairs * 2; at += 2) if (head[at] === 0) count += 1;
    return count;
  };
  const [even, odd] = [zeros(0), zeros(1)];
  if (odd > pairs * 0.8 && even === 0) return 'utf-16le';
  return even > pairs * 0.8 && odd === 0 ? 'utf-16be' : undefined;
}

async function readHead(path: string): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

const isUndecodable = (error: unknown): boolean => errorCode(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA';

async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
      decoder.decode(chunk as Buffer, { stream: true });
    }
    decoder.decode();
    return true;
  } catch (error) {
    if (isUndecodable(error)) return false;
    throw error;
  }
}

/** Text that is no UTF-8 is Excel's own, unless parts of it are UTF-8 all the same: then half the names would be wrong. */
async function demandWindows1252(path: string): Promise<void> {
  let before = '';
  for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
    const text = before + (chunk as Buffer).toString('latin1');
    if (UNDEFINED_IN_1252.test(text) || LETTER_OF_UTF8.test(text)) {
      throw refuseFile('FILE_UNREADABLE', 'the text is neither UTF-8 nor Windows-1252', { encoding: 'UTF-8' });
    }
    before = text.slice(-2);
  }
}

/** How the letters of a CSV are written. Reads the file once or twice. Throws FILE_UNREADABLE where it is no text. */
export async function detectEncoding(path: string): Promise<CsvEncoding> {
  const utf16 = utf16Of(await readHead(path));
  if (utf16 !== undefined) return utf16;
  if (await isUtf8(path)) return 'utf-8';
  await demandWindows1252(path);
  return 'windows-1252';
}

/** The text of a file, streamed; a byte-order mark is left out. Throws FILE_UNREADABLE where UTF-16 is cut short. */
export async function* textOf(path: string, encoding: CsvEncoding): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK_BYTES })) {
      yield decoder.decode(chunk as Buffer, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    if (!isUndecodable(error)) throw error;
    throw refuseFile('FILE_UNREADABLE', 'the text is cut short', { encoding });
  }
}
