import { createReadStream } from 'node:fs';
import { streamXml, XmlError, type XmlHandlers } from '#files';
import { refuseBankFile, type BankFileRefusalCode } from '../bank-file-refusal.js';
import { parseAmount } from './amount.js';
import type { GrammarWalk } from './grammar/grammar-walk.js';
import { parseDateTime, parseDay } from '../iso-date.js';

/** What a message file gives: one heading, then rows. */
export type MessageItem<Heading, Row> =
  { readonly heading: Heading; readonly row?: never } | { readonly row: Row; readonly heading?: never };

type Attributes = Readonly<Record<string, string>>;

const MESSAGES = 'urn:iso:std:iso:20022:tech:xsd:';
/** Messages are a dozen elements deep; paths of a file nested without end would be work without end. */
const MOST_DEPTH = 64;

/** Follows the path of elements through a message, so that an `Id` is told from another `Id`. */
export abstract class PathReader<Heading, Row> implements XmlHandlers {
  readonly queue: MessageItem<Heading, Row>[] = [];
  private path = '';
  private depth = 0;

  /** The one version of the message that is read; and its schema, where the sender is held to it. */
  constructor(
    private readonly namespace: string,
    private readonly grammar?: GrammarWalk,
  ) {}

  open(name: string, attributes: Attributes): void {
    if (this.path === '') this.checkVersion(name, attributes);
    this.grammar?.open(name, attributes);
    this.depth += 1;
    if (this.depth > MOST_DEPTH) throw unreadableField('Document');
    this.path += `/${name}`;
    this.opened(this.path, attributes);
  }

  close(name: string, text: string): void {
    this.grammar?.close(name, text.trim());
    this.closed(this.path, text.trim());
    this.path = this.path.slice(0, -name.length - 1);
    this.depth -= 1;
  }

  /** Another version has other fields under the same names, so it is refused by its name. */
  private checkVersion(root: string, attributes: Attributes): void {
    const namespaces = Object.entries(attributes).flatMap(([name, value]) => (/^xmlns(:|$)/.test(name) ? [value] : []));
    if (root !== 'Document' || namespaces.length === 0) throw unreadableField('Document');
    if (namespaces.includes(this.namespace)) return;
    const [found, expected] = [namespaces[0] ?? '', this.namespace].map((name) => name.replace(MESSAGES, ''));
    throw refuseBankFile('BANK_FILE_VERSION', 'this version of the message is not read', { found, expected });
  }

  protected abstract opened(path: string, attributes: Attributes): void;
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

/** Money of another currency is no amount of ours, whatever its figure. */
export function refuseOtherCurrency(currency: string | undefined, row?: number): void {
  if (currency === 'IDR') return;
  if (currency === undefined || currency === '') throw unreadableField('Ccy', row);
  throw refuseBankFile('BANK_FILE_CURRENCY', 'the amounts are not in rupiah', { currency });
}

/** A count of rows as a whole number, or the file is refused. */
export function requireCount(text: string, field: string): number {
  if (!/^\d{1,15}$/.test(text)) throw unreadableField(field);
  return Number(text);
}

/** A day that the calendar has, in Jakarta, or the file is refused. */
export function requireDay(text: string, field: string, row?: number): string {
  const day = parseDay(text);
  if (day === undefined) throw unreadableField(field, row);
  return day;
}

/** A moment, or the file is refused. */
export function requireDateTime(text: string, field: string): Date {
  const instant = parseDateTime(text);
  if (!instant) throw unreadableField(field);
  return instant;
}

async function* items<Heading, Row>(
  path: string,
  reader: PathReader<Heading, Row>,
  cutShort: BankFileRefusalCode,
): AsyncGenerator<MessageItem<Heading, Row>, void, undefined> {
  try {
    yield* streamXml(createReadStream(path), reader.queue, reader);
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    if (error.atEnd) throw refuseBankFile(cutShort, 'the file is cut short');
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
 * the end, so nothing read before that may be kept. Throws BANK_FILE_*; a missing file is a plain error. A file cut
 * short is INCOMPLETE unless the message is of a kind that declares nothing to fall short of.
 */
export async function openMessage<Heading, Row>(
  path: string,
  reader: PathReader<Heading, Row>,
  cutShort: BankFileRefusalCode = 'BANK_FILE_INCOMPLETE',
): Promise<{ readonly heading: Heading; readonly rows: AsyncGenerator<Row, void, undefined> }> {
  const source = items(path, reader, cutShort);
  const first = await source.next();
  if (first.done === true || first.value.heading === undefined) throw unreadableField('GrpHdr');
  return { heading: first.value.heading, rows: rowsOf(source) };
}
