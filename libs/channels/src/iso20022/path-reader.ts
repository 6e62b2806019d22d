import { createReadStream } from 'node:fs';
import { streamXml, XmlError, type XmlHandlers } from '#files';
import { refuseBankFile } from '../bank-file-refusal.js';
import { parseAmount } from './amount.js';

/** What a message file gives: one heading, then rows. */
export type MessageItem<Heading, Row> =
  { readonly heading: Heading; readonly row?: never } | { readonly row: Row; readonly heading?: never };

/** Follows the path of elements through a message, so that an `Id` is told from another `Id`. */
export abstract class PathReader<Heading, Row> implements XmlHandlers {
  readonly queue: MessageItem<Heading, Row>[] = [];
  private path = '';

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.path += `/${name}`;
    this.opened(this.path, attributes);
  }

  close(name: string, text: string): void {
    this.closed(this.path, text.trim());
    this.path = this.path.slice(0, -name.length - 1);
  }

  protected abstract opened(path: string, attributes: Readonly<Record<string, string>>): void;
  protected abstract closed(path: string, text: string): void;
  /** Called when the document has ended well; throws when what it declared is not what it held. */
  abstract verify(): void;
}

/** Refuses the file over one field. */
export function unreadableField(field: string, row?: number): Error {
  const details = row === undefined ? { field } : { field, row };
  return refuseBankFile('BANK_FILE_UNREADABLE', `${field} is missing or cannot be read`, details);
}

/** Whole rupiah, or the file is refused. */
export function requireAmount(text: string, field: string, row?: number): bigint {
  const amountRupiah = parseAmount(text);
  if (amountRupiah === undefined) throw unreadableField(field, row);
  return amountRupiah;
}

/** A count of rows as a whole number, or the file is refused. */
export function requireCount(text: string, field: string): number {
  if (!/^\d{1,15}$/.test(text)) throw unreadableField(field);
  return Number(text);
}

async function* items<Heading, Row>(
  path: string,
  reader: PathReader<Heading, Row>,
): AsyncGenerator<MessageItem<Heading, Row>, void, undefined> {
  try {
    yield* streamXml(createReadStream(path), reader.queue, reader);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    if (error.atEnd) throw refuseBankFile('BANK_FILE_INCOMPLETE', 'the file is cut short');
    throw refuseBankFile('BANK_FILE_UNREADABLE', 'the file is not well-formed XML');
  }
  reader.verify();
}

async function* rowsOf<Heading, Row>(
  source: AsyncGenerator<MessageItem<Heading, Row>, void, undefined>,
): AsyncGenerator<Row, void, undefined> {
  for await (const item of source) if (item.row !== undefined) yield item.row;
}

/**
 * Opens a message: its heading now, its rows as a stream. Counts and sums are checked when the rows have been read to
 * the end, so nothing read before that may be kept. Throws BANK_FILE_*; a missing file is a plain error.
 */
export async function openMessage<Heading, Row>(
  path: string,
  reader: PathReader<Heading, Row>,
): Promise<{ readonly heading: Heading; readonly rows: AsyncGenerator<Row, void, undefined> }> {
  const source = items(path, reader);
  const first = await source.next();
  if (first.done === true || first.value.heading === undefined) throw unreadableField('GrpHdr');
  return { heading: first.value.heading, rows: rowsOf(source) };
}
