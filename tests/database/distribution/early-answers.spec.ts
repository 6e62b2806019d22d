import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BankIntake } from '#application';
import type { BankMailbox } from '#channels';
import { DecreeOrderRepository, FileInboxReadModel, inTransaction, PaymentOrderRepository, rowsOf } from '#persistence';
import { aDecree } from '../../support/factories/orders.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const dir = mkdtempSync(join(tmpdir(), 'amanah-early-'));
afterAll(() => {
  rmSync(dir, { recursive: true, force: true });
});

const files = () =>
  rowsOf<{ name: string; state: string }>(database.manager, 'select name, state from bank_file order by name');

test('an answer to an order that was never sent from here lies in the outbox until the order is released', async () => {
  const { decreeId } = await aDecree(database.source, 3);
  const orders = new PaymentOrderRepository(database.manager);
  const { id, messageId } = await inTransaction(database.source, (manager) =>
    new DecreeOrderRepository(manager).draft(decreeId),
  );
  const name = `${messageId}.status-1.pain002.xml`;
  writeFileSync(join(dir, name), 'no message of a bank');
  const mailbox = {
    list: () => Promise.resolve([{ name, sizeBytes: 20, modifiedAt: new Date('2023-04-01T00:00:00Z') }]),
    fetch: (from: string, to: string) => {
      copyFileSync(join(dir, from), to);
      return Promise.resolve();
    },
  } as unknown as BankMailbox;
  const intake = new BankIntake(database.source, { exchangeDir: dir } as never);

  expect(await intake.look(mailbox)).toBe(0);
  expect(await files()).toEqual([]);
  expect(await intake.look(mailbox)).toBe(0);
  const inInbox = async () =>
    (await new FileInboxReadModel(database.manager).page({ territories: ['32.75'], text: messageId, limit: 5 })).map(
      ({ state, refusalCode }) => ({ state, refusalCode }),
    );
  expect(await inInbox()).toEqual([{ state: 'waiting', refusalCode: null }]);
  expect((await orders.find(id)).state).toBe('drafted');

  await inTransaction(database.source, (manager) => new PaymentOrderRepository(manager).release(id));
  expect(await intake.look(mailbox)).toBe(1);
  expect(await files()).toEqual([{ name, state: 'refused' }]);
  expect(await intake.look(mailbox)).toBe(0);
  expect(await inInbox()).toEqual([{ state: 'refused', refusalCode: 'BANK_FILE_UNREADABLE' }]);
});
