import { ServiceAreaRepository } from '#persistence';
import { upgraded } from '../../../support/servers/earlier-database.js';

test('orders that were made before there were service areas stay with the bank of the rules', () =>
  upgraded('ServiceAreas', [], async ({ manager }) => {
    expect(await new ServiceAreaRepository(manager).list()).toEqual([]);
    const columns = (await manager.query(
      `select is_nullable as "mayBeNull" from information_schema.columns where table_name = 'payment_order' and column_name = 'area_id'`,
    )) as unknown;
    expect(columns).toEqual([{ mayBeNull: 'YES' }]);
  }));
