import { rowsOf } from '#persistence';
import { upgraded } from '../../../support/servers/earlier-database.js';

test('no case lies on a phone after the update, and what phones send is a record from then on', async () => {
  await upgraded('FieldPhones', [], async ({ manager }) => {
    expect(await rowsOf(manager, 'select id from field_lease')).toEqual([]);
    await expect(manager.query('delete from field_operation')).rejects.toThrow();
    await expect(manager.query('delete from field_conflict')).rejects.toThrow();
  });
});
