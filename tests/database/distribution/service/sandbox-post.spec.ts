import { ServiceAreaRepository } from '#persistence';
import { prepare } from '../../../../apps/cli/src/prepare/prepare.js';
import { useDatabase } from '../../../support/factories/use-database.js';

const database = useDatabase(2);
const services = async () =>
  (await new ServiceAreaRepository(database.manager).list()).map(({ channel, territoryCode, mailbox, state }) => [
    ...[channel, territoryCode, mailbox, state],
  ]);

test('a sandbox that reaches a post office pays everywhere by it; a repeat adds none, and one that reaches none has none', async () => {
  const config = { databaseUrl: database.url, sandbox: true };
  await prepare(config);
  expect(await services()).toEqual([]);
  const mailboxes = { bank: {}, pos: {} };
  await prepare({ ...config, mailboxes });
  await prepare({ ...config, mailboxes });
  expect(await services()).toEqual([['post', 'ID', 'pos', 'adopted']]);
});
