import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { assertCount, assertSum } from '../bank-file-refusal.js';
import { formatAmount } from './amount.js';
import { PAIN001_NAMESPACE, type PaymentInstruction, type PaymentOrderHeading, type Pickup } from './pain001.js';
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

/** Max70Text. */
const MOST_OF_LINE = 70;

function heldXml(name: string, { nationalId, addressLines }: Pickup): string {
  const given = addressLines.filter((line) => line.trim() !== '');
  const lines = given.map((line) => toBankText(line).slice(0, MOST_OF_LINE).trimEnd());
  const address = lines.map((line) => `<AdrLine>${escapeXml(line)}</AdrLine>`).join('');
  const id = `<Othr><Id>${escapeXml(asReference(nationalId, 'NIDN'))}</Id><SchmeNm><Cd>NIDN</Cd></SchmeNm></Othr>`;
  return (
    `<Cdtr>${party(name)}${address === '' ? '' : `<PstlAdr>${address}</PstlAdr>`}<Id><PrvtId>${id}</PrvtId></Id></Cdtr>` +
    `<InstrForCdtrAgt><Cd>HOLD</Cd></InstrForCdtrAgt>`
  );
}

function creditorXml({ creditorName, creditorAccount, pickup }: PaymentInstruction): string {
  if (pickup !== undefined) return heldXml(creditorName, pickup);
  const number = asReference(creditorAccount ?? '', 'CdtrAcct');
  return `<Cdtr>${party(creditorName)}</Cdtr><CdtrAcct>${account(number)}</CdtrAcct>`;
}

function instructionXml(instruction: PaymentInstruction): string {
  const endToEndId = escapeXml(asReference(instruction.endToEndId, 'EndToEndId'));
  const bank = escapeXml(asReference(instruction.creditorBankCode, 'MmbId'));
  return (
    `<CdtTrfTxInf><PmtId><EndToEndId>${endToEndId}</EndToEndId></PmtId>` +
    `<Amt><InstdAmt Ccy="IDR">${formatAmount(instruction.amountRupiah)}</InstdAmt></Amt>` +
    `<CdtrAgt><FinInstnId><ClrSysMmbId><MmbId>${bank}</MmbId></ClrSysMmbId></FinInstnId></CdtrAgt>` +
    creditorXml(instruction) +
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
