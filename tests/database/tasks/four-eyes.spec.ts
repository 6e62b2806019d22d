import { inTransaction, TaskRepository } from '#persistence';
import { anOfficer } from '../../support/factories/officers.js';
import { nextNumber } from '../../support/factories/sequence.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const sign = (chain: string, officerId: string, capacity: 'prepare' | 'verify' | 'approve') =>
  inTransaction(database.source, (manager) => new TaskRepository(manager).sign(chain, officerId, capacity, null));

test('nobody signs one chain in two capacities, even past the rules', async () => {
  const { officerId } = await anOfficer(database.manager, 'ppk');
  const chain = `decree:${nextNumber()}`;
  await sign(chain, officerId, 'prepare');

  await expect(sign(chain, officerId, 'approve')).rejects.toMatchObject({ code: 'FOUR_EYES' });
  await expect(
    database.manager.query(
      `insert into signature (chain_key, officer_id, capacity, signed_at) values ($1, $2, 'verify', now())`,
      [chain, officerId],
    ),
  ).rejects.toThrow('four_eyes');
});

test('the same capacity again, another chain, or another person is fine', async () => {
  const [one, other] = [await anOfficer(database.manager, 'ppk'), await anOfficer(database.manager, 'kpa')];
  const chain = `decree:${nextNumber()}`;
  await sign(chain, one.officerId, 'prepare');
  await sign(chain, one.officerId, 'prepare');
  await sign(chain, other.officerId, 'approve');
  await sign(`decree:${nextNumber()}`, one.officerId, 'approve');
});

test('of two capacities signed at the same moment one stands', async () => {
  const { officerId } = await anOfficer(database.manager, 'ppk');
  const chain = `decree:${nextNumber()}`;

  const results = await Promise.allSettled([sign(chain, officerId, 'prepare'), sign(chain, officerId, 'approve')]);

  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});
