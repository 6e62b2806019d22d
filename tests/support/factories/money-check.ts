import { isExplained, NATION } from '#domain';
import { ConservationRepository, LedgerRepository } from '#persistence';
import type { EntityManager } from 'typeorm';
import { rowsOf } from '#persistence';
import type { MadePeriod } from './periods.js';

/** Families per state, as their rows say. */
export async function statesOf(manager: EntityManager, periodId: string): Promise<Record<string, number>> {
  const rows = await rowsOf<{ state: string; families: number }>(
    manager,
    'select state, count(*)::int as families from entitlement where period_id = $1 group by state',
    [periodId],
  );
  return Object.fromEntries(rows.map(({ state, families }) => [state, families]));
}

export async function breaksOf(manager: EntityManager, orderId: string) {
  return rowsOf<{ endToEndId: string; type: string; state: string }>(
    manager,
    'select end_to_end_id as "endToEndId", type, state from reconciliation_break where order_id = $1 order by id',
    [orderId],
  );
}

/** Both identities hold in every tier, and the ledger counts each state as the families' rows do. */
export async function expectEveryRupiahExplained(
  manager: EntityManager,
  { periodId, cityCode }: MadePeriod,
): Promise<void> {
  const money = new ConservationRepository(manager);
  expect(await money.unexplained(periodId, cityCode)).toEqual([]);
  expect(isExplained(await money.of(periodId, NATION))).toBe(true);
  const balances = await new LedgerRepository(manager).balances(periodId, cityCode);
  const rows = await rowsOf<{ account: string; families: number; amountRupiah: string }>(
    manager,
    `select state as account, count(*)::int as families, sum(amount_rupiah)::text as "amountRupiah"
       from entitlement where period_id = $1 and state <> 'reissued' group by state order by state`,
    [periodId],
  );
  const ofFamilies = balances.filter(
    ({ account, families }) => account !== 'appropriation' && account !== 'unallocated' && families !== 0,
  );
  expect(ofFamilies).toEqual(rows);
  await expectCitySumsOfPostings(manager, periodId);
}

/** What is kept of each movement for its city is what a plain sum of its postings says. */
export async function expectCitySumsOfPostings(manager: EntityManager, periodId: string): Promise<void> {
  const sums = (from: string) =>
    rowsOf(
      manager,
      `select t.id, t.city_code, s.account, sum(s.families)::int as families, sum(s.amount_rupiah)::text as rupiah
         from ${from} s join ledger_transaction t on t.id = s.transaction_id where t.period_id = $1
        group by 1, 2, 3 having sum(s.families) <> 0 or sum(s.amount_rupiah) <> 0 order by 1, 3`,
      [periodId],
    );
  expect(await sums('city_posting')).toEqual(await sums('posting'));
}
