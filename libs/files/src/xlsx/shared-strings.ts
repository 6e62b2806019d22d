import { refuseFile } from '../file-refusal.js';
import { MAX_CELL_CHARACTERS } from '../sheet-row.js';
import { scanXml } from '../xml-stream.js';

const MAX_BYTES = 160 * 1024 * 1024;
const MAX_STRINGS = 1 << 24;

/**
 * The workbook's table of texts, packed into one buffer: a million rows share so many names and addresses that
 * one JavaScript string for each would take most of the memory budget.
 */
export class SharedStrings {
  private bytes = Buffer.alloc(1 << 16);
  private ends = new Uint32Array(1 << 12);
  private count = 0;
  private used = 0;

  add(text: string): void {
    const length = Buffer.byteLength(text, 'utf8');
    if (this.used + length > MAX_BYTES || this.count === MAX_STRINGS) {
      throw new RangeError('more shared text than fits in memory');
    }
    if (this.used + length > this.bytes.length) this.grow(length);
    if (this.count === this.ends.length) {
      const longer = new Uint32Array(this.ends.length * 2);
      longer.set(this.ends);
      this.ends = longer;
    }
    this.used += this.bytes.write(text, this.used, 'utf8');
    this.ends[this.count] = this.used;
    this.count += 1;
  }

  /** The text at that index, blank when the table has no such line. */
  at(index: number): string {
    if (index >= this.count || index < 0) return '';
    return this.bytes.toString('utf8', index === 0 ? 0 : this.ends[index - 1], this.ends[index]);
  }

  private grow(needed: number): void {
    const larger = Buffer.alloc(Math.max(this.bytes.length * 2, this.used + needed));
    this.bytes.copy(larger, 0, 0, this.used);
    this.bytes = larger;
  }
}

/** Reads `sharedStrings.xml`. Pieces of rich text are joined; phonetic hints are left out. */
export async function readSharedStrings(source: AsyncIterable<Buffer>): Promise<SharedStrings> {
  const strings = new SharedStrings();
  let text = '';
  let inPhonetic = false;
  await scanXml(source, {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') inPhonetic = true;
    },
    close(name, inner) {
      if (name === 't' && !inPhonetic) text += inner;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'si') strings.add(text);
      if (text.length > MAX_CELL_CHARACTERS)
        throw refuseFile('FILE_UNREADABLE', 'a text is longer than a sheet allows');
    },
  });
  return strings;
}
