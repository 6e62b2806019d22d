import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { formatAmount } from './amount.js';
import { PAIN002_NAMESPACE, type StatusReportHeading, type StatusRow, type StatusTotal } from './pain002.js';
import { asReference, escapeXml, inChunks } from './xml-text.js';

/** A row as the bank writes it: under the block of the order that it answers. */
export interface ReportedRow extends StatusRow {
  /** PmtInfId of the order's block; the order's MsgId when not said. */
  readonly paymentInformationId?: string;
}

const reasonXml = (code: string | undefined): string =>
  code === undefined ? '' : `<StsRsnInf><Rsn><Cd>${escapeXml(code)}</Cd></Rsn></StsRsnInf>`;

function totalXml({ status, count, sumRupiah }: StatusTotal): string {
  const sum = sumRupiah === undefined ? '' : `<DtldCtrlSum>${formatAmount(sumRupiah)}</DtldCtrlSum>`;
  const counted = `<DtldNbOfTxs>${count}</DtldNbOfTxs><DtldSts>${escapeXml(status)}</DtldSts>`;
  return `<NbOfTxsPerSts>${counted}${sum}</NbOfTxsPerSts>`;
}

function openingXml(report: StatusReportHeading): string {
  const messageId = escapeXml(asReference(report.messageId, 'MsgId'));
  const original = escapeXml(asReference(report.originalMessageId, 'OrgnlMsgId'));
  const count = report.originalCount === undefined ? '' : `<OrgnlNbOfTxs>${report.originalCount}</OrgnlNbOfTxs>`;
  const sumRupiah = report.originalControlSumRupiah;
  const sum = sumRupiah === undefined ? '' : `<OrgnlCtrlSum>${formatAmount(sumRupiah)}</OrgnlCtrlSum>`;
  const status = report.groupStatus === undefined ? '' : `<GrpSts>${escapeXml(report.groupStatus)}</GrpSts>`;
  const totals = (report.totals ?? []).map(totalXml).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="${PAIN002_NAMESPACE}"><CstmrPmtStsRpt>
<GrpHdr><MsgId>${messageId}</MsgId><CreDtTm>${report.createdAt.toISOString()}</CreDtTm></GrpHdr>
<OrgnlGrpInfAndSts><OrgnlMsgId>${original}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>${count}${sum}${status}${reasonXml(report.reasonCode)}${totals}</OrgnlGrpInfAndSts>
`;
}

function rowXml(row: StatusRow): string {
  const amount =
    row.amountRupiah === undefined
      ? ''
      : `<OrgnlTxRef><Amt><InstdAmt Ccy="IDR">${formatAmount(row.amountRupiah)}</InstdAmt></Amt></OrgnlTxRef>`;
  const endToEndId = escapeXml(asReference(row.endToEndId, 'OrgnlEndToEndId'));
  const status = `<OrgnlEndToEndId>${endToEndId}</OrgnlEndToEndId><TxSts>${escapeXml(row.status)}</TxSts>`;
  return `<TxInfAndSts>${status}${reasonXml(row.reasonCode)}${amount}</TxInfAndSts>\n`;
}

const CLOSING = '</OrgnlPmtInfAndSts>';

async function* reportXml(
  report: StatusReportHeading,
  rows: AsyncIterable<ReportedRow> | Iterable<ReportedRow>,
): AsyncGenerator<string, void, undefined> {
  yield openingXml(report);
  let open: string | undefined;
  for await (const row of rows) {
    const block = row.paymentInformationId ?? report.originalMessageId;
    // A block may not stand empty of its original id, and a report on the group alone has none.
    if (block !== open) {
      yield `${open === undefined ? '' : CLOSING}<OrgnlPmtInfAndSts><OrgnlPmtInfId>${escapeXml(block)}</OrgnlPmtInfId>\n`;
    }
    open = block;
    yield rowXml(row);
  }
  yield `${open === undefined ? '' : CLOSING}</CstmrPmtStsRpt></Document>\n`;
}

/**
 * Writes a status report as pain.002.001.10 and ends the stream; without rows it speaks of the group alone. Rows of
 * one block come together. The same report gives the same bytes. Throws BANK_FILE_REFERENCE when an id does not fit.
 */
export async function writePain002(
  report: StatusReportHeading,
  rows: AsyncIterable<ReportedRow> | Iterable<ReportedRow>,
  writable: Writable,
): Promise<void> {
  await pipeline(Readable.from(inChunks(reportXml(report, rows))), writable);
}
