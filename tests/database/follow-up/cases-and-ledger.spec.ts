import fc from 'fast-check';
import { followUse } from '#application';
import {
  CaseClosingRepository,
  CaseRepository,
  inTransaction,
  LedgerRepository,
  PaymentOrderRepository,
  rowOf,
  rowsOf,
  TreasuryReturnRepository,
} from '#persistence';
import { aLine, anOrder, applyFile, instructionsOf } from '../../support/factories/orders.js';
import { nextNumber } from '../../support/factories/sequence.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();

/** How the days of an order's families can go after the cut-off: what the bank says next, and what people decide. */
const STEPS = ['use', 'decide keep', 'decide return', 'lapse', 'hold', 'return', 'look again'] as const;
type Step = (typeof STEPS)[number];
interface Life {
  readonly families: number;
  /** Bits: who had used the money at the cut-off. */
  readonly used: number;
  readonly steps: readonly (readonly [Step, number])[];
}
const life: fc.Arbitrary<Life> = fc.record({
  families: fc.integer({ min: 1, max: 5 }),
  used: fc.nat(31),
  steps: fc.array(fc.tuple(fc.constantFrom(...STEPS), fc.nat(4)), { maxLength: 8 }),
});

async function begun({ families, used }: Life) {
  const made = await anOrder(database.source, families);
  const order = await new PaymentOrderRepository(database.manager).find(made.order.id);
  const ids = await instructionsOf(database.source, order.id);
  await applyFile(
    database.source,
    order,
    'status',
    ids.map((id) => aLine(id)),
  );
  const isUsed = (at: number): boolean => ((used >> at) & 1) === 1;
  await usage(order, ids, (at) => isUsed(at));
  const cases = new CaseRepository(database.manager);
  const desks = await cases.openForOrder(order.id, `desk:${nextNumber()}:`, '2023-06-25');
  return { ...made, order, ids, deskIds: desks.map(({ workflowId }) => workflowId) };
}
type Made = Awaited<ReturnType<typeof begun>>;

const usage = (order: Made['order'], ids: readonly string[], isUsed: (at: number) => boolean) =>
  applyFile(
    database.source,
    order,
    'usage',
    ids.map((id, at) => (isUsed(at) ? aLine(id, 'transacted', { onDate: '2023-05-02' }) : aLine(id, 'not_transacted'))),
  );

const decided = ({ ids }: Made, at: number, money: 'keep' | 'return') =>
  database.manager.query(
    `update follow_up_case c set state = 'decided', money_decided = $2, decided_at = now(),
            outcome = case $2 when 'keep' then 'assist' else 'return_at_deadline' end
       from entitlement e where e.id = c.entitlement_id and e.end_to_end_id = $1 and c.state in ('to_visit', 'to_decide')`,
    [ids[at % ids.length], money],
  );

/** Everybody in the order who may be told, is: as the use cases do after each of these facts. */
async function live(made: Made, step: Step, at: number): Promise<void> {
  const { order, ids, deskIds } = made;
  const at_ = at % ids.length;
  if (step === 'use') await usage(order, ids, (one) => one === at_);
  if (step === 'decide keep') await decided(made, at, 'keep');
  if (step === 'decide return') await decided(made, at, 'return');
  if (step === 'lapse') for (const deskId of deskIds) await new CaseRepository(database.manager).lapse(deskId);
  if (step === 'hold')
    await inTransaction(database.source, (manager) => new TreasuryReturnRepository(manager).hold(order));
  if (step === 'return') {
    await applyFile(
      database.source,
      order,
      'return',
      ids.map((id) => aLine(id, 'returned')),
    );
  }
  await inTransaction(database.source, (manager) => followUse(manager, order));
  for (const deskId of deskIds) await new CaseClosingRepository(database.manager).closeAtDesk(deskId);
}

