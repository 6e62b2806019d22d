import { assertSum, refuseBankFile } from '../bank-file-refusal.js';
import { PAIN002_NAMESPACE, type StatusReportHeading, type StatusRow, type StatusTotal } from './pain002.js';
import {
  openMessage,
  PathReader,
  refuseOtherCurrency,
  requireAmount,
  requireCount,
  requireDateTime,
  unreadableField,
} from './path-reader.js';

const ROOT = '/Document/CstmrPmtStsRpt';
const GROUP = `${ROOT}/OrgnlGrpInfAndSts`;
const BLOCK = `${ROOT}/OrgnlPmtInfAndSts`;
const ROW = `${BLOCK}/TxInfAndSts`;

class Pain002Reader extends PathReader<StatusReportHeading, StatusRow> {
  /** Texts of the element being read, by path; a row's and a block's are forgotten when it ends. */
  private readonly texts = new Map<string, string>();
  private readonly totals: StatusTotal[] = [];
  private readonly found = new Map<string, { count: number; sumRupiah: bigint; lacksAmount: boolean }>();
  private rowCount = 0;
  private wasAnnounced = false;

  protected opened(path: string, attributes: Readonly<Record<string, string>>): void {
    if (path === `${ROW}/OrgnlTxRef/Amt/InstdAmt`) refuseOtherCurrency(attributes['Ccy'], this.rowCount + 1);
    if (path === ROW || path === BLOCK || path === `${GROUP}/NbOfTxsPerSts`) this.forget(path);
  }

  protected closed(path: string, text: string): void {
    if (path === ROW) this.queue.push({ row: this.row() });
    else if (path === `${GROUP}/NbOfTxsPerSts`) this.totals.push(this.total(path));
    else if (path === GROUP) this.announce();
    else if (text !== '') this.texts.set(path, text);
  }

  verify(): void {
    if (!this.wasAnnounced) throw unreadableField('OrgnlGrpInfAndSts');
    for (const { status, count, sumRupiah } of this.totals) {
      const found = this.found.get(status);
      // A bank that lists exceptions only declares a status without listing its rows.
      if (!found) continue;
      if (found.count !== count) {
        const details = { status, declared: count, found: found.count };
        throw refuseBankFile('BANK_FILE_INCOMPLETE', 'rows of a status are not as many as declared', details);
      }
      if (sumRupiah !== undefined && !found.lacksAmount) assertSum(sumRupiah, found.sumRupiah, 'DtldCtrlSum');
    }
  }

  private forget(prefix: string): void {
    for (const path of this.texts.keys()) if (path.startsWith(`${prefix}/`)) this.texts.delete(path);
  }

  private reason(at: string): { reasonCode?: string } {
    const reasonCode = this.texts.get(`${at}/StsRsnInf/Rsn/Cd`) ?? this.texts.get(`${at}/StsRsnInf/Rsn/Prtry`);
    return reasonCode === undefined ? {} : { reasonCode };
  }

  private total(at: string): StatusTotal {
    const count = requireCount(this.texts.get(`${at}/DtldNbOfTxs`) ?? '', 'DtldNbOfTxs');
    const sum = this.texts.get(`${at}/DtldCtrlSum`);
    const status = this.texts.get(`${at}/DtldSts`) ?? '';
    return { status, count, ...(sum === undefined ? {} : { sumRupiah: requireAmount(sum, 'DtldCtrlSum') }) };
  }

  private announce(): void {
    this.wasAnnounced = true;
    const required = (path: string, field: string) => {
      const text = this.texts.get(path);
      if (text === undefined) throw unreadableField(field);
      return text;
    };
    const createdAt = requireDateTime(required(`${ROOT}/GrpHdr/CreDtTm`, 'CreDtTm'), 'CreDtTm');
    const count = this.texts.get(`${GROUP}/OrgnlNbOfTxs`);
    const sum = this.texts.get(`${GROUP}/OrgnlCtrlSum`);
    const groupStatus = this.texts.get(`${GROUP}/GrpSts`);
    const heading: StatusReportHeading = {
      messageId: required(`${ROOT}/GrpHdr/MsgId`, 'MsgId'),
      createdAt,
      originalMessageId: required(`${GROUP}/OrgnlMsgId`, 'OrgnlMsgId'),
      ...(count === undefined ? {} : { originalCount: requireCount(count, 'OrgnlNbOfTxs') }),
      ...(sum === undefined ? {} : { originalControlSumRupiah: requireAmount(sum, 'OrgnlCtrlSum') }),
      ...(groupStatus === undefined ? {} : { groupStatus }),
      ...this.reason(GROUP),
      totals: [...this.totals],
    };
    this.queue.push({ heading });
  }

  private row(): StatusRow {
    this.rowCount += 1;
    const endToEndId = this.texts.get(`${ROW}/OrgnlEndToEndId`);
    if (endToEndId === undefined) throw unreadableField('OrgnlEndToEndId', this.rowCount);
    const status =
      this.texts.get(`${ROW}/TxSts`) ?? this.texts.get(`${BLOCK}/PmtInfSts`) ?? this.texts.get(`${GROUP}/GrpSts`);
    if (status === undefined) throw unreadableField('TxSts', this.rowCount);
    const amount = this.texts.get(`${ROW}/OrgnlTxRef/Amt/InstdAmt`);
    const amountRupiah = amount === undefined ? undefined : requireAmount(amount, 'InstdAmt', this.rowCount);
    this.count(status, amountRupiah);
    return { endToEndId, status, ...this.reason(ROW), ...(amountRupiah === undefined ? {} : { amountRupiah }) };
  }

  private count(status: string, amountRupiah: bigint | undefined): void {
    const found = this.found.get(status) ?? { count: 0, sumRupiah: 0n, lacksAmount: false };
    found.count += 1;
    found.sumRupiah += amountRupiah ?? 0n;
    found.lacksAmount ||= amountRupiah === undefined;
    this.found.set(status, found);
  }
}

/**
 * Reads a status report: what it says of the whole order now, rows as a stream; declared counts per status are
 * checked at its end. A row that says nothing of itself takes its block's status, then the group's; a row without
 * EndToEndId refuses the file, since nobody could say whose outcome it is. Throws BANK_FILE_*.
 */
export function readPain002(path: string): ReturnType<typeof openMessage<StatusReportHeading, StatusRow>> {
  return openMessage(path, new Pain002Reader(PAIN002_NAMESPACE));
}
