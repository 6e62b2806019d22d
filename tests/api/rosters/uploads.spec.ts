import { RosterRepository } from '#persistence';
import { connect } from 'node:net';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { movedTo, type RosterFiles, rosterFiles } from '../support/roster-files.js';
import { aRosterDraft } from '../support/roster-draft.js';
import { aScene, type Scene } from '../support/scene.js';

let scene: Scene;
let files: RosterFiles;
beforeAll(async () => {
  scene = await aScene();
  files = await rosterFiles();
}, 60_000);
afterAll(() => scene.api.stop());

const aDraft = () => aRosterDraft(scene);

const waitingFiles = (): string[] => {
  const folder = join(process.env['AMANAH_EXCHANGE_DIR'] ?? '', 'uploads');
  return existsSync(folder) ? readdirSync(folder) : [];
};

test('a list is read, judged and counted; nothing of it stays on the disk', async () => {
  const draft = await aDraft();
  const notified = await draft.upload(files.roster);

  expect(notified).toMatchObject({ status: 200, body: { state: 'done', problem: null } });
  expect((await draft.summary()).families).toBeGreaterThanOrEqual(40);
  expect(waitingFiles()).toEqual([]);
});

test('the same file again, also at the same time, is the same file', async () => {
  const draft = await aDraft();
  const answers = await Promise.all([
    draft.upload(files.roster),
    draft.upload(files.roster),
    draft.upload(files.roster),
  ]);
  const again = await draft.upload(files.roster, 'another name.csv');

  for (const { status, body } of [...answers, again]) {
    expect([status, body]).toMatchObject([200, { state: 'done', id: (again.body as { id: string }).id }]);
  }
  const once = await aDraft();
  await once.upload(files.roster);
  expect((await draft.summary()).families).toBe((await once.summary()).families);
});

test.each([
  ['an empty file', '', 'roster.csv', 422, 'FILE_EMPTY'],
  ['other columns', 'A,B,C\n1,2,3\n', 'roster.csv', 422, 'ROSTER_COLUMNS'],
  [
    'a broken workbook',
    Buffer.from('PK\u0003\u0004 and then nothing of a workbook'),
    'roster.xlsx',
    422,
    'FILE_UNREADABLE',
  ],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'roster.png', 415, 'FILE_TYPE'],
])('%s is refused and leaves no family behind', async (_what, content, name, status, code) => {
  const draft = await aDraft();
  expect(await draft.upload(content, name)).toMatchObject({ status, code });
  expect((await draft.summary()).families).toBe(0);
  expect(waitingFiles()).toEqual([]);
  expect((await draft.upload(files.roster)).status).toBe(200);
});

test('a form without a file is refused', async () => {
  const { taskId } = await aDraft();
  const notified = await (await scene.person('dinsos.operator')).post(`/tasks/${taskId}/roster-files`, {});
  expect(notified).toMatchObject({ status: 422, code: 'FILE_MISSING' });
});

test.each([
  ['an unknown kelurahan', 'ATLANTIS', 'BEKASI BARAT', 'TERRITORY_UNKNOWN'],
  ['another city', 'CIBINONG', 'CIBINONG', 'TERRITORY_OUTSIDE'],
])(
  'families of %s are kept apart as invalid with row and reason, not lost',
  async (_where, kelurahan, kecamatan, code) => {
    const [plain, moved] = [await aDraft(), await aDraft()];
    await plain.upload(files.roster);
    await moved.upload(movedTo(files.roster, kelurahan, kecamatan, 5));

    const [before, after] = [await plain.summary(), await moved.summary()];
    expect(after.families).toBe(before.families);
    expect(after.invalid).toBe(before.invalid + 5);
    const { body } = await (
      await scene.person('dinsos.operator')
    ).get(`/rosters/${moved.rosterId}/families?state=invalid`);
    const { rows } = body as { rows: { rowNumber: number; findings: { code: string }[] }[] };
    expect(rows.map(({ rowNumber }) => rowNumber)).toEqual(expect.arrayContaining([2, 3, 4, 5, 6]));
    expect(rows.flatMap(({ findings }) => findings)).toContainEqual(expect.objectContaining({ code }));
  },
);

