import { assertCount, assertSum } from '../bank-file-refusal.js';
import { GrammarWalk } from './grammar/grammar-walk.js';
import { messageGrammar } from './grammar/message-grammar.js';
import pain001 from './grammar/pain.001.001.09.json' with { type: 'json' };
import {
  PAIN001_NAMESPACE,
  type PaymentBlock,
  type PaymentInstruction,
  type ReceivedInstruction,
  type ReceivedOrder,
} from './pain001.js';
import {
  openMessage,
  PathReader,
  requireAmount,
  requireCount,
  requireDateTime,
  requireDay,
  unreadableField,
} from './path-reader.js';
import { asReference } from './xml-text.js';

const ROOT = '/Document/CstmrCdtTrfInitn';
const HEADING = `${ROOT}/GrpHdr`;
const BLOCK = `${ROOT}/PmtInf`;
const PAYMENT = `${BLOCK}/CdtTrfTxInf`;
const ADDRESS_LINE = `${PAYMENT}/Cdtr/PstlAdr/AdrLine`;

/** The largest sum that a control sum can hold, and the books. */
const MOST_RUPIAH = 999_999_999_999_999_999n;
const GRAMMAR = messageGrammar(pain001);

/** What was counted, in the file or in a block. */
interface Tally {
  count: number;
  sumRupiah: bigint;
}

class Pain001Reader extends PathReader<ReceivedOrder, ReceivedInstruction> {
  /** Texts by path, of the heading, the block and the payment being read. */
  private readonly texts = new Map<string, string>();
  private addressLines: string[] = [];
  private readonly total: Tally = { count: 0, sumRupiah: 0n };
  private inBlock: Tally = { count: 0, sumRupiah: 0n };
  private block: PaymentBlock | undefined;

  protected opened(path: string, attributes: Readonly<Record<string, string>>): void {
    if (path === BLOCK) {
      this.inBlock = { count: 0, sumRupiah: 0n };
      this.block = undefined;
    }
    if (path === BLOCK || path === PAYMENT) this.forget(path);
    if (path === PAYMENT) {
      this.addressLines = [];
      this.block ??= this.readBlock();
    }
    if (path === `${PAYMENT}/Amt/InstdAmt` && attributes['Ccy'] !== 'IDR') {
      throw unreadableField('Ccy', this.total.count + 1);
    }
  }

  protected closed(path: string, text: string): void {
    if (path === HEADING) this.announce();
    else if (path === PAYMENT) this.queue.push({ row: this.instruction() });
    else if (path === BLOCK) this.verifyTotals(BLOCK, this.inBlock);
    else if (path === ADDRESS_LINE) this.addressLines.push(text);
    else if (text !== '') this.texts.set(path, text);
  }

  verify(): void {
    this.verifyTotals(HEADING, this.total);
    if (this.total.sumRupiah > MOST_RUPIAH) throw unreadableField('CtrlSum');
  }

  private forget(element: string): void {
    for (const path of this.texts.keys()) if (path.startsWith(`${element}/`)) this.texts.delete(path);
  }

  /** The first of several paths that was given, or the file is refused. */
  private required(field: string, ...paths: string[]): string {
    for (const path of paths) {
      const text = this.texts.get(path);
      if (text !== undefined) return text;
    }
    throw unreadableField(field, paths[0]?.startsWith(PAYMENT) === true ? this.total.count + 1 : undefined);
  }

  /** A block may leave out its totals, a file its sum; what is said must be so. */
  private verifyTotals(element: string, found: Tally): void {
    const count = this.texts.get(`${element}/NbOfTxs`);
    const sum = this.texts.get(`${element}/CtrlSum`);
    if (count !== undefined) assertCount(requireCount(count, 'NbOfTxs'), found.count);
    if (sum !== undefined) assertSum(requireAmount(sum, 'CtrlSum'), found.sumRupiah, 'CtrlSum');
  }

  private announce(): void {
    const sum = this.texts.get(`${HEADING}/CtrlSum`);
    const heading = {
      messageId: asReference(this.required('MsgId', `${HEADING}/MsgId`), 'MsgId'),
      createdAt: requireDateTime(this.required('CreDtTm', `${HEADING}/CreDtTm`), 'CreDtTm'),
      count: requireCount(this.required('NbOfTxs', `${HEADING}/NbOfTxs`), 'NbOfTxs'),
      ...(sum === undefined ? {} : { controlSumRupiah: requireAmount(sum, 'CtrlSum') }),
    };
    this.queue.push({ heading });
  }

  private readBlock(): PaymentBlock {
    const day = this.required('ReqdExctnDt', `${BLOCK}/ReqdExctnDt/Dt`, `${BLOCK}/ReqdExctnDt/DtTm`);
    const account = `${BLOCK}/DbtrAcct/Id`;
    return {
      paymentInformationId: asReference(this.required('PmtInfId', `${BLOCK}/PmtInfId`), 'PmtInfId'),
      executionDate: requireDay(day, 'ReqdExctnDt'),
      debtorName: this.texts.get(`${BLOCK}/Dbtr/Nm`) ?? '',
      debtorAccount: this.required('DbtrAcct', `${account}/IBAN`, `${account}/Othr/Id`),
    };
  }

  /** Held money is for a person of whom the number is given; all other goes into an account. */
  private destination(): Pick<PaymentInstruction, 'creditorAccount' | 'pickup'> {
    const account = `${PAYMENT}/CdtrAcct/Id`;
    if (this.texts.get(`${PAYMENT}/InstrForCdtrAgt/Cd`) !== 'HOLD')
      return { creditorAccount: this.required('CdtrAcct', `${account}/IBAN`, `${account}/Othr/Id`) };
    const nationalId = this.required('NIDN', `${PAYMENT}/Cdtr/Id/PrvtId/Othr/Id`);
    return { pickup: { nationalId, addressLines: this.addressLines } };
  }

  private instruction(): ReceivedInstruction {
    const row = this.total.count + 1;
    const amountRupiah = requireAmount(this.required('InstdAmt', `${PAYMENT}/Amt/InstdAmt`), 'InstdAmt', row);
    // The schema allows a payment of zero or to nobody; neither can be carried out.
    if (amountRupiah === 0n || !this.block) throw unreadableField('InstdAmt', row);
    for (const tally of [this.total, this.inBlock]) {
      tally.count += 1;
      tally.sumRupiah += amountRupiah;
    }
    const bank = `${PAYMENT}/CdtrAgt/FinInstnId`;
    return {
      endToEndId: asReference(this.required('EndToEndId', `${PAYMENT}/PmtId/EndToEndId`), 'EndToEndId'),
      amountRupiah,
      creditorName: this.texts.get(`${PAYMENT}/Cdtr/Nm`) ?? '',
      ...this.destination(),
      creditorBankCode: this.texts.get(`${bank}/ClrSysMmbId/MmbId`) ?? this.texts.get(`${bank}/BICFI`) ?? '',
      block: this.block,
    };
  }
}

/**
 * Reads a payment order as a bank does, held to its schema: heading now, instructions of all blocks as a stream,
 * counts and control sums of every block and of the file checked as they end. Ids are those of the safe set and
 * never cut. Throws BANK_FILE_*.
 */
export function readPain001(path: string): ReturnType<typeof openMessage<ReceivedOrder, ReceivedInstruction>> {
  return openMessage(path, new Pain001Reader(PAIN001_NAMESPACE, new GrammarWalk(GRAMMAR)));
}
