import { DecreeRepository, inTransaction, rowsOf, TaskRepository } from '#persistence';
import { drawOnMandate } from '#application';
import { balanceOf, cityMandate, families, giveSlice, KECAMATAN } from '../../support/factories/mandates.js';
import { anOfficer } from '../../support/factories/officers.js';
import { aPeriod } from '../../support/factories/periods.js';
import { aVerifiedRoster, rowsFor } from '../../support/factories/rosters.js';
import { aNewTask, openTask } from '../../support/factories/tasks.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();

/** A decree of nine families, three in each of three kelurahan, two of which lie in one kecamatan; and its ratification. */
async function aDecree(sliceCeiling: number) {
  const period = await aPeriod(database.manager, { quota: 20 });
  const root = await cityMandate(database.source, period);
  const slice = await giveSlice(database.source, root, { ceiling: families(sliceCeiling) });
  const rosterId = await aVerifiedRoster(database.source, period, rowsFor(9));
  const decree = await new DecreeRepository(database.manager).draft(period.periodId, period.cityCode, rosterId);
  const measure = { families: decree.families, amountRupiah: decree.amountRupiah };
  const task = aNewTask(period, { kind: 'closing.ratify', subjectId: decree.id, ...measure });
  const { taskId } = await openTask(database.source, task);
  const { officerId } = await anOfficer(database.manager, 'kpa');
  const ratify = () =>
    inTransaction(database.source, async (manager) =>
      drawOnMandate(manager, await new TaskRepository(manager).lock(taskId), { outcome: 'approved', officerId }),
    );
  return { decree, root, slice, ratify };
}

test('a decree draws on the slice what lies in the slice, and on the city all of it', async () => {
  const { root, slice, ratify } = await aDecree(6);
  await ratify();
  await ratify();
  expect(await balanceOf(database.source, slice)).toEqual({ used: 6, bound: 0, left: 0 });
  expect(await balanceOf(database.source, root)).toEqual({ used: 9, bound: 0, left: 11 });
});

test('a decree with more families in the slice than the slice allows is refused whole', async () => {
  const { root, slice, ratify } = await aDecree(5);
  await expect(ratify()).rejects.toMatchObject({ code: 'MANDATE_CEILING', details: { families: 5 } });
  expect(await balanceOf(database.source, slice)).toMatchObject({ used: 0 });
  expect(await balanceOf(database.source, root)).toMatchObject({ used: 0 });
});

test('families are counted where ratifying will put them', async () => {
  const { decree } = await aDecree(6);
  const before = await new DecreeRepository(database.manager).byKelurahan(decree.id);
  await inTransaction(database.source, (manager) => new DecreeRepository(manager).ratify(decree.id));
  const after = await rowsOf(
    database.manager,
    `select kelurahan_code as "territoryCode", count(*)::int as families, sum(amount_rupiah)::text as "amountRupiah"
       from entitlement where decree_id = $1 group by 1 order by 1`,
    [decree.id],
  );
  expect(before).toEqual(after);
  expect(before.filter(({ territoryCode }) => territoryCode.startsWith(KECAMATAN))).toHaveLength(2);
});