test('an upload that breaks off leaves nothing half-written', async () => {
  const draft = await aDraft();
  const { hostname, port } = new URL(scene.api.url);
  const socket = connect(Number(port), hostname);
  const part = '--cut\r\ncontent-disposition: form-data; name="file"; filename="roster.csv"\r\n\r\n';
  socket.write(
    `POST /api/v1/tasks/${draft.taskId}/roster-files HTTP/1.1\r\nhost: amanah\r\n` +
      `authorization: Bearer ${await scene.api.token('dinsos.operator')}\r\n` +
      `content-type: multipart/form-data; boundary=cut\r\ncontent-length: 9000000\r\n\r\n${part}${files.roster}`,
  );
  while (waitingFiles().length === 0) await scene.sql('select pg_sleep(0.02)');
  socket.destroy();
  while (waitingFiles().length > 0) await scene.sql('select pg_sleep(0.02)');

  expect((await draft.summary()).families).toBe(0);
  expect(await new RosterRepository(scene.api.database.manager).files(draft.rosterId)).toEqual([]);
});

test('nothing is read into a list that was submitted, and nothing taken out of it', async () => {
  const draft = await aDraft();
  const { body } = await draft.upload(movedTo(files.roster, 'ATLANTIS', 'ATLANTIS', 1));
  expect(await draft.submit()).toMatchObject({ status: 422, code: 'ROSTER_INVALID_ROWS' });
  expect((await draft.submit({ leaveOutInvalid: true })).status).toBe(200);
  const before = await draft.summary();

  const late = await draft.upload(`${files.roster}\n`);
  expect(late).toMatchObject({ status: 409, code: 'TASK_CLOSED' });
  expect((await draft.remove((body as { id: string }).id)).code).toBe('TASK_CLOSED');
  expect(await draft.summary()).toEqual(before);
});

test('a list without families is not submitted', async () => {
  expect(await (await aDraft()).submit()).toMatchObject({ status: 422, code: 'ROSTER_EMPTY' });
});

test('an upload that is read while somebody submits is in the list or refused, never after it', async () => {
  const draft = await aDraft();
  await draft.upload(files.roster);
  const more = (await rosterFiles(60, 12)).roster;
  const [late, submitted] = await Promise.all([draft.upload(more), draft.submit({ leaveOutInvalid: true })]);

  const outcomes = [late.status, submitted.status].join();
  expect(['200,409', '409,200', '200,200']).toContain(outcomes);
  if (outcomes === '200,200') expect((await draft.summary()).families).toBeGreaterThan(90);
  if (submitted.status === 409) expect(submitted.code).toBe('ARTEFACT_CHANGED');
});

test('only the operator of the city loads its list', async () => {
  const { taskId } = await aDraft();
  for (const username of ['dinsos.kepala', 'lurah.kranji', 'ppk']) {
    const notified = await (
      await scene.person(username)
    ).upload(`/tasks/${taskId}/roster-files`, files.roster, 'roster.csv');
    expect([username, notified.status, notified.code]).toEqual([username, 404, 'TASK_UNKNOWN']);
  }
});

test('a list is compared with its own versions only', async () => {
  const [one, other] = [await aDraft(), await aDraft()];
  const operator = await scene.person('dinsos.operator');
  await one.upload(files.roster);

  expect(await operator.get(`/rosters/${one.rosterId}/versions`)).toMatchObject({
    ...{ status: 200, body: [{ id: one.rosterId, version: 1, state: 'draft' }] },
  });
  expect(await operator.get(`/rosters/${one.rosterId}/changes?from=${one.rosterId}`)).toMatchObject({
    ...{ status: 200, body: { added: 0, removed: 0, changed: 0, rows: [], next: null } },
  });
  expect(await operator.get(`/rosters/${one.rosterId}/changes?from=${other.rosterId}`)).toMatchObject({
    ...{ status: 404, code: 'ROSTER_UNKNOWN' },
  });
});
