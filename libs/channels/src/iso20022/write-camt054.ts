import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { formatAmount } from './amount.js';
import { CAMT054_NAMESPACE, type MovementRow, type NotificationHeading } from './camt.js';
import { asReference, escapeXml, inChunks } from './xml-text.js';

const element = (name: string, text: string): string => `<${name}>${escapeXml(text)}</${name}>`;
const reference = (name: string, id: string | undefined): string =>
  id === undefined ? '' : element(name, asReference(id, name));

function openingXml(heading: NotificationHeading): string {
  const createdAt = element('CreDtTm', heading.createdAt.toISOString());
  const account = `<Acct><Id><Othr>${element('Id', heading.accountNumber)}</Othr></Id><Ccy>IDR</Ccy></Acct>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="${CAMT054_NAMESPACE}"><BkToCstmrDbtCdtNtfctn>
<GrpHdr>${reference('MsgId', heading.messageId)}${createdAt}</GrpHdr>
<Ntfctn>${reference('Id', heading.notificationId)}${createdAt}${account}
`;
}

function entryXml(row: MovementRow): string {
  const indicator = row.direction === 'credit' ? 'CRDT' : 'DBIT';
  const amount = `<Amt Ccy="IDR">${formatAmount(row.amountRupiah)}</Amt><CdtDbtInd>${indicator}</CdtDbtInd>`;
  const booked = `<Sts><Cd>BOOK</Cd></Sts><BookgDt>${element('Dt', row.bookedOn)}</BookgDt>`;
  // Domestic credit transfer, or its return.
  const kind = row.reasonCode === undefined ? 'DMCT' : 'RRTN';
  const code = `<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>${kind}</SubFmlyCd></Fmly></Domn></BkTxCd>`;
  const ids = reference('MsgId', row.originalMessageId) + reference('EndToEndId', row.endToEndId);
  const reason = row.reasonCode === undefined ? '' : `<RtrInf><Rsn>${element('Cd', row.reasonCode)}</Rsn></RtrInf>`;
  const details = `<NtryDtls><TxDtls><Refs>${ids}</Refs>${amount}${reason}</TxDtls></NtryDtls>`;
  return `<Ntry>${amount}${booked}${reference('AcctSvcrRef', row.reference)}${code}${details}</Ntry>\n`;
}

async function* notificationXml(
  heading: NotificationHeading,
  rows: AsyncIterable<MovementRow> | Iterable<MovementRow>,
): AsyncGenerator<string, void, undefined> {
  yield openingXml(heading);
  for await (const row of rows) yield entryXml(row);
  yield '</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>\n';
}

/**
 * Writes a notification of booked movements as camt.054.001.08, an entry to a row, and ends the stream. The same
 * notification gives the same bytes. Throws BANK_FILE_REFERENCE when an id does not fit.
 */
export async function writeCamt054(
  heading: NotificationHeading,
  rows: AsyncIterable<MovementRow> | Iterable<MovementRow>,
  writable: Writable,
): Promise<void> {
  await pipeline(Readable.from(inChunks(notificationXml(heading, rows))), writable);
}
