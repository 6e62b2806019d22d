import {
  inTransaction,
  MandateRepository,
  MandateSliceRepository,
  type NewSlice,
  TaskLifeRepository,
  TaskRepository,
} from '#persistence';
import { aSlice, cityMandate, families, giveSlice, KECAMATAN, officeOf } from '../../support/factories/mandates.js';
import { anOfficer } from '../../support/factories/officers.js';
import { aPeriod } from '../../support/factories/periods.js';
import { aNewTask, openTask } from '../../support/factories/tasks.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const KRANJI = `${KECAMATAN}.1002`;

const offer = async (parentId: string, more: Partial<NewSlice> = {}): Promise<string> => {
  const { officerId, ...slice } = await aSlice(database.source, parentId, more);
  return inTransaction(database.source, (manager) =>
    new MandateSliceRepository(manager).offer(parentId, slice, officerId),
  );
};
const aRoot = async (quota = 100) => {
  const period = await aPeriod(database.manager, { quota });
  return { period, root: await cityMandate(database.source, period) };
};
const record = (id: string, move: Parameters<MandateRepository['record']>[1]) =>
  inTransaction(database.source, (manager) => new MandateRepository(manager).record(id, move, undefined));

test.each<[string, Partial<NewSlice>, string, string]>([
  ['a ceiling above the parent’s', { ceiling: families(101) }, 'MANDATE_CEILING_ABOVE', 'ceilingFamilies'],
  ['an end after the parent’s', { validTo: '2199-01-01' }, 'MANDATE_DATES_OUTSIDE', 'validTo'],
  ['a start before the parent’s', { validFrom: '2000-01-01' }, 'MANDATE_DATES_OUTSIDE', 'validFrom'],
  ['a territory elsewhere', { territoryCode: '32.76.01' }, 'MANDATE_GRANTEE_OUTSIDE', 'granteeOfficeId'],
  ['a power the parent lacks', { powers: ['payment'] }, 'MANDATE_POWER_OUTSIDE', 'powers'],
  ['a delegation without a letter', { kind: 'delegation' }, 'MANDATE_LETTER_REQUIRED', 'letterNumber'],
])('%s is refused with code and field, and nothing is bound', async (_what, more, code, field) => {
  const { root } = await aRoot();
  await expect(offer(root, more)).rejects.toMatchObject({
    details: { refusals: expect.arrayContaining([expect.objectContaining({ code, field })]) },
  });
  expect((await new MandateRepository(database.manager).chain(root))[0]?.left.families).toBe(100);
});

test('power does not come back to an office that gave it', async () => {
  const { root } = await aRoot();
  const slice = await giveSlice(database.source, root);
  const dinsos = await officeOf(database.source, await anOfficer(database.manager, 'dinsos_head'));
  await expect(offer(slice, { kind: 'assignment', granteeOfficeId: dinsos })).rejects.toMatchObject({
    code: 'MANDATE_CYCLE',
  });
});

test('a delegation is delegated once more, one level down, and no further', async () => {
  const { root } = await aRoot();
  const written = { kind: 'delegation', letterNumber: '800/1/Dinsos' } as const;
  const lurah = await officeOf(database.source, await anOfficer(database.manager, 'lurah', { territoryCode: KRANJI }));
  const toKranji = { territoryCode: KRANJI, granteeOfficeId: lurah };
  await expect(offer(root, { ...written, ...toKranji })).rejects.toMatchObject({ code: 'MANDATE_TOO_DEEP' });
  const slice = await giveSlice(database.source, root, written);
  await expect(offer(slice, { ...written, ...toKranji, ceiling: families(1) })).rejects.toMatchObject({
    code: 'MANDATE_TOO_DEEP',
  });
});

test.each(['suspended', 'revoked', 'expired', 'returned'] as const)(
  'of a parent that is %s nothing is given',
  async (move) => {
    const { root } = await aRoot();
    await record(root, move);
    await expect(offer(root)).rejects.toMatchObject({ code: 'MANDATE_PARENT_NOT_LIVE' });
  },
);

