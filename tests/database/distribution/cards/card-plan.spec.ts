import { CardFollowRepository, CardListReadModel } from '#persistence';
import { KELURAHAN } from '../../../support/factories/cards.js';
import { anOfficer } from '../../../support/factories/officers.js';
import { planOf } from '../../../support/factories/query-plan.js';
import { useDatabase } from '../../../support/factories/use-database.js';

const database = useDatabase();
const NATION = { banks: [], territories: ['ID'] };

test('lists are read along their order, and late cards and those of a family by an index', async () => {
  const bank = await anOfficer(database.manager, 'bank_officer');
  await database.asOwner(async (owner) => {
    await owner.query('alter table card disable trigger card_heard');
    await owner.query(
      `insert into card (bank_office_id, ref, number_hash, number_tail, number_sealed, nik_hash, territory_code, state, since, due_on)
       select o.id, 'BANYAK-' || n, sha256(n::text::bytea), '0000', '\\x01', '\\x01', $1, 'at_place', date '2022-01-01' + n % 400, '2999-01-01'
         from office o cross join generate_series(1, 20000) n where o.name = $2`,
      [KELURAHAN, bank.appointments[0]?.officeName],
    );
    await owner.query('alter table card enable trigger card_heard');
    await owner.query('analyze card');
  });
  const page = (sort: 'since' | 'place') =>
    planOf(database.manager, (manager) => new CardListReadModel(manager).page(NATION, {}, { limit: 51, sort }));
  expect(await page('since')).toContain('ix_card_since');
  expect(await page('place')).toContain('ix_card_place');
  const late = await planOf(database.manager, (manager) => new CardFollowRepository(manager).hearOfLate());
  expect(late).toContain('ix_card_due');
  // Each word that an officer says looks for cards without a day: not among all of them.
  const undated = await planOf(database.manager, (manager) => new CardFollowRepository(manager).staysWithoutDay());
  expect(undated).toContain('ix_card_undated');
});
