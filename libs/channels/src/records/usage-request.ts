import type { Writable } from 'node:stream';
import { mapRecords, openRecords, writeRecords } from './record-file.js';

/** Asks the bank which families of an order have used their money by a day. */
export interface UsageRequest {
  readonly requestId: string;
  /** MsgId of the order asked about. */
  readonly messageId: string;
  /** ISO date; what happened up to its end is to be reported. */
  readonly asOf: string;
}

/** Writes the request as one heading line and a trailer. The same request gives the same bytes. */
export async function writeUsageRequest(request: UsageRequest, writable: Writable): Promise<void> {
  const heading = [request.requestId, request.messageId, request.asOf];
  await writeRecords('USAGE-REQUEST', heading, [], () => [], writable);
}

/** Reads a request. Throws BANK_FILE_INCOMPLETE or BANK_FILE_UNREADABLE. */
export async function readUsageRequest(path: string): Promise<UsageRequest> {
  const { heading, rows } = await openRecords(path, 'USAGE-REQUEST');
  const nothing = mapRecords(
    rows,
    (record) => {
      throw record.refuse('record');
    },
    () => undefined,
  );
  await nothing.next();
  return {
    requestId: heading.text(2, 'requestId'),
    messageId: heading.text(3, 'messageId'),
    asOf: heading.date(4, 'asOf'),
  };
}
