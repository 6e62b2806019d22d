import { randomUUID } from 'node:crypto';
import { DocumentNumberRepository, inTransaction, rowsOf } from '#persistence';
import { anOfficer } from '../../support/factories/officers.js';
import { aPeriod } from '../../support/factories/periods.js';
import { aNewTask, decideTask, openTask } from '../../support/factories/tasks.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const PATTERN = '{number:3}/SK/{year}';

/** Decrees that one KPA has ratified. */
async function ratified(count: number): Promise<string[]> {
  const period = await aPeriod(database.manager);
  const kpa = await anOfficer(database.manager, 'kpa');
  const decrees = Array.from({ length: count }, () => randomUUID());
  for (const subjectId of decrees) {
    const paper = { kind: 'closing.ratify', subjectType: 'decree', subjectId, chainKey: subjectId } as const;
    const { taskId } = await openTask(database.source, aNewTask(period, paper));
    await decideTask(database.source, taskId, kpa);
  }
  return decrees;
}

const give = (subjectId: string, fail = false) =>
  inTransaction(database.source, async (manager) => {
    const paper = { kind: 'decree', subjectId, decidedBy: 'closing.ratify', pattern: PATTERN } as const;
    const number = await new DocumentNumberRepository(manager).give(paper);
    if (fail) throw new Error('taken back');
    return number;
  });

const numbers = async (decrees: readonly string[]): Promise<number[]> => {
  const rows = await rowsOf<{ number: number }>(
    database.manager,
    'select number from document_number where subject_id = any($1::uuid[]) order by number',
    [decrees],
  );
  return rows.map(({ number }) => number);
};

test('thirty papers at once, each asked for twice, a third of them taken back: no number twice and no gap', async () => {
  const decrees = await ratified(30);
  const attempts = decrees.flatMap((id, index) => [give(id, index % 3 === 0), give(id, index % 3 === 0)]);
  await Promise.allSettled(attempts);

  const given = await numbers(decrees);
  const first = given[0] ?? 0;
  expect(given).toEqual(Array.from({ length: 20 }, (_, index) => first + index));
});

test('a repeat finds the first number; without a decision there is none', async () => {
  const [decree = ''] = await ratified(1);
  const first = await give(decree);
  expect(first).toMatch(/^\d{3}\/SK\/\d{4}$/);
  expect(await give(decree)).toBe(first);
  expect(await give(randomUUID())).toBeNull();
});

test('what was given stays as it was given', async () => {
  const [decree = ''] = await ratified(1);
  await give(decree);
  await database.asOwner(async (manager) => {
    await expect(manager.query(`update document_number set number = 7`)).rejects.toThrow('append-only');
    await expect(manager.query(`delete from document_number`)).rejects.toThrow('append-only');
  });
});
