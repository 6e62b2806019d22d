import { pipeline, Readable } from 'node:stream';
import { createDeflateRaw, crc32 } from 'node:zlib';

interface WrittenEntry {
  readonly name: Buffer;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly offset: number;
}

/** A fixed date (1 January 1980), so that the same content always gives the same bytes and the same hash. */
const DOS_DATE = 0x0021;
const UTF8_AND_SIZES_LATER = 0x0808;
const VERSION = 20;

function localHeader(name: Buffer): Buffer {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(UTF8_AND_SIZES_LATER, 6);
  header.writeUInt16LE(8, 8);
  header.writeUInt16LE(DOS_DATE, 12);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

function sizesAfter(entry: WrittenEntry): Buffer {
  const descriptor = Buffer.alloc(16);
  descriptor.writeUInt32LE(0x08074b50, 0);
  descriptor.writeUInt32LE(entry.crc, 4);
  descriptor.writeUInt32LE(entry.compressedSize, 8);
  descriptor.writeUInt32LE(entry.size, 12);
  return descriptor;
}

function directoryRecord(entry: WrittenEntry): Buffer {
  const record = Buffer.alloc(46);
  record.writeUInt32LE(0x02014b50, 0);
  record.writeUInt16LE(VERSION, 4);
  record.writeUInt16LE(VERSION, 6);
  record.writeUInt16LE(UTF8_AND_SIZES_LATER, 8);
  record.writeUInt16LE(8, 10);
  record.writeUInt16LE(DOS_DATE, 14);
  record.writeUInt32LE(entry.crc, 16);
  record.writeUInt32LE(entry.compressedSize, 20);
  record.writeUInt32LE(entry.size, 24);
  record.writeUInt16LE(entry.name.length, 28);
  record.writeUInt32LE(entry.offset, 42);
  return Buffer.concat([record, entry.name]);
}

function endRecord(entryCount: number, directoryBytes: number, directoryOffset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entryCount, 8);
  end.writeUInt16LE(entryCount, 10);
  end.writeUInt32LE(directoryBytes, 12);
  end.writeUInt32LE(directoryOffset, 16);
  return end;
}

/** Content of one file inside the archive, in chunks of text. */
export interface ZipContent {
  readonly name: string;
  readonly text: AsyncIterable<string> | Iterable<string>;
}

async function* measured(text: ZipContent['text'], totals: { crc: number; size: number }): AsyncGenerator<Buffer> {
  for await (const chunk of text) {
    const bytes = Buffer.from(chunk, 'utf8');
    totals.crc = crc32(bytes, totals.crc);
    totals.size += bytes.length;
    yield bytes;
  }
}

/**
 * The bytes of a zip archive, made while they are read: memory holds one chunk, whatever the size. Up to 4 GiB.
 * The same contents give the same bytes.
 */
export async function* zipBytes(contents: readonly ZipContent[]): AsyncGenerator<Buffer> {
  const entries: WrittenEntry[] = [];
  let offset = 0;
  for (const content of contents) {
    const name = Buffer.from(content.name, 'utf8');
    const header = localHeader(name);
    yield header;
    const totals = { crc: 0, size: 0 };
    let compressedSize = 0;
    const source = Readable.from(measured(content.text, totals), { objectMode: false });
    for await (const bytes of pipeline(source, createDeflateRaw(), () => undefined) as AsyncIterable<Buffer>) {
      compressedSize += bytes.length;
      yield bytes;
    }
    const entry = { name, crc: totals.crc, compressedSize, size: totals.size, offset };
    yield sizesAfter(entry);
    entries.push(entry);
    offset += header.length + compressedSize + 16;
  }
  const directory = Buffer.concat(entries.map(directoryRecord));
  yield directory;
  yield endRecord(entries.length, directory.length, offset);
}
