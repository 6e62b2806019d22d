import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RosterVersions } from '#application';
import { rowsOf } from '#persistence';
import { projectFile } from '#policies';
import { familyAt } from '../../support/factories/families.js';
import { aRosterDraft } from '../support/roster-draft.js';
import { aScene, type Scene } from '../support/scene.js';

const LIST = readFileSync(join(projectFile('tests/support/fixtures/rosters'), 'report-20-roster-six.csv'), 'utf8');
const reason = 'salah eja di daftar';
const purpose = 'memeriksa daftar';

let scene: Scene;
beforeAll(async () => (scene = await aScene()), 60_000);
afterAll(() => scene.api.stop());

/** The list loaded for a period of its own, as it stands: each row with the name that is sealed in it, and its findings. */
async function loaded(content: string) {
  const draft = await aRosterDraft(scene);
  expect((await draft.upload(content)).status).toBe(200);
  const rows = await rowsOf<{ id: string; findings: { code: string; column: string }[]; state: string }>(
    scene.api.database.manager,
    'select id, findings, state from roster_row where roster_id = $1 order by id',
    [draft.rosterId],
  );
  return { rosterId: draft.rosterId, rows };
}
const opened = async (rowId: string) => {
  const { body } = await (await scene.person('dinsos.kepala')).post(`/families/${rowId}/reveal`, { purpose });
  return body as { fullName: string; address: string };
};

test('a later list that still has the old name gets the confirmed one, and says so; the list of before stays', async () => {
  const before = await loaded(LIST);
  await new RosterVersions(scene.api.database).submit(before.rosterId);
  const [first] = before.rows;
  const { code } = await familyAt(scene.api.database, before.rosterId, 2);
  const operator = await scene.person('dinsos.operator');
  const paper = (await operator.upload(`/families/${code}/papers`, Buffer.from('%PDF-1.7 letter'), 'surat.pdf')).body;
  const { paperId } = paper as { paperId: string };
  const change = { field: 'name', value: { fullName: 'BUDI MISALNYA' }, reason, paperId };
  const { id } = (await operator.post(`/families/${code}/changes`, change)).body as { id: string };

  const waiting = await loaded(LIST);
  expect((await opened(waiting.rows[0]?.id ?? '')).fullName).toBe('BUDI MISAL');

  const head = await scene.person('dinsos.kepala');
  const { contentHash } = (await head.post(`/family-changes/${id}/open`, { purpose })).body as { contentHash: string };
  expect((await head.post(`/family-changes/${id}/confirm`, { contentHash })).status).toBe(204);

  const later = await loaded(LIST);
  expect((await opened(later.rows[0]?.id ?? '')).fullName).toBe('BUDI MISALNYA');
  expect(later.rows[0]?.findings).toContainEqual({ code: 'RECORD_APPLIED', column: 'NAMA LENGKAP', params: {} });
  expect(later.rows[0]?.state).toBe('warning');
  expect(later.rows.slice(1).some(({ findings }) => findings.some((one) => one.code === 'RECORD_APPLIED'))).toBe(false);

  const newer = await loaded(LIST.replace('BUDI MISAL,', 'BUDI MISALKAN,'));
  expect((await opened(newer.rows[0]?.id ?? '')).fullName).toBe('BUDI MISALKAN');
  for (const row of [first, waiting.rows[0]]) expect((await opened(row?.id ?? '')).fullName).toBe('BUDI MISAL');
});