/** What must hold at every moment. */
async function contradictions({ order, periodId, cityCode }: Made): Promise<string[]> {
  const rows = await rowsOf<{ what: string }>(
    database.manager,
    `select 'credited, not used, and without a case' as what from entitlement e
      where e.order_id = $1 and e.state in ('not_transacted', 'held', 'returned')
        and not exists (select from follow_up_case c where c.entitlement_id = e.id)
     union all select 'a case without a family' from follow_up_case c
      where c.period_id = $2 and not exists (select from entitlement e join roster_row f on f.id = e.roster_row_id
                                               where e.id = c.entitlement_id and f.nik_hash is not null)
     union all select 'another amount than the ledger’s' from follow_up_case c join entitlement e on e.id = c.entitlement_id
      where c.period_id = $2 and c.amount_rupiah <> e.amount_rupiah
     union all select 'closed while its money is open, or open though it is settled' from follow_up_case c
       join entitlement e on e.id = c.entitlement_id
      where c.period_id = $2 and (c.closed_at is not null)
            <> (c.state in ('decided', 'used', 'lapsed') and e.state in ('transacted', 'returned'))
     union all select 'closed with another word than the ledger’s' from follow_up_case c join entitlement e on e.id = c.entitlement_id
      where c.period_id = $2 and c.closed_money <> case e.state when 'transacted' then 'used' else e.state end`,
    [order.id, periodId],
  );
  const balances = await new LedgerRepository(database.manager).balances(periodId, cityCode);
  const ofCases = await rowsOf<{ account: string; families: number; rupiah: string }>(
    database.manager,
    `select e.state as account, count(*)::int as families, sum(c.amount_rupiah)::text as rupiah
       from follow_up_case c join entitlement e on e.id = c.entitlement_id
      where c.period_id = $1 and e.state in ('not_transacted', 'held', 'returned') group by 1`,
    [periodId],
  );
  const posted = ['not_transacted', 'held', 'returned'].filter((account) => {
    const balance = balances.find((one) => one.account === account) ?? { families: 0, amountRupiah: '0' };
    const own = ofCases.find((one) => one.account === account) ?? { families: 0, rupiah: '0' };
    return balance.families !== own.families || balance.amountRupiah !== own.rupiah;
  });
  return [
    ...rows.map(({ what }) => what),
    ...posted.map((account) => `the ledger’s ${account} is not that of the cases`),
  ];
}

test('whatever bank and people do: each unused credit has its case, each case its family, and its money is the ledger’s', async () => {
  let closed = 0;
  await fc.assert(
    fc.asyncProperty(life, async (of) => {
      const made = await begun(of);
      expect(await contradictions(made)).toEqual([]);
      for (const [step, at] of of.steps) {
        await live(made, step, at);
        expect([step, await contradictions(made)]).toEqual([step, []]);
      }
      const count = await rowOf<{ cases: number }>(
        database.manager,
        'select count(closed_at)::int as cases from follow_up_case where period_id = $1',
        [made.periodId],
      );
      closed += count?.cases ?? 0;
    }),
    { numRuns: 25 },
  );
  expect(closed).toBeGreaterThan(0);
}, 240_000);

test('no case is closed while its money is open, with another word, or anew, not even by hand', async () => {
  const made = await begun({ families: 1, used: 0, steps: [] });
  const close = (money: string) =>
    database.manager.query(
      `update follow_up_case set state = 'lapsed', closed_at = now(), closed_money = $2 where period_id = $1`,
      [made.periodId, money],
    );
  await expect(close('used')).rejects.toThrow('does not confirm');
  await live(made, 'lapse', 0);
  await live(made, 'hold', 0);
  await expect(close('returned')).rejects.toThrow('does not confirm');
  await live(made, 'return', 0);
  const [found] = await new CaseRepository(database.manager).page({
    ...{ periodId: made.periodId, territories: ['32.75'], limit: 1 },
  });
  expect(found).toMatchObject({ state: 'lapsed', money: 'returned', closedAt: expect.any(Date) as Date });
  await expect(close('returned')).rejects.toThrow('stays as it is');
});