test('an office holds one live slice of a place, and may get another after the first has ended', async () => {
  const { root } = await aRoot();
  const slice = await offer(root);
  await expect(offer(root)).rejects.toMatchObject({ code: 'MANDATE_EXISTS' });
  await record(slice, 'refused');
  await expect(offer(root)).resolves.toEqual(expect.any(String));
});

describe('a task', () => {
  const lurahTask = async (territoryCode = KRANJI) => {
    const { period, root } = await aRoot();
    const { taskId } = await openTask(database.source, aNewTask(period, { kind: 'endorsement.lurah', territoryCode }));
    const facts = () => new TaskRepository(database.manager).facts(taskId);
    return { period, root, taskId, facts };
  };

  test('is judged by the deepest slice that covers its place and stage', async () => {
    const { root, facts } = await lurahTask();
    expect((await facts()).mandate?.id).toBe(root);
    const slice = await giveSlice(database.source, root, {}, false);
    expect((await facts()).mandate?.id).toBe(root);
    await record(slice, 'accepted');
    expect((await facts()).mandate).toMatchObject({ id: slice, state: 'accepted' });
    await record(root, 'suspended');
    expect((await facts()).mandate).toMatchObject({ id: slice, state: 'suspended' });
  });

  test('is not judged by a slice of another place, or for other work, or for an office below its own', async () => {
    const { root, facts } = await lurahTask('32.75.03.1001');
    await giveSlice(database.source, root);
    expect((await facts()).mandate?.id).toBe(root);

    const other = await lurahTask();
    await giveSlice(database.source, other.root, { powers: ['verification'] });
    expect((await other.facts()).mandate?.id).toBe(other.root);
  });

  test('under a slice that ends goes to the desk of who gave it, free of its holder', async () => {
    const { root, taskId, facts } = await lurahTask();
    const slice = await giveSlice(database.source, root);
    const lurah = await anOfficer(database.manager, 'lurah', { territoryCode: KRANJI });
    await new TaskLifeRepository(database.manager).take(await facts(), lurah.officerId);

    await record(slice, 'revoked');
    expect(await facts()).toMatchObject({
      state: 'ready',
      ownerId: null,
      responsibleRole: 'dinsos_head',
      mandate: { id: root },
    });
    const [audited] = await database.manager.query<{ details: unknown }[]>(
      `select details from audit_entry where action = 'task.handed_back' and subject_id = $1`,
      [taskId],
    );
    expect(audited?.details).toEqual({ role: 'dinsos_head' });
  });

  test('under a city’s mandate that ends goes to the ministry, whatever slices there were', async () => {
    const { root, facts } = await lurahTask();
    await giveSlice(database.source, root);
    await record(root, 'revoked');
    expect(await facts()).toMatchObject({ responsibleRole: 'programme_officer', state: 'ready' });
  });

  test('that opens after a city’s mandate has ended is the ministry’s from the start', async () => {
    const { period, root } = await lurahTask();
    await record(root, 'revoked');
    const { taskId } = await openTask(
      database.source,
      aNewTask(period, { kind: 'follow-up.visit', territoryCode: KRANJI }),
    );
    expect((await new TaskRepository(database.manager).facts(taskId)).responsibleRole).toBe('programme_officer');
    const other = await lurahTask();
    expect((await other.facts()).responsibleRole).toBe('lurah');
  });

  test('of the ministry, elsewhere, or decided stays where it is', async () => {
    const { period, root, facts } = await lurahTask('32.75.03.1001');
    const slice = await giveSlice(database.source, root);
    const ministry = await openTask(database.source, aNewTask(period, { kind: 'closing.set' }));
    await record(slice, 'returned');
    expect(await facts()).toMatchObject({ responsibleRole: 'lurah' });
    await record(root, 'revoked');
    expect(await new TaskRepository(database.manager).facts(ministry.taskId)).toMatchObject({ responsibleRole: 'ppk' });
  });
});
