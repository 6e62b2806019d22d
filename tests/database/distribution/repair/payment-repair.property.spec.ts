import fc from 'fast-check';
import type { RepairAction } from '#domain';
import {
  type BankLine,
  BreakSettlementRepository,
  FailedPaymentRepository,
  inTransaction,
  PaymentOrderRepository,
  ReissueRepository,
  rowsOf,
} from '#persistence';
import { expectEveryRupiahExplained } from '../../../support/factories/money-check.js';
import { anOfficer, type MadeOfficer } from '../../../support/factories/officers.js';
import { aLine, anOrder, applyFile, type MadeOrder } from '../../../support/factories/orders.js';
import { useDatabase } from '../../../support/factories/use-database.js';

const database = useDatabase();
const FAMILIES = 4;
let operator: MadeOfficer;
beforeAll(async () => {
  operator = await anOfficer(database.manager, 'dinsos_operator', { territoryCode: '32.75' });
});

type Word = 'credited' | 'failed' | 'pending';
type Event =
  /** The bank writes about one of the orders, whichever there are, in any order and as often as it likes. */
  | { readonly what: 'bank'; readonly order: number; readonly words: readonly Word[] }
  | { readonly what: 'repair'; readonly order: number; readonly actions: readonly RepairAction[] }
  | { readonly what: 'release' }
  | { readonly what: 'settle' };

const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    what: fc.constant('bank' as const),
    order: fc.nat({ max: 5 }),
    words: fc.array(fc.constantFrom<Word>('credited', 'failed', 'failed', 'pending'), {
      minLength: FAMILIES,
      maxLength: FAMILIES,
    }),
  }),
  fc.record({
    what: fc.constant('repair' as const),
    order: fc.nat({ max: 5 }),
    actions: fc.array(fc.constantFrom<RepairAction>('send_again', 'send_again', 'new_account', 'give_up'), {
      minLength: FAMILIES,
      maxLength: FAMILIES,
    }),
  }),
  fc.record({ what: fc.constant('release' as const) }),
  fc.record({ what: fc.constant('settle' as const) }),
);

const orderIds = async ({ periodId }: MadeOrder): Promise<string[]> =>
  (await new PaymentOrderRepository(database.manager).ofPeriod(periodId)).map(({ id }) => id);

async function happen(made: MadeOrder, happening: Event): Promise<void> {
  const ids = await orderIds(made);
  if (happening.what === 'bank') return writes(ids[happening.order % ids.length] ?? '', happening.words);
  if (happening.what === 'repair') return repairs(ids[happening.order % ids.length] ?? '', happening.actions);
  for (const id of ids) await (happening.what === 'release' ? release(id) : settle(id));
}

async function writes(orderId: string, words: readonly Word[]): Promise<void> {
  const order = await new PaymentOrderRepository(database.manager).find(orderId);
  if (order.state === 'drafted') return;
  const rows = await rowsOf<{ id: string }>(
    database.manager,
    'select end_to_end_id as id from entitlement where order_id = $1 order by id',
    [orderId],
  );
  const lines: BankLine[] = rows.map(({ id }, index) => aLine(id, words[index] ?? 'pending'));
  await applyFile(database.source, order, 'status', lines);
}

async function repairs(orderId: string, actions: readonly RepairAction[]): Promise<void> {
  await inTransaction(database.source, async (manager) => {
    const failed = new FailedPaymentRepository(manager);
    const order = await new PaymentOrderRepository(manager).find(orderId);
    const page = await failed.page(orderId, { territories: ['ID'], limit: FAMILIES });
    for (const [index, { id }] of page.entries()) {
      const action = actions[index] ?? 'give_up';
      const account =
        action === 'new_account'
          ? { payeeSealed: Buffer.from(`sealed ${id}`), accountHash: Buffer.from(id.padEnd(16)) }
          : {};
      await failed.save(orderId, operator.officerId, {
        entitlementId: id,
        action,
        explanation: 'Surat bank',
        ...account,
      });
    }
    await new ReissueRepository(manager).reissue(order, order.repairRound);
  });
}

const release = (orderId: string): Promise<void> =>
  inTransaction(database.source, async (manager) => {
    const orders = new PaymentOrderRepository(manager);
    if ((await orders.find(orderId)).state === 'drafted') await orders.release(orderId);
  });

/** Two people settle every open break, as the first of what its type allows. */
const settle = (orderId: string): Promise<void> =>
  inTransaction(database.source, async (manager) => {
    const breaks = new BreakSettlementRepository(manager);
    const open = await rowsOf<{ id: string; type: string }>(
      manager,
      `select id, type from reconciliation_break where order_id = $1 and state = 'open'`,
      [orderId],
    );
    for (const { id, type } of open) {
      const resolution = type === 'paid_twice' || type === 'unmatched_external' ? 'explained' : 'failed';
      await breaks.propose(id, operator.officerId, { resolution, explanation: 'Surat bank' });
    }
    await breaks.settle(await new PaymentOrderRepository(manager).find(orderId), '2023-06-01');
  });

/** No family has two payments that may still reach it, and none has lost its row. */
async function everyFamilyOnce({ periodId }: MadeOrder): Promise<void> {
  const rows = await rowsOf<{ live: number; heads: number }>(
    database.manager,
    `select count(*) filter (where live)::int as live, count(*) filter (where state <> 'reissued')::int as heads
       from entitlement where period_id = $1 group by nik_hash`,
    [periodId],
  );
  expect(rows).toHaveLength(FAMILIES);
  for (const { live, heads } of rows) {
    expect(live).toBeLessThanOrEqual(1);
    expect(heads).toBe(1);
  }
}

test('whatever the bank says of which order, and whatever is repaired when, every rupiah is explained and no family is paid twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 10 }), async (events) => {
      const made = await anOrder(database.source, FAMILIES);
      for (const happening of events) {
        await happen(made, happening);
        await expectEveryRupiahExplained(database.manager, made);
        await everyFamilyOnce(made);
      }
    }),
    { numRuns: Number(process.env['AMANAH_RUNS'] ?? 20) },
  );
}, 120_000);
