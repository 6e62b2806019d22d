import { CaseRepository } from '#persistence';
import { anOrder } from '../../support/factories/orders.js';
import { nextNumber } from '../../support/factories/sequence.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();

test('a desk counts what was decided after a day of Jakarta, beside all that was decided', async () => {
  const { order, ...period } = await anOrder(database.source, 3);
  await database.manager.query(`update entitlement set state = 'not_transacted' where order_id = $1`, [order.id]);
  const cases = new CaseRepository(database.manager);
  await cases.openForOrder(order.id, `desk:${nextNumber()}:`, '2023-06-25');
  // The first minute of 11 March in Jakarta is still the tenth in UTC.
  await database.manager.query(
    `update follow_up_case c set state = 'decided', decided_at = moments.at
       from (select id, row_number() over (order by id) as n from follow_up_case where period_id = $1) numbered
       join (values (1, timestamptz '2023-03-10T23:59:00+07:00'), (2, timestamptz '2023-03-11T00:01:00+07:00')) moments(n, at)
         using (n)
      where c.id = numbered.id`,
    [period.periodId],
  );

  const desks = await cases.desks(period.periodId, ['32.75'], '2023-03-10');
  const sum = (of: (desk: (typeof desks)[number]) => number) => desks.reduce((total, desk) => total + of(desk), 0);
  expect([sum(({ cases: all }) => all), sum(({ decided }) => decided), sum((desk) => desk.decidedLately)]).toEqual([
    3, 2, 1,
  ]);
});
