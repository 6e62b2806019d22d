import { rowsOf } from '#persistence';
import { upgraded } from '../../support/servers/earlier-database.js';

test('a database of before wakes its diary when a spot check is drawn', () =>
  upgraded('SpotCheckReminders1800008000000', [], async ({ manager }) => {
    const found = await rowsOf(
      manager,
      `select from pg_trigger where tgname = 'tell_diary' and tgrelid = 'spot_check'::regclass`,
    );
    expect(found).toHaveLength(1);
  }));
