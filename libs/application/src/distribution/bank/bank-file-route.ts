import type { BankFileKind } from '#persistence';

/** What a file's name says: which of the bank's answers it is, and to which message. */
export interface BankFileRoute {
  readonly kind: BankFileKind;
  /** MsgId of the order, with which every name begins. */
  readonly messageId: string;
  /** Which message of ISO 20022 it is; of a status only. */
  readonly message?: 'pain.002' | 'camt.054' | 'camt.053';
  /** ISO date up to which use was asked; of a usage report only. */
  readonly asOf?: string;
}

const STATUS = /^(?<messageId>[A-Z0-9-]+)\.(?:ack|duplicate-\d+|status-\d+)\.pain002\.xml$/;
const MOVEMENTS = /^(?<messageId>[A-Z0-9-]+)\.(?:movements|statement)-\d+\.(?<message>camt05[34])\.xml$/;
const USAGE = /^(?<messageId>[A-Z0-9-]+)\.usage-(?<asOf>\d{4}-\d{2}-\d{2})\.csv$/;
const RETURN = /^RTN-(?<rest>[A-Z0-9-]+)\.return-report\.csv$/;
/** Still being written by whoever puts it there; its whole name comes later. */
const PARTIAL = /\.(?:filepart|part|tmp|swp)$|^\./;

/** The layout of names is agreed with the bank; undefined for any other. */
export function bankFileRoute(name: string): BankFileRoute | undefined {
  const status = STATUS.exec(name)?.groups;
  if (status !== undefined) return { kind: 'status', messageId: status['messageId'] ?? '', message: 'pain.002' };
  const movements = MOVEMENTS.exec(name)?.groups;
  if (movements !== undefined) {
    const message = movements['message'] === 'camt053' ? 'camt.053' : 'camt.054';
    return { kind: 'status', messageId: movements['messageId'] ?? '', message };
  }
  const usage = USAGE.exec(name)?.groups;
  if (usage !== undefined) {
    return { kind: 'usage', messageId: usage['messageId'] ?? '', asOf: usage['asOf'] ?? '' };
  }
  const rest = RETURN.exec(name)?.groups?.['rest'];
  return rest === undefined ? undefined : { kind: 'return', messageId: `AMN-${rest}` };
}

export const isPartial = (name: string): boolean => PARTIAL.test(name);

/** The return of an order has a message id of its own. */
export const returnIdOf = (messageId: string): string => messageId.replace(/^AMN-/, 'RTN-');
