import { randomUUID } from 'node:crypto';
import type { SubjectType } from '#domain';
import { ArtefactViewRepository, digestOf, familyChanges, TaskRepository } from '#persistence';
import { diffOf } from '#domain';
import { cityMandate } from '../../support/factories/mandates.js';
import { anOfficer } from '../../support/factories/officers.js';
import { aPeriod, type MadePeriod } from '../../support/factories/periods.js';
import { aRoster, aRow, KELURAHAN } from '../../support/factories/rosters.js';
import { setToday } from '../../support/factories/task-services.js';
import { aNewTask, openTask } from '../../support/factories/tasks.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();

const familiesOf = (kelurahanCode: string, count: number, from = 1) =>
  Array.from({ length: count }, (_none, at) => aRow(from + at, { kelurahanCode }));

/** The camat's task over a list of two kelurahan. */
async function aTask(period: MadePeriod, rosterId: string, artefactHash: string) {
  const { taskId } = await openTask(
    database.source,
    aNewTask(period, {
      ...{ kind: 'endorsement.camat', territoryCode: '32.75.02', subjectType: 'roster', subjectId: rosterId },
      artefactHash,
    }),
  );
  return new TaskRepository(database.manager).facts(taskId);
}

const judge = (rosterId: string, kelurahan: string, verdict: string, limit: number) =>
  database.manager.query(
    `update roster_row set verdict = $3, verdict_at = programme_now() where id in (
       select id from roster_row where roster_id = $1 and kelurahan_code = $2 order by id limit $4)`,
    [rosterId, kelurahan, verdict, limit],
  );

test('the first time nothing has changed, the second time what differs is told by kelurahan', async () => {
  await setToday(database.source, '2023-03-06');
  const period = await aPeriod(database.manager);
  const rosterId = await aRoster(database.source, period, [
    ...familiesOf(KELURAHAN[0], 3),
    ...familiesOf(KELURAHAN[1], 2, 4),
  ]);
  const camat = await anOfficer(database.manager, 'camat');
  const views = new ArtefactViewRepository(database.manager);
  const first = await aTask(period, rosterId, 'first');
  expect(await views.before(camat.officerId, first)).toBeUndefined();
  await views.see(camat.officerId, first);
  await views.see(camat.officerId, first);
  expect(await views.before(camat.officerId, first)).toBeUndefined();

  await judge(rosterId, KELURAHAN[1], 'ineligible', 1);
  const second = await aTask(period, rosterId, 'second');
  const seen = await views.before(camat.officerId, second);
  expect(diffOf(seen?.digest ?? {}, await digestOf(database.manager, second))).toEqual([
    { key: KELURAHAN[1], kind: 'changed', values: [{ field: 'ineligible', before: 0, after: 1 }] },
  ]);
  // Still told after the second was seen, because it is what the officer has before them now.
  await views.see(camat.officerId, second);
  expect(await views.before(camat.officerId, second)).toEqual(seen);
  const judged = await familyChanges(database.manager, { rosterId, at: seen?.seenAt ?? '' }, rosterId, '32.75.02');
  expect(judged.map(({ kind, kelurahanCode, after }) => [kind, kelurahanCode, after])).toEqual([
    ['changed', KELURAHAN[1], 'ineligible'],
  ]);
});

test('between two versions of a list families came, went and were judged otherwise', async () => {
  const period = await aPeriod(database.manager);
  const [stays, judged, goes] = familiesOf(KELURAHAN[0], 3);
  if (stays === undefined || judged === undefined || goes === undefined) throw new Error('three families');
  const before = await aRoster(database.source, period, [stays, judged, goes]);
  await database.manager.query(`update roster set state = 'replaced' where id = $1`, [before]);
  const comes = aRow(3, { kelurahanCode: KELURAHAN[0] });
  const after = await aRoster(database.source, period, [stays, judged, comes]);
  expect(after).not.toBe(before);
  await database.manager.query(`update roster_row set verdict = 'eligible' where roster_id = $1 and nik_hash = $2`, [
    after,
    judged.nikHash,
  ]);
  const changes = await familyChanges(database.manager, { rosterId: before, at: '2023-03-06' }, after, '32.75');
  expect(changes.map(({ kind }) => kind).sort()).toEqual(['added', 'changed', 'removed']);
  expect(changes.find(({ kind }) => kind === 'changed')).toMatchObject({ before: null, after: 'eligible' });
  const elsewhere = await familyChanges(database.manager, { rosterId: before, at: '2023-03-06' }, after, '32.75.03');
  expect(elsewhere).toEqual([]);
});

test('every kind of artefact has lines, or none where nothing is there yet', async () => {
  const period = await aPeriod(database.manager);
  const mandateId = await cityMandate(database.source, period);
  const lines = async (subjectType: SubjectType, subjectId: string) =>
    digestOf(database.manager, { subjectType, subjectId, territoryCode: '32.75' });
  expect(Object.keys(await lines('period', period.periodId))).toEqual(['32.75']);
  expect(Object.keys(await lines('mandate', mandateId))).toEqual(['32.75']);
  expect(await lines('return', randomUUID())).toEqual({});
});
