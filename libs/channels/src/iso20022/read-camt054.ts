import { CAMT054_NAMESPACE, type MovementRow, type NotificationHeading } from './camt.js';
import { EntryReader } from './entry-reader.js';
import { openMessage, refuseOtherCurrency, requireDateTime, unreadableField } from './path-reader.js';

const ROOT = '/Document/BkToCstmrDbtCdtNtfctn';
const NOTIFICATION = `${ROOT}/Ntfctn`;

class Camt054Reader extends EntryReader<NotificationHeading> {
  private heading: NotificationHeading | undefined;

  protected reportOpened(): void {
    this.forget(NOTIFICATION);
  }

  protected reportClosed(): void {
    this.announce();
  }

  /** Some banks write a notification for every entry; they may all stand in one file when they are of one account. */
  protected announce(): void {
    const account = `${NOTIFICATION}/Acct`;
    const iban = this.texts.get(`${account}/Id/IBAN`);
    const accountNumber = iban ?? this.required(`${account}/Id/Othr/Id`, 'Acct');
    if (this.heading && this.heading.accountNumber !== accountNumber) throw unreadableField('Acct');
    refuseOtherCurrency(this.texts.get(`${account}/Ccy`) ?? 'IDR');
    if (this.heading) return;
    this.heading = {
      messageId: this.required(`${ROOT}/GrpHdr/MsgId`, 'MsgId'),
      createdAt: requireDateTime(this.required(`${ROOT}/GrpHdr/CreDtTm`, 'CreDtTm'), 'CreDtTm'),
      accountNumber,
      notificationId: this.required(`${NOTIFICATION}/Id`, 'Id'),
    };
    this.queue.push({ heading: this.heading });
  }

  verify(): void {
    if (!this.heading) throw unreadableField('Ntfctn');
  }
}

/**
 * Reads a notification of booked movements (camt.054.001.08): whose account now, one row for every payment of every
 * booked entry as a stream; what is pending or for information gives no row. Details must add up to their entry. The
 * same movement comes again in the statement: it counts once. Rows read before a throw must not be kept. Throws
 * BANK_FILE_*; a file cut short is UNREADABLE, since a notification declares nothing to fall short of.
 */
export function readCamt054(path: string): ReturnType<typeof openMessage<NotificationHeading, MovementRow>> {
  return openMessage(path, new Camt054Reader(CAMT054_NAMESPACE, NOTIFICATION), 'BANK_FILE_UNREADABLE');
}
