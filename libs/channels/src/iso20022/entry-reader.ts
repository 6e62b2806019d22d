import { NO_END_TO_END_ID, type MovementRow } from './camt.js';
import { EntryTally, type Detail, type Entry } from './entry-tally.js';
import { PathReader, refuseOtherCurrency, requireAmount, requireDay, unreadableField } from './path-reader.js';

type Attributes = Readonly<Record<string, string>>;

/** Reads the entries that a notification and a statement have in common; what is booked counts, and nothing else. */
export abstract class EntryReader<Heading> extends PathReader<Heading, MovementRow> {
  /** Texts by path, of the heading, the entry and the payment being read. */
  protected readonly texts = new Map<string, string>();
  /** Booked credits less booked debits. */
  protected movedRupiah = 0n;
  private entries = 0;
  private entry: Entry | undefined;
  private tally: EntryTally | undefined;

  constructor(
    namespace: string,
    /** The path of the notification or statement. */
    protected readonly report: string,
  ) {
    super(namespace);
  }

  /** Called when everything before the entries has been read, and again at the end of each report. */
  protected abstract announce(): void;
  protected abstract reportOpened(): void;
  protected abstract reportClosed(): void;

  protected opened(path: string, attributes: Attributes): void {
    if (path === this.report) this.reportOpened();
    if (!path.startsWith(`${this.report}/`)) return;
    const below = path.slice(this.report.length + 1);
    if (below === 'Ntry') this.openEntry();
    if (below === 'Ntry/NtryDtls/TxDtls') {
      this.forget(path);
      this.readEntry();
    }
    if (/^(Bal|Ntry|Ntry\/NtryDtls\/TxDtls(\/AmtDtls\/TxAmt)?)\/Amt$/.test(below)) {
      refuseOtherCurrency(attributes['Ccy'], this.entries || undefined);
    }
  }

  protected closed(path: string, text: string): void {
    const entry = `${this.report}/Ntry`;
    if (path === this.report) this.reportClosed();
    else if (path === `${entry}/NtryDtls/TxDtls`) this.push(this.tally?.add(this.detail(path)));
    else if (path === entry) this.closeEntry(entry);
    else if (text !== '') this.texts.set(path, text);
  }

  protected forget(element: string): void {
    for (const path of this.texts.keys()) if (path.startsWith(`${element}/`)) this.texts.delete(path);
  }

  /** A text that must be there, or the file is refused. */
  protected required(path: string, field: string): string {
    const text = this.texts.get(path);
    if (text === undefined) throw unreadableField(field, this.entries || undefined);
    return text;
  }

  protected direction(path: string): MovementRow['direction'] {
    const indicator = this.required(path, 'CdtDbtInd');
    if (indicator !== 'CRDT' && indicator !== 'DBIT') throw unreadableField('CdtDbtInd', this.entries || undefined);
    return indicator === 'CRDT' ? 'credit' : 'debit';
  }

  private push(row: MovementRow | undefined): void {
    if (row) this.queue.push({ row });
  }

  private openEntry(): void {
    this.announce();
    this.forget(`${this.report}/Ntry`);
    this.entries += 1;
    this.entry = undefined;
    this.tally = undefined;
  }

  /** What is only pending (PDNG) or for information (INFO) has moved nothing: it has no tally and gives no row. */
  private readEntry(): void {
    const at = `${this.report}/Ntry`;
    if (this.entry || this.texts.get(`${at}/Sts/Cd`) !== 'BOOK') return;
    const day = this.texts.get(`${at}/BookgDt/Dt`) ?? this.required(`${at}/BookgDt/DtTm`, 'BookgDt');
    this.entry = {
      row: this.entries,
      direction: this.direction(`${at}/CdtDbtInd`),
      amountRupiah: requireAmount(this.required(`${at}/Amt`, 'Amt'), 'Amt', this.entries),
      bookedOn: requireDay(day, 'BookgDt', this.entries),
    };
    this.tally = new EntryTally(this.entry);
  }

  private detail(at: string): Detail {
    const entry = `${this.report}/Ntry`;
    const [own, amount] = [this.texts.get(`${at}/CdtDbtInd`), this.amountOf(at)];
    const reason = this.texts.get(`${at}/RtrInf/Rsn/Cd`) ?? this.texts.get(`${at}/RtrInf/Rsn/Prtry`);
    const reference = this.texts.get(`${at}/Refs/AcctSvcrRef`) ?? this.texts.get(`${entry}/AcctSvcrRef`);
    const messageId = this.texts.get(`${at}/Refs/MsgId`) ?? this.texts.get(`${entry}/NtryDtls/Btch/MsgId`);
    return {
      endToEndId: this.texts.get(`${at}/Refs/EndToEndId`) ?? NO_END_TO_END_ID,
      direction: this.direction(own === undefined ? `${entry}/CdtDbtInd` : `${at}/CdtDbtInd`),
      bookedOn: this.entry?.bookedOn ?? '',
      ...(amount === undefined ? {} : { amountRupiah: requireAmount(amount, 'Amt', this.entries) }),
      ...(reason === undefined ? {} : { reasonCode: reason }),
      ...(reference === undefined ? {} : { reference }),
      ...(messageId === undefined ? {} : { originalMessageId: messageId }),
    };
  }

  private amountOf(at: string): string | undefined {
    return this.texts.get(`${at}/Amt`) ?? this.texts.get(`${at}/AmtDtls/TxAmt/Amt`);
  }

  private closeEntry(at: string): void {
    this.readEntry();
    if (!this.tally) return;
    // No payment's own texts stand directly in NtryDtls: what is left is what the entry says.
    this.push(this.tally.finish(this.detail(`${at}/NtryDtls`)));
    this.movedRupiah += this.tally.signedRupiah;
  }
}
