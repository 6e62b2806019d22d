import { ExecutionDays } from '#application';
import { DecreeOrderRepository, inTransaction, PaymentOrderRepository, rowsOf } from '#persistence';
import { loadWorkingCalendar } from '#policies';
import { anOfficer } from '../../support/factories/officers.js';
import { aDecree } from '../../support/factories/orders.js';
import { setToday } from '../../support/factories/task-services.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const days = () => new ExecutionDays(database.source, loadWorkingCalendar());

/** A drafted order, and its release as the worker carries it out. */
async function aDraft() {
  const { decreeId } = await aDecree(database.source, 2);
  const { id } = await new DecreeOrderRepository(database.manager).draft(decreeId);
  return {
    find: () => new PaymentOrderRepository(database.manager).find(id),
    release: async () => {
      await days().plan(id);
      await inTransaction(database.source, (manager) => new PaymentOrderRepository(manager).release(id));
    },
  };
}

test.each([
  ['a working day', '2023-03-20', '2023-03-20'],
  ['a Saturday', '2023-03-25', '2023-03-27'],
  ['the Saturday of Idul Fitri, before its collective leave', '2023-04-22', '2023-04-26'],
  ['a public holiday and its collective leave', '2023-03-22', '2023-03-24'],
])('an order released on %s is for the first bank day', async (_what, today, executionOn) => {
  const order = await aDraft();
  await setToday(database.source, today);
  await order.release();
  expect(await order.find()).toMatchObject({ state: 'released', executionOn });
});

test('releasing again on a later day leaves the day as the bank was told', async () => {
  const order = await aDraft();
  await setToday(database.source, '2023-04-22');
  await order.release();
  await setToday(database.source, '2023-05-02');
  await order.release();
  expect((await order.find()).executionOn).toBe('2023-04-26');
});

test('a holiday of the whole country moves it, one of a city does not', async () => {
  const { officerId } = await anOfficer(database.manager, 'programme_officer');
  await rowsOf(
    database.manager,
    `insert into territory_holiday (territory_code, day, name, source, added_by, added_at)
     select place, day::date, 'Made-up', 'Made-up', $1, now() from (values ('ID', '2023-05-03'), ('32.75', '2023-05-04')) h (place, day)`,
    [officerId],
  );
  await setToday(database.source, '2023-05-03');
  expect(await days().next(database.manager)).toBe('2023-05-04');
});

test('in a year whose holidays nobody knows, no day is made up', async () => {
  await setToday(database.source, '2031-01-04');
  expect(await days().next(database.manager)).toBeNull();
});
