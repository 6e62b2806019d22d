import { CommandReceiptRepository, inTransaction } from '#persistence';
import { anOfficer } from '../../support/factories/officers.js';
import { nextNumber } from '../../support/factories/sequence.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();

/** Runs a command as the API does and says how often its work was done. */
async function command(officerId: string, key: string, hash: string, work: { done: number }): Promise<unknown> {
  return inTransaction(database.source, async (manager) => {
    const receipts = new CommandReceiptRepository(manager);
    const first = await receipts.take({ officerId, key, requestHash: hash });
    if (first !== undefined) return first.response;
    work.done += 1;
    const response = { answer: work.done };
    await receipts.keep({ officerId, key, requestHash: hash }, { status: 200, response });
    return response;
  });
}

test('the same key gets the same answer and the work is done once, however many send it at once', async () => {
  const { officerId } = await anOfficer(database.manager, 'ppk');
  const [key, work] = [`key-${nextNumber()}`, { done: 0 }];

  const answers = await Promise.all(Array.from({ length: 8 }, () => command(officerId, key, 'hash', work)));

  expect(work.done).toBe(1);
  expect(answers).toEqual(answers.map(() => ({ answer: 1 })));
});

test('the same key with another request is refused', async () => {
  const { officerId } = await anOfficer(database.manager, 'ppk');
  const [key, work] = [`key-${nextNumber()}`, { done: 0 }];
  await command(officerId, key, 'hash', work);

  await expect(command(officerId, key, 'other', work)).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  expect(work.done).toBe(1);
});

test('two people may use one key', async () => {
  const [one, other] = [await anOfficer(database.manager, 'ppk'), await anOfficer(database.manager, 'kpa')];
  const [key, work] = [`key-${nextNumber()}`, { done: 0 }];
  await command(one.officerId, key, 'hash', work);
  await command(other.officerId, key, 'other', work);
  expect(work.done).toBe(2);
});

test('a command that failed leaves its key free', async () => {
  const { officerId } = await anOfficer(database.manager, 'ppk');
  const key = `key-${nextNumber()}`;
  const failing = inTransaction(database.source, async (manager) => {
    await new CommandReceiptRepository(manager).take({ officerId, key, requestHash: 'hash' });
    throw new Error('refused');
  });
  await expect(failing).rejects.toThrow('refused');

  const work = { done: 0 };
  await command(officerId, key, 'another', work);
  expect(work.done).toBe(1);
});
