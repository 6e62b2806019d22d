import { refuseBankFile } from '../bank-file-refusal.js';
import { CAMT053_NAMESPACE, type MovementRow, type StatementHeading } from './camt.js';
import { EntryReader } from './entry-reader.js';
import { openMessage, refuseOtherCurrency, requireAmount, requireDateTime, unreadableField } from './path-reader.js';

const ROOT = '/Document/BkToCstmrStmt';
const STATEMENT = `${ROOT}/Stmt`;
const BALANCE = `${STATEMENT}/Bal`;

class Camt053Reader extends EntryReader<StatementHeading> {
  /** Balances by their code, the sign of the account's side. */
  private readonly balances = new Map<string, bigint>();
  private heading: StatementHeading | undefined;

  protected reportOpened(): void {
    if (this.heading) throw unreadableField('Stmt');
  }

  protected override opened(path: string, attributes: Readonly<Record<string, string>>): void {
    if (path === BALANCE) this.forget(BALANCE);
    super.opened(path, attributes);
  }

  protected override closed(path: string, text: string): void {
    if (path === BALANCE) this.keepBalance();
    super.closed(path, text);
  }

  private keepBalance(): void {
    const code = this.texts.get(`${BALANCE}/Tp/CdOrPrtry/Cd`) ?? '';
    const amountRupiah = requireAmount(this.required(`${BALANCE}/Amt`, 'Bal'), 'Bal');
    const isCredit = this.direction(`${BALANCE}/CdtDbtInd`) === 'credit';
    if (!this.balances.has(code)) this.balances.set(code, isCredit ? amountRupiah : -amountRupiah);
  }

  /** The day's opening balance (OPBD), which some banks give as yesterday's closing one (PRCD). */
  private balance(...codes: string[]): bigint {
    for (const code of codes) {
      const found = this.balances.get(code);
      if (found !== undefined) return found;
    }
    throw unreadableField(codes[0] ?? 'Bal');
  }

  protected announce(): void {
    if (this.heading) return;
    const account = `${STATEMENT}/Acct`;
    refuseOtherCurrency(this.texts.get(`${account}/Ccy`) ?? 'IDR');
    this.heading = {
      messageId: this.required(`${ROOT}/GrpHdr/MsgId`, 'MsgId'),
      createdAt: requireDateTime(this.required(`${ROOT}/GrpHdr/CreDtTm`, 'CreDtTm'), 'CreDtTm'),
      accountNumber: this.texts.get(`${account}/Id/IBAN`) ?? this.required(`${account}/Id/Othr/Id`, 'Acct'),
      statementId: this.required(`${STATEMENT}/Id`, 'Id'),
      openingRupiah: this.balance('OPBD', 'PRCD'),
      closingRupiah: this.balance('CLBD'),
    };
    this.queue.push({ heading: this.heading });
  }

  protected reportClosed(): void {
    this.announce();
    if (!this.heading) return;
    const foundRupiah = this.heading.openingRupiah + this.movedRupiah;
    const missingRupiah = this.heading.closingRupiah - foundRupiah;
    if (missingRupiah === 0n) return;
    throw refuseBankFile('BANK_FILE_CONTROL_SUM', 'opening balance and entries do not come to the closing balance', {
      field: 'CLBD',
      declaredRupiah: this.heading.closingRupiah.toString(),
      foundRupiah: foundRupiah.toString(),
      missingRupiah: missingRupiah.toString(),
    });
  }

  verify(): void {
    if (!this.heading) throw unreadableField('Stmt');
  }
}

/**
 * Reads a day's statement (camt.053.001.08): account and balances now, one row for every payment of every booked
 * entry as a stream. A statement whose opening balance and booked entries do not come to its closing balance is
 * refused at its end, and rows read by then must not be kept. One statement to a file. Throws BANK_FILE_*; a file cut
 * short is UNREADABLE.
 */
export function readCamt053(path: string): ReturnType<typeof openMessage<StatementHeading, MovementRow>> {
  return openMessage(path, new Camt053Reader(CAMT053_NAMESPACE, STATEMENT), 'BANK_FILE_UNREADABLE');
}
