import type { BankFileKind } from '#persistence';

/** What a file's name says: which of the bank's answers it is, and to which message. */
export interface BankFileRoute {
  readonly kind: BankFileKind;
  /** MsgId of the order, with which every name begins. */
  readonly messageId: string;
  /** Which message of ISO 20022 it is; of a status only. */
  readonly message?: 'pain.002' | 'camt.054' | 'camt.053';
  /** It is no answer but a refusal of a file of ours. */
  readonly isRefusal?: true;
  /** ISO date up to which use was asked; of a usage report only. */
  readonly asOf?: string;
}

const STATUS = /^(?<messageId>[A-Z0-9-]+)\.(?:ack|duplicate-\d+|status-\d+)\.pain002\.xml$/;
const MOVEMENTS = /^(?<messageId>[A-Z0-9-]+)\.(?:movements|statement)-\d+\.(?<message>camt05[34])\.xml$/;
const USAGE = /^(?<messageId>[A-Z0-9-]+)\.usage-(?<asOf>\d{4}-\d{2}-\d{2})\.csv$/;
const RETURN = /^RTN-(?<rest>[A-Z0-9-]+?)(?:-E\d+)?\.return-report\.csv$/;
const REFUSAL =
  /^(?:(?<messageId>[A-Z0-9-]+)\.usage-request-\d{4}-\d{2}-\d{2}|RTN-(?<rest>[A-Z0-9-]+?)(?:-E\d+)?\.return)\.csv\.refused\.txt$/;
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
  return rest === undefined ? refusalRoute(name) : { kind: 'return', messageId: `AMN-${rest}` };
}

/** What a bank that can't read a file of ours lays down in place of the answer. */
function refusalRoute(name: string): BankFileRoute | undefined {
  const refused = REFUSAL.exec(name)?.groups;
  if (refused === undefined) return undefined;
  const { messageId, rest } = refused;
  return messageId === undefined
    ? { kind: 'return', messageId: `AMN-${rest ?? ''}`, isRefusal: true }
    : { kind: 'usage', messageId, isRefusal: true };
}

export const isPartial = (name: string): boolean => PARTIAL.test(name);

/** The return of an order has a message id of its own; those beside the deadline's are numbered from 1. */
export const returnIdOf = (messageId: string, number = 0): string =>
  messageId.replace(/^AMN-/, 'RTN-') + (number === 0 ? '' : `-E${number}`);

/** Which return of its order an id names. */
export const returnNumberOf = (returnId: string): number =>
  Number(/-E(?<number>\d{1,6})$/.exec(returnId)?.groups?.['number'] ?? 0);
