import {
  CaseRepository,
  DecreeRepository,
  DoubtPageRepository,
  inTransaction,
  rowOf,
  type StagedRow,
} from '#persistence';
import { openDoubts } from '../../support/factories/doubts.js';
import { aPaidList, aSentList } from '../../support/factories/families.js';
import { aLine, applyFile, instructionsOf } from '../../support/factories/orders.js';
import { aPeriod } from '../../support/factories/periods.js';
import { rowsFor } from '../../support/factories/rosters.js';
import { nextNumber } from '../../support/factories/sequence.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();

type Past = 'lapsed' | 'decided' | 'to_visit' | 'used' | 'failed';

/** A period of two months in which one family was paid, and what became of it. */
async function paid(rows: readonly StagedRow[], past: Past): Promise<void> {
  const period = await aPeriod(database.manager);
  const rosterId = await aSentList(database.source, period, rows);
  const { order } = await aPaidList(database.source, period, rosterId);
  const [id = ''] = await instructionsOf(database.source, order.id);
  await applyFile(database.source, order, 'status', [aLine(id, past === 'failed' ? 'failed' : 'credited')]);
  if (past === 'failed') return;
  await applyFile(database.source, order, 'usage', [aLine(id, past === 'used' ? 'transacted' : 'not_transacted')]);
  if (past === 'used') return;
  const desk = `desk:${nextNumber()}:`;
  await inTransaction(database.source, (manager) =>
    new CaseRepository(manager).openForOrder(order.id, desk, '2023-06-25'),
  );
  await database.asOwner((owner) =>
    owner.query(
      `update follow_up_case set state = $2, outcome = case $2 when 'decided' then 'transact' end,
              money_decided = case $2 when 'decided' then 'keep' end where period_id = $1`,
      [period.periodId, past],
    ),
  );
}

/** What is asked about the list of the next period. */
async function questionsAfter(...pasts: readonly Past[]) {
  const rows = rowsFor(1);
  for (const past of pasts) await paid(rows, past);
  const period = await aPeriod(database.manager);
  const rosterId = await aSentList(database.source, period, rows);
  await openDoubts(database.source, rosterId);
  const page = new DoubtPageRepository(database.manager);
  const found = await page.page({ rosterId, territories: ['ID'], kind: 'unused', limit: 10 });
  const draft = await new DecreeRepository(database.manager)
    .draft(period.periodId, period.cityCode, rosterId)
    .catch(() => undefined);
  return {
    rosterId,
    questions: found.map(({ basis, unusedMonths }) => [basis, unusedMonths]),
    isPaid: draft !== undefined,
  };
}

test('four months unused with nobody having decided: the family waits for two people, and is out until they have', async () => {
  expect(await questionsAfter('lapsed', 'lapsed')).toMatchObject({ questions: [['lapsed', 4]], isPaid: false });
});

test.each<[string, readonly Past[]]>([
  ['two months are no row yet', ['lapsed']],
  ['who was looked after is paid', ['lapsed', 'decided']],
  ['what was used breaks the row', ['lapsed', 'used', 'lapsed']],
  ['a period in which the bank failed is none of the family’s', ['lapsed', 'failed']],
])('%s', async (_what, pasts) => {
  expect(await questionsAfter(...pasts)).toMatchObject({ questions: [], isPaid: true });
});

test('a failed payment between does not break the row', async () => {
  expect(await questionsAfter('lapsed', 'failed', 'to_visit')).toMatchObject({ questions: [['to_visit', 4]] });
});

test('opened again it is one question', async () => {
  const { rosterId } = await questionsAfter('lapsed', 'lapsed', 'lapsed');
  await openDoubts(database.source, rosterId);
  const row = await rowOf<{ doubts: number; months: number }>(
    database.manager,
    `select count(*)::int as doubts, max(unused_months) as months from family_doubt where roster_id = $1 and kind = 'unused'`,
    [rosterId],
  );
  expect(row).toEqual({ doubts: 1, months: 6 });
});

test('the database lets nobody take the aid away at this desk', async () => {
  const { rosterId } = await questionsAfter('lapsed', 'lapsed');
  const excluded = database.asOwner((owner) =>
    owner.query(
      `update family_doubt set decision = 'excluded', proposed_by = (select min(id::text)::uuid from officer), proposed_round = 1
        where roster_id = $1`,
      [rosterId],
    ),
  );
  await expect(excluded).rejects.toThrow('family_doubt_unused');
});

test('a case says for how long, its own period included', async () => {
  const rows = rowsFor(1);
  for (const past of ['used', 'lapsed', 'failed', 'to_visit'] as const) await paid(rows, past);
  const newest = await rowOf<{ id: string }>(
    database.manager,
    `select c.id from follow_up_case c join period p on p.id = c.period_id order by p.months[1] desc limit 1`,
  );
  expect(await new CaseRepository(database.manager).unusedMonths(newest?.id ?? '')).toBe(4);
});
