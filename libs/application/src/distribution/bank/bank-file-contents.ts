import type { EntityManager } from 'typeorm';
import {
  readCamt053,
  readCamt054,
  readPain002,
  readReturnReport,
  readUsageReport,
  type StatusReportHeading,
  type TreasuryDeposit,
} from '#channels';
import { DomainError, endOfJakartaDay, type ErrorDetails } from '#domain';
import {
  type BankLine,
  type GroupAnswer,
  type PaymentOrderRow,
  ProgrammeClockRepository,
  TreasuryReturnRepository,
} from '#persistence';
import { type BankFileRoute, returnIdOf, returnNumberOf } from './bank-file-route.js';
import { isPaid, isRefused, movementLines, returnLines, statusLines, usageLines } from './bank-lines.js';

/** What a file holds, before anything of it is kept. Reading the lines to their end checks what the file declares. */
export interface BankFileContents {
  /** ISO instant. */
  readonly saidAt: string;
  /** ISO date from which the deadline of a break counts. */
  readonly onDay: string;
  readonly lines: AsyncIterable<BankLine>;
  /** It names every instruction, so that one it leaves out is a silence. */
  readonly namesAll: boolean;
  /** The heading of a status report, whose word counts where no line speaks. */
  readonly heading?: StatusReportHeading;
  readonly deposit?: TreasuryDeposit;
  /** Which return of the order the deposit is of. */
  readonly returned?: { readonly key: string; readonly number: number };
}

const otherOrder = (details: ErrorDetails): DomainError =>
  new DomainError('BANK_FILE_ORDER', 'the file is about another order', details);

/** Opens a file and holds its heading against the order. Throws BANK_FILE_*, as reading its lines may. */
export async function openBankFile(
  manager: EntityManager,
  route: BankFileRoute,
  order: PaymentOrderRow,
  path: string,
): Promise<BankFileContents> {
  const today = await new ProgrammeClockRepository(manager).today();
  if (route.message === 'pain.002') return openStatus(order, path, today);
  if (route.kind === 'status') return openMovements(order, route.message, path, today);
  if (route.kind === 'usage') return openUsage(order, route.asOf ?? '', path, today);
  const { returnId, deposit, rows } = await readReturnReport(path);
  const number = returnNumberOf(returnId);
  const returnKey = await new TreasuryReturnRepository(manager).keyOf(order.id, number);
  if (returnKey === undefined || returnId !== returnIdOf(order.messageId, number))
    throw otherOrder({ found: returnId, expected: returnIdOf(order.messageId) });
  const onDay = deposit.depositedOn;
  return {
    saidAt: endOfJakartaDay(onDay).toISOString(),
    onDay,
    lines: returnLines(rows, onDay),
    namesAll: true,
    deposit,
    returned: { key: returnKey, number },
  };
}

async function openStatus(order: PaymentOrderRow, path: string, today: string): Promise<BankFileContents> {
  const { heading, rows } = await readPain002(path);
  if (heading.originalMessageId !== order.messageId) {
    throw otherOrder({ found: heading.originalMessageId, expected: order.messageId });
  }
  const lines = checkedTotals(statusLines(rows, order.executionOn ?? today), heading, order);
  return { saidAt: heading.createdAt.toISOString(), onDay: today, lines, namesAll: true, heading };
}

/** Money that left the payer's account, and what came back to it. The same movement told twice counts once. */
async function openMovements(
  order: PaymentOrderRow,
  message: BankFileRoute['message'],
  path: string,
  today: string,
): Promise<BankFileContents> {
  const { heading, rows } = await (message === 'camt.053' ? readCamt053(path) : readCamt054(path));
  const lines = movementLines(rows, order.messageId);
  return { saidAt: heading.createdAt.toISOString(), onDay: today, lines, namesAll: false };
}

async function openUsage(
  order: PaymentOrderRow,
  requestedDay: string,
  path: string,
  today: string,
): Promise<BankFileContents> {
  const { heading, rows } = await readUsageReport(path);
  if (heading.messageId !== order.messageId) throw otherOrder({ found: heading.messageId, expected: order.messageId });
  if (heading.asOf !== requestedDay || heading.asOf > today) {
    throw new DomainError('BANK_FILE_AS_OF', 'the report is about another day', {
      found: heading.asOf,
      expected: requestedDay,
    });
  }
  return {
    saidAt: endOfJakartaDay(requestedDay).toISOString(),
    onDay: requestedDay,
    lines: usageLines(rows),
    namesAll: true,
  };
}

/** Whether the report's totals of the whole order are the order's; undefined where it gives none. */
export function isOfWholeOrder(heading: StatusReportHeading, order: PaymentOrderRow): boolean | undefined {
  const { originalCount, originalControlSumRupiah } = heading;
  if (originalCount === undefined && originalControlSumRupiah === undefined) return undefined;
  return (
    (originalCount ?? order.families) === order.families &&
    (originalControlSumRupiah ?? BigInt(order.amountRupiah)) === BigInt(order.amountRupiah)
  );
}

/** Lines under totals of another order are not applied. Without lines the group's word is weighed instead. */
async function* checkedTotals(
  lines: AsyncIterable<BankLine>,
  heading: StatusReportHeading,
  order: PaymentOrderRow,
): AsyncGenerator<BankLine> {
  for await (const line of lines) {
    if (isOfWholeOrder(heading, order) === false) {
      throw otherOrder({ declared: heading.originalCount ?? 0, expected: order.families });
    }
    yield line;
  }
}

/** What the group's word makes of an order for which no line speaks. */
export type GroupWord = 'credited' | 'refused' | 'unclear' | 'nothing';

export function groupWord(heading: StatusReportHeading, order: PaymentOrderRow): GroupWord {
  const { groupStatus = '', reasonCode } = heading;
  if (isPaid(groupStatus)) return isOfWholeOrder(heading, order) === true ? 'credited' : 'unclear';
  // A second delivery of the same order is refused as a duplicate, and the first stands.
  if (!isRefused(groupStatus) || reasonCode === 'DU01') return 'nothing';
  return isOfWholeOrder(heading, order) === false ? 'unclear' : 'refused';
}

/** What that word says of each instruction; undefined where it says nothing of them. */
export function groupAnswer(
  word: GroupWord,
  { heading, onDay }: BankFileContents,
  order: PaymentOrderRow,
): GroupAnswer | undefined {
  if (word === 'credited') return { answer: 'credited', reason: null, onDate: order.executionOn ?? onDay };
  return word === 'refused' ? { answer: 'failed', reason: heading?.reasonCode ?? 'RJCT', onDate: null } : undefined;
}
