import { rowsOf } from '#persistence';
import { aCheckList, matched, openDoubts } from '../../support/factories/doubts.js';
import { aPeriod } from '../../support/factories/periods.js';
import { aRoster, aRow } from '../../support/factories/rosters.js';
import { aScene, KRANJI, type Scene } from '../support/scene.js';

let scene: Scene;
beforeAll(async () => (scene = await aScene()), 60_000);
afterAll(() => scene.api.stop());

const codeOf = ({ body }: { readonly body: unknown }): unknown => (body as { code?: unknown }).code;

/** Two matched families of Kranji, the first on a list of civil servants, and the task to judge them. */
async function aListedFamily() {
  const period = await aPeriod(scene.api.database.manager);
  const rows = [aRow(1, { kelurahanCode: KRANJI }), aRow(2, { kelurahanCode: KRANJI })];
  const rosterId = await aRoster(scene.api.database, period, rows);
  await matched(
    scene.api.database,
    rosterId,
    rows.map((row) => [row, 'matched']),
  );
  await aCheckList(scene.api.database, [rows[0]]);
  await openDoubts(scene.api.database, rosterId);
  const [listed, other] = (
    await rowsOf<{ id: string }>(
      scene.api.database.manager,
      'select id from roster_row where roster_id = $1 order by id',
      [rosterId],
    )
  ).map(({ id }) => id);
  const about = { subjectType: 'roster', subjectId: rosterId, chainKey: `roster:${rosterId}` } as const;
  const taskId = await scene.task('verification.complete', { ...about, periodId: period.periodId });
  const operator = await scene.person('operator.kranji');
  const judge = (body: unknown) => operator.post(`/tasks/${taskId}/verdicts`, body);
  return { rosterId, taskId, operator, judge, listed: listed ?? '', other: other ?? '' };
}

test('a listed family is told by the list’s kind, and the rest is filled without it', async () => {
  const { rosterId, operator, judge, listed, other } = await aListedFamily();
  const { body } = await operator.get(`/rosters/${rosterId}/families`);
  const shown = (body as { rows: { id: string; listedAs: string[] }[] }).rows;
  expect(shown.map(({ id, listedAs }) => [id, listedAs.length])).toEqual([
    [listed, 1],
    [other, 0],
  ]);
  expect(await judge({ fillRemaining: 'eligible' })).toMatchObject({ body: { filledRowIds: [other] } });
});

test('it is eligible only with what the field check found', async () => {
  const { judge, listed, other } = await aListedFamily();
  const say = (rowId: string, verdict: string, reason?: string) =>
    judge({ verdicts: [{ rowId, verdict, ...(reason === undefined ? {} : { reason }) }] });
  const without = await say(listed, 'eligible');
  expect([without.status, codeOf(without)]).toEqual([422, 'VERDICT_FIELD_CHECK']);
  const wrongSort = await say(listed, 'eligible', 'deceased');
  expect(codeOf(wrongSort)).toBe('VERDICT_FIELD_CHECK');
  expect((await say(listed, 'eligible', 'name_borrowed')).status).toBe(200);
  expect((await say(listed, 'ineligible', 'civil_servant')).status).toBe(200);
  expect((await say(other, 'eligible')).status).toBe(200);
  expect(codeOf(await say(other, 'eligible', 'name_borrowed'))).toBe('VERDICT_REASON');
});

test('a list that came after the verdicts holds up the kelurahan until it has looked', async () => {
  const { rosterId, taskId, operator, judge, listed } = await aListedFamily();
  await judge({ fillRemaining: 'eligible' });
  await scene.sql(`update roster_row set verdict = 'eligible', verdict_reason = null where id = $1`, [listed]);
  const submit = async () => {
    const { body } = await operator.get(`/tasks/${taskId}`);
    const { artefactHash } = (body as { task: { artefactHash: string } }).task;
    return operator.post(`/tasks/${taskId}/decide`, { outcome: 'submitted', artefactHash, details: {} });
  };
  const refused = await submit();
  expect([refused.status, codeOf(refused)]).toEqual([422, 'FIELD_CHECK_MISSING']);
  await judge({ verdicts: [{ rowId: listed, verdict: 'eligible', reason: 'no_longer' }] });
  const sent = await submit();
  expect([rosterId, codeOf(sent)]).not.toEqual([rosterId, 'FIELD_CHECK_MISSING']);
});
