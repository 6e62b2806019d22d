import type { Book } from './book/book.js';
import type { Faults } from './scenario/scenario.js';
import type { BankKind, Rates } from './settings.js';
import type { Arrival, PostRoom } from './sftp/post-room.js';

/** What every handler works with. */
export interface Bank {
  readonly book: Book;
  /** A bank books to accounts; a post office also pays out over the counter to whoever calls. */
  readonly kind: BankKind;
  readonly room: PostRoom;
  readonly seed: string;
  readonly rates: Rates;
  readonly secondReportMs: number;
  readonly faults: Faults;
}

/** Takes one kind of file into the books; commits once, together with the note that it came. */
export type ArrivalHandler = (bank: Bank, arrival: Arrival, names: readonly string[]) => Promise<void>;

/** Writes one promised file from the books; may run again after a crash and then writes the same. */
export type JobHandler = (bank: Bank, subject: Readonly<Record<string, string>>) => Promise<void>;
