import { assertSum } from '../bank-file-refusal.js';
import type { MovementRow } from './camt.js';
import { unreadableField } from './path-reader.js';

/** A payment of an entry, whose amount may be left to the entry. */
export type Detail = Omit<MovementRow, 'amountRupiah'> & { readonly amountRupiah?: bigint };

/** An entry that is being read. */
export interface Entry {
  readonly row: number;
  readonly direction: MovementRow['direction'];
  readonly amountRupiah: bigint;
  readonly bookedOn: string;
}

const signed = (direction: MovementRow['direction'], amountRupiah: bigint): bigint =>
  direction === 'credit' ? amountRupiah : -amountRupiah;

/**
 * Adds up what one entry is made of. A batch may hold a million payments, so each goes on at once; only one whose
 * amount is left out waits, because it may be the entry's only one and then has the entry's amount.
 */
export class EntryTally {
  private count = 0;
  private sumRupiah = 0n;
  private waiting: Detail | undefined;

  constructor(private readonly entry: Entry) {}

  /** What the entry does to the account. */
  get signedRupiah(): bigint {
    return signed(this.entry.direction, this.entry.amountRupiah);
  }

  add(detail: Detail): MovementRow | undefined {
    this.count += 1;
    if (detail.amountRupiah === undefined) {
      if (this.count > 1) throw unreadableField('Amt', this.entry.row);
      this.waiting = detail;
      return undefined;
    }
    this.sumRupiah += signed(detail.direction, detail.amountRupiah);
    return { ...detail, amountRupiah: detail.amountRupiah };
  }

  /** The row that waited for its amount, or that stands for an entry without details. Throws when sums differ. */
  finish(withoutDetails: Detail): MovementRow | undefined {
    if (this.waiting && this.count > 1) throw unreadableField('Amt', this.entry.row);
    const only = this.count === 0 ? withoutDetails : this.waiting;
    if (only) return { ...only, amountRupiah: this.entry.amountRupiah };
    assertSum(this.signedRupiah, this.sumRupiah, 'Ntry');
    return undefined;
  }
}
