import {
  DecreeOrderRepository,
  BankFileRepository,
  type BankFileKind,
  type BankLine,
  DecreeRepository,
  inTransaction,
  PaymentOrderRepository,
  type PaymentOrderRow,
  rowsOf,
} from '#persistence';
import type { DataSource } from 'typeorm';
import { aPeriod, type MadePeriod, type PeriodWishes } from './periods.js';
import { aVerifiedRoster, rowsFor, streamed } from './rosters.js';
import { nextNumber } from './sequence.js';

export interface MadeOrder extends MadePeriod {
  readonly decreeId: string;
  readonly order: PaymentOrderRow;
}

/** A ratified decree over this many families of a quota that is larger by two. */
export async function aDecree(
  database: DataSource,
  families = 6,
  more: Pick<PeriodWishes, 'channel'> = {},
): Promise<MadePeriod & { decreeId: string }> {
  const period = await aPeriod(database.manager, { quota: families + 2, ...more });
  const rosterId = await aVerifiedRoster(database, period, rowsFor(families));
  const decreeId = await inTransaction(database, async (manager) => {
    const decrees = new DecreeRepository(manager);
    const { id } = await decrees.draft(period.periodId, period.cityCode, rosterId);
    await decrees.ratify(id);
    return id;
  });
  return { ...period, decreeId };
}

/** An order the treasurer has released; its families stand as ordered. */
export async function anOrder(
  database: DataSource,
  families = 6,
  more: Pick<PeriodWishes, 'channel'> = {},
): Promise<MadeOrder> {
  const decree = await aDecree(database, families, more);
  const order = await inTransaction(database, async (manager) => {
    const orders = new PaymentOrderRepository(manager);
    const { id } = await new DecreeOrderRepository(manager).draft(decree.decreeId);
    await orders.release(id);
    return orders.find(id);
  });
  return { ...decree, order };
}

/** EndToEndIds of the order in the order of the list. */
export async function instructionsOf(database: DataSource, orderId: string): Promise<string[]> {
  const rows = await rowsOf<{ endToEndId: string }>(
    database.manager,
    'select end_to_end_id as "endToEndId" from entitlement where order_id = $1 order by id',
    [orderId],
  );
  return rows.map(({ endToEndId }) => endToEndId);
}

/** A line that says what the bank usually says; change what the spec is about. */
export const aLine = (
  endToEndId: string,
  answer: BankLine['answer'] = 'credited',
  more: Partial<BankLine> = {},
): BankLine => ({
  endToEndId,
  answer,
  reason: answer === 'failed' ? 'AC04' : null,
  onDate: answer === 'credited' ? '2023-03-20' : null,
  amountRupiah: '400000',
  ...more,
});

const FIRST_WORD = Date.parse('2023-12-01T00:00:00Z');

/** Takes in a file of these lines, in a transaction of its own. The same `sha256` is the same file; a later call is a later word. */
export async function applyFile(
  database: DataSource,
  order: PaymentOrderRow,
  kind: BankFileKind,
  lines: readonly BankLine[],
  sha256 = `sha-${nextNumber()}`,
  saidAt = new Date(FIRST_WORD + nextNumber() * 1_000).toISOString(),
): Promise<Record<string, number> | undefined> {
  const file = { name: `${sha256}.xml`, kind, sha256, saidAt, breakDueOn: '2023-04-01', namesAll: true };
  return inTransaction(database, (manager) => new BankFileRepository(manager).apply(order, file, streamed(lines)));
}

/** An order whose families are all credited, and none has used the money; `ids` are their EndToEndIds. */
export async function anUnusedOrder(database: DataSource, families: number): Promise<MadeOrder & { ids: string[] }> {
  const made = await anOrder(database, families);
  const ids = await instructionsOf(database, made.order.id);
  const credited = ids.map((id) => aLine(id));
  await applyFile(database, made.order, 'status', credited);
  const unused = ids.map((id) => aLine(id, 'not_transacted'));
  await applyFile(database, made.order, 'usage', unused);
  return { ...made, ids };
}
