import { rowsOf } from '#persistence';
import { aDecree, aLine, anOrder, applyFile, instructionsOf } from '../../support/factories/orders.js';
import { nextNumber } from '../../support/factories/sequence.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();

/** A second entitlement for the family of an existing one, as a faulty or hurried program would write it. */
const payAgain = (decreeId: string) =>
  rowsOf(
    database.manager,
    `insert into entitlement (period_id, city_code, decree_id, roster_row_id, kpm_code, kelurahan_code, purpose, nik_hash,
                              amount_rupiah, state, end_to_end_id)
     select period_id, city_code, decree_id, roster_row_id + 1000000 * $2::int, kpm_code, kelurahan_code, purpose, nik_hash,
            amount_rupiah, 'decreed', 'AGAIN' || $2 from entitlement where decree_id = $1 order by id limit 1 returning id`,
    [decreeId, nextNumber()],
  );

beforeAll(() =>
  database.asOwner((manager) =>
    manager.query('alter table entitlement drop constraint if exists fk_entitlement_roster_row_id'),
  ),
);

test('a family has one live payment per period and purpose', async () => {
  const { decreeId } = await aDecree(database.source, 2);
  await expect(payAgain(decreeId)).rejects.toThrow('uq_one_live_payment');
});

test('when a payment failed for good, the family may be paid again, once', async () => {
  const { decreeId, order } = await anOrder(database.source, 1);
  const [family = ''] = await instructionsOf(database.source, order.id);
  await applyFile(database.source, order, 'status', [aLine(family, 'failed')]);

  await expect(payAgain(decreeId)).resolves.toHaveLength(1);
  await expect(payAgain(decreeId)).rejects.toThrow('uq_one_live_payment');
});

test.each(['credited', 'pending'] as const)('a payment that is %s keeps a second one out', async (toState) => {
  const { decreeId, order } = await anOrder(database.source, 1);
  const [family = ''] = await instructionsOf(database.source, order.id);
  await applyFile(database.source, order, 'status', [aLine(family, toState)]);

  await expect(payAgain(decreeId)).rejects.toThrow('uq_one_live_payment');
});
