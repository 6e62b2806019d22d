import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { assertCount, assertSum } from '../bank-file-refusal.js';
import { formatAmount } from './amount.js';
import { PAIN001_NAMESPACE, type PaymentInstruction, type PaymentOrderHeading } from './pain001.js';
import { asReference, escapeXml, inChunks, toBankText } from './xml-text.js';

const party = (name: string): string => `<Nm>${escapeXml(toBankText(name))}</Nm>`;
const account = (number: string): string => `<Id><Othr><Id>${escapeXml(number)}</Id></Othr></Id>`;

function openingXml(order: PaymentOrderHeading): string {
  const totals = `<NbOfTxs>${order.count}</NbOfTxs><CtrlSum>${formatAmount(order.controlSumRupiah)}</CtrlSum>`;
  const messageId = escapeXml(asReference(order.messageId, 'MsgId'));
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="${PAIN001_NAMESPACE}"><CstmrCdtTrfInitn>
<GrpHdr><MsgId>${messageId}</MsgId><CreDtTm>${order.createdAt.toISOString()}</CreDtTm>${totals}<InitgPty>${party(order.debtorName)}</InitgPty></GrpHdr>
<PmtInf><PmtInfId>${messageId}</PmtInfId><PmtMtd>TRF</PmtMtd><BtchBookg>false</BtchBookg>${totals}<ReqdExctnDt><Dt>${order.executionDate}</Dt></ReqdExctnDt>
<Dbtr>${party(order.debtorName)}</Dbtr><DbtrAcct>${account(order.debtorAccount)}</DbtrAcct><DbtrAgt><FinInstnId><Othr><Id>NOTPROVIDED</Id></Othr></FinInstnId></DbtrAgt>
`;
}

function instructionXml(instruction: PaymentInstruction): string {
  const endToEndId = escapeXml(asReference(instruction.endToEndId, 'EndToEndId'));
  const bank = escapeXml(asReference(instruction.creditorBankCode, 'MmbId'));
  return (
    `<CdtTrfTxInf><PmtId><EndToEndId>${endToEndId}</EndToEndId></PmtId>` +
    `<Amt><InstdAmt Ccy="IDR">${formatAmount(instruction.amountRupiah)}</InstdAmt></Amt>` +
    `<CdtrAgt><FinInstnId><ClrSysMmbId><MmbId>${bank}</MmbId></ClrSysMmbId></FinInstnId></CdtrAgt>` +
    `<Cdtr>${party(instruction.creditorName)}</Cdtr>` +
    `<CdtrAcct>${account(asReference(instruction.creditorAccount, 'CdtrAcct'))}</CdtrAcct>` +
    `<Purp><Cd>SSBE</Cd></Purp></CdtTrfTxInf>\n`
  );
}

async function* orderXml(
  order: PaymentOrderHeading,
  instructions: AsyncIterable<PaymentInstruction>,
): AsyncGenerator<string, void, undefined> {
  yield openingXml(order);
  let count = 0;
  let sumRupiah = 0n;
  for await (const instruction of instructions) {
    count += 1;
    sumRupiah += instruction.amountRupiah;
    yield instructionXml(instruction);
  }
  assertCount(order.count, count);
  assertSum(order.controlSumRupiah, sumRupiah, 'CtrlSum');
  yield '</PmtInf></CstmrCdtTrfInitn></Document>\n';
}

/**
 * Writes a payment order as pain.001.001.09 and ends the stream, one instruction in memory at a time. The same order
 * gives the same bytes. Throws BANK_FILE_INCOMPLETE or BANK_FILE_CONTROL_SUM when the instructions are not what the
 * order declares, BANK_FILE_REFERENCE when an id does not fit; what was written by then must be thrown away.
 */
export async function writePain001(
  order: PaymentOrderHeading,
  instructions: AsyncIterable<PaymentInstruction>,
  writable: Writable,
): Promise<void> {
  await pipeline(Readable.from(inChunks(orderXml(order, instructions))), writable);
}
