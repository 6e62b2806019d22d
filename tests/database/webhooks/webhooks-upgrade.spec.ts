import { rowsOf } from '#persistence';
import { upgraded } from '../../support/servers/earlier-database.js';

test('a database of before has no receivers, and tells of facts from now on', () =>
  upgraded('Webhooks1804000000000', [], async ({ manager }) => {
    expect(await rowsOf(manager, 'select from webhook_endpoint')).toEqual([]);
    const triggers = await rowsOf<{ table: string }>(
      manager,
      `select tgrelid::regclass::text as table from pg_trigger where tgname like 'tell_webhooks%' order by 1`,
    );
    expect(triggers.map(({ table }) => table)).toEqual([
      'decree',
      'follow_up_case',
      'follow_up_case',
      'payment_order',
      'task_decision',
    ]);
  }));
