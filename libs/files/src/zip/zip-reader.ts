import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { refuseFile } from '../file-refusal.js';

interface ZipEntry {
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly headerOffset: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 0xffff;
const DEFLATED = 8;
/** A sheet of a million families has two gigabytes; what is packed three hundred times tighter than it is is a bomb. */
const MAX_INFLATED_BYTES = 0xffffffff;
const MAX_RATIO = 300;
const RATIO_COUNTS_FROM_BYTES = 32 * 1024 * 1024;
const MAX_ENTRIES = 10_000;
const STORED = 0;

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, position);
  return buffer.subarray(0, bytesRead);
}

function unreadable(): Error {
  return refuseFile('FILE_UNREADABLE', 'the workbook is damaged or cut short');
}

function tooLarge(): Error {
  return refuseFile('FILE_TOO_LARGE', 'the workbook unpacks to more than is read');
}

async function readDirectory(handle: FileHandle): Promise<Buffer> {
  const { size } = await handle.stat();
  const tailBytes = Math.min(size, END_BYTES + MAX_COMMENT_BYTES);
  const tail = await readAt(handle, size - tailBytes, tailBytes);
  for (let at = tail.length - END_BYTES; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END_SIGNATURE) continue;
    const length = tail.readUInt32LE(at + 12);
    const offset = tail.readUInt32LE(at + 16);
    if (offset + length > size) throw unreadable();
    return readAt(handle, offset, length);
  }
  throw unreadable();
}

function entriesOf(directory: Buffer): Map<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>();
  for (let at = 0; at + 46 <= directory.length;) {
    if (directory.readUInt32LE(at) !== ENTRY_SIGNATURE) break;
    const nameLength = directory.readUInt16LE(at + 28);
    if (entries.size === MAX_ENTRIES) throw tooLarge();
    entries.set(directory.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'), {
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      compressedSize: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      headerOffset: directory.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

function isBeyondMeasure(inflated: number, { compressedSize }: ZipEntry): boolean {
  if (inflated > MAX_INFLATED_BYTES) return true;
  return inflated > RATIO_COUNTS_FROM_BYTES && inflated > compressedSize * MAX_RATIO;
}

/**
 * The entries of a zip file, read as streams so that memory does not grow with the workbook. The central directory
 * is trusted over local headers, whose sizes streaming writers leave blank. Archives beyond 4 GiB are not read.
 */
export class ZipReader {
  private constructor(
    private readonly path: string,
    private readonly entries: ReadonlyMap<string, ZipEntry>,
  ) {}

  /** Throws FILE_UNREADABLE for a file that is cut short or no zip. */
  static async open(path: string): Promise<ZipReader> {
    const handle = await open(path, 'r');
    try {
      return new ZipReader(path, entriesOf(await readDirectory(handle)));
    } finally {
      await handle.close();
    }
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  names(): string[] {
    return [...this.entries.keys()];
  }

  /**
   * The uncompressed bytes of one entry, checked against its checksum at the end, for one flipped bit can make one
   * family's number another's. Throws FILE_UNREADABLE then, or zlib's own error on the way, and FILE_TOO_LARGE for an
   * entry that unpacks beyond all measure, whatever its directory says of it.
   */
  async *bytes(name: string): AsyncGenerator<Buffer, void, undefined> {
    const entry = this.entries.get(name);
    if (!entry || entry.compressedSize === 0) throw unreadable();
    if (entry.method !== DEFLATED && entry.method !== STORED) throw unreadable();
    if (isBeyondMeasure(entry.size, entry)) throw tooLarge();
    const start = await this.dataOffset(entry);
    const raw = createReadStream(this.path, { start, end: start + entry.compressedSize - 1 });
    const content = entry.method === STORED ? raw : pipeline(raw, createInflateRaw(), () => undefined);
    let crc = 0;
    let inflated = 0;
    for await (const bytes of content as AsyncIterable<Buffer>) {
      inflated += bytes.length;
      if (isBeyondMeasure(inflated, entry)) throw tooLarge();
      crc = crc32(bytes, crc);
      yield bytes;
    }
    if (crc !== entry.crc) throw unreadable();
  }

  private async dataOffset({ headerOffset }: ZipEntry): Promise<number> {
    const handle = await open(this.path, 'r');
    try {
      const header = await readAt(handle, headerOffset, 30);
      if (header.length < 30 || header.readUInt32LE(0) !== LOCAL_SIGNATURE) throw unreadable();
      return headerOffset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
    } finally {
      await handle.close();
    }
  }
}
