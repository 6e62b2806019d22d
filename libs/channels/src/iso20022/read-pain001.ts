import { assertCount, assertSum, refuseBankFile } from '../bank-file-refusal.js';
import type { PaymentInstruction, PaymentOrderHeading } from './pain001.js';
import { openMessage, PathReader, requireAmount, requireCount, unreadableField } from './path-reader.js';

const ROOT = '/Document/CstmrCdtTrfInitn';
const BLOCK = `${ROOT}/PmtInf`;
const PAYMENT = `${BLOCK}/CdtTrfTxInf`;

/** Where each field stands, by the name it is kept under. */
const HEADING_FIELDS: Readonly<Record<string, string>> = {
  [`${ROOT}/GrpHdr/MsgId`]: 'MsgId',
  [`${ROOT}/GrpHdr/CreDtTm`]: 'CreDtTm',
  [`${ROOT}/GrpHdr/NbOfTxs`]: 'NbOfTxs',
  [`${ROOT}/GrpHdr/CtrlSum`]: 'CtrlSum',
  [`${BLOCK}/ReqdExctnDt/Dt`]: 'ReqdExctnDt',
  [`${BLOCK}/Dbtr/Nm`]: 'Dbtr',
  [`${BLOCK}/DbtrAcct/Id/Othr/Id`]: 'DbtrAcct',
};
const PAYMENT_FIELDS: Readonly<Record<string, string>> = {
  [`${PAYMENT}/PmtId/EndToEndId`]: 'EndToEndId',
  [`${PAYMENT}/Amt/InstdAmt`]: 'InstdAmt',
  [`${PAYMENT}/Cdtr/Nm`]: 'Cdtr',
  [`${PAYMENT}/CdtrAcct/Id/Othr/Id`]: 'CdtrAcct',
  [`${PAYMENT}/CdtrAgt/FinInstnId/ClrSysMmbId/MmbId`]: 'MmbId',
};

class Pain001Reader extends PathReader<PaymentOrderHeading, PaymentInstruction> {
  private readonly fields = new Map<string, string>();
  private payment = new Map<string, string>();
  private heading: PaymentOrderHeading | undefined;
  private blocks = 0;
  private count = 0;
  private sumRupiah = 0n;

  protected opened(path: string, attributes: Readonly<Record<string, string>>): void {
    if (path === BLOCK && (this.blocks += 1) > 1) {
      throw refuseBankFile('BANK_FILE_UNREADABLE', 'more than one PmtInf block', { field: 'PmtInf' });
    }
    if (path === PAYMENT) {
      this.payment = new Map();
      this.announce();
    }
    if (path === `${PAYMENT}/Amt/InstdAmt` && attributes['Ccy'] !== 'IDR') {
      throw unreadableField('Ccy', this.count + 1);
    }
  }

  protected closed(path: string, text: string): void {
    const headingField = HEADING_FIELDS[path];
    const paymentField = PAYMENT_FIELDS[path];
    if (paymentField !== undefined) this.payment.set(paymentField, text);
    else if (headingField !== undefined) this.fields.set(headingField, text);
    else if (path === PAYMENT) this.queue.push({ row: this.instruction() });
    else if (path === ROOT) this.announce();
  }

  verify(): void {
    if (!this.heading) throw unreadableField('CstmrCdtTrfInitn');
    assertCount(this.heading.count, this.count);
    assertSum(this.heading.controlSumRupiah, this.sumRupiah, 'CtrlSum');
  }

  private announce(): void {
    if (this.heading) return;
    const field = (name: string) => {
      const text = this.fields.get(name) ?? '';
      if (text === '') throw unreadableField(name);
      return text;
    };
    const createdAt = new Date(field('CreDtTm'));
    if (Number.isNaN(createdAt.getTime())) throw unreadableField('CreDtTm');
    this.heading = {
      messageId: field('MsgId'),
      createdAt,
      executionDate: field('ReqdExctnDt'),
      debtorName: this.fields.get('Dbtr') ?? '',
      debtorAccount: field('DbtrAcct'),
      count: requireCount(field('NbOfTxs'), 'NbOfTxs'),
      controlSumRupiah: requireAmount(field('CtrlSum'), 'CtrlSum'),
    };
    this.queue.push({ heading: this.heading });
  }

  private instruction(): PaymentInstruction {
    this.count += 1;
    const field = (name: string) => this.payment.get(name) ?? '';
    const amountRupiah = requireAmount(field('InstdAmt'), 'InstdAmt', this.count);
    // The schema allows a payment of zero or to nobody; neither can be carried out.
    if (amountRupiah === 0n) throw unreadableField('InstdAmt', this.count);
    for (const name of ['EndToEndId', 'CdtrAcct']) if (field(name) === '') throw unreadableField(name, this.count);
    this.sumRupiah += amountRupiah;
    return {
      endToEndId: field('EndToEndId'),
      amountRupiah,
      creditorName: field('Cdtr'),
      creditorAccount: field('CdtrAcct'),
      creditorBankCode: field('MmbId'),
    };
  }
}

/**
 * Reads a payment order: heading now, instructions as a stream, count and control sum checked at its end. A control
 * sum and one block are required, which the schema leaves open. Throws BANK_FILE_*.
 */
export function readPain001(path: string): ReturnType<typeof openMessage<PaymentOrderHeading, PaymentInstruction>> {
  return openMessage(path, new Pain001Reader());
}
