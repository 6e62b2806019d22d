import { setToday } from '../../support/factories/task-services.js';
import { aScene, type Scene } from '../support/scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
  await setToday(scene.api.database, '2023-03-27');
  await scene.task('report.city', { subjectType: 'report', dueOn: '2023-04-10', families: 3 });
  await scene.task('endorsement.lurah', { subjectType: 'roster', dueOn: '2023-04-10' });
}, 60_000);
afterAll(() => scene.api.stop());

const PATH = '/escalations/simulation';
interface Answer {
  readonly tasks: number;
  readonly lines: readonly { readonly kind: string; readonly toRole: string; readonly step: string }[];
  readonly holidays: readonly { readonly day: string; readonly name: string }[];
}
const ask = async (username: string, query: string) => (await scene.person(username)).get(`${PATH}?${query}`);

test('the city sees who would be told what and when, and which days do not count', async () => {
  const { body } = await ask('dinsos.kepala', 'until=2023-04-13');
  const { lines, holidays, tasks } = body as Answer;
  expect(tasks).toBeGreaterThanOrEqual(2);
  const own = lines.filter(({ kind }) => kind === 'report.city');
  expect(own.map(({ step, toRole }) => [step, toRole])).toEqual([
    ['remind', 'dinsos_operator'],
    ['late', 'dinsos_head'],
    ['late', 'dinsos_operator'],
    ['owner', 'dinsos_head'],
  ]);
  expect(own[3]).toMatchObject({ at: '2023-04-12T01:00:00.000Z', act: 'add-owner', tasks: 1, families: 3 });
  expect(holidays.map(({ day }) => day)).toEqual(['2023-04-07']);
});

test('nobody sees more than their own territory', async () => {
  const { body } = await ask('lurah.kranji', 'until=2023-04-13');
  expect((body as Answer).lines.map(({ kind }) => kind)).not.toContain('report.city');
  expect(await ask('lurah.kranji', 'until=2023-04-13&territory=32.75')).toMatchObject({
    status: 403,
    code: 'TERRITORY_NOT_YOURS',
  });
  const below = (await ask('program', 'until=2023-04-13&territory=32.75.02.1002')).body as Answer;
  expect(new Set(below.lines.map(({ kind }) => kind))).toEqual(new Set(['endorsement.lurah']));
});

test.each([
  ['until=2023-03-26', 422, 'SIMULATION_PAST'],
  ['until=2024-05-01', 422, 'SIMULATION_TOO_FAR'],
  ['until=soon', 400, 'REQUEST_INVALID'],
  ['until=2023-04-13&territory=Bekasi', 422, 'TERRITORY_CODE'],
])('%s is refused with its field, in words', async (query, status, code) => {
  const answer = await ask('dinsos.kepala', query);
  expect(answer).toMatchObject({ status, code });
  expect(answer.detail).not.toMatch(/\{\{|[A-Z]+_[A-Z]+/);
});

test('a holder asks to be reminded on a day, and is told which field is wrong', async () => {
  const taskId = await scene.task('endorsement.lurah', { subjectType: 'roster', dueOn: '2023-04-10' });
  const lurah = await scene.person('lurah.kranji');
  await scene.sql(`update mandate set valid_from = '2023-03-06', valid_to = '2023-12-31' where period_id = $1`, [
    scene.period.periodId,
  ]);
  await lurah.post(`/tasks/${taskId}/claim`);
  const past = await lurah.post(`/tasks/${taskId}/set-reminder`, { followUpOn: '2023-03-01' });
  expect(past).toMatchObject({ status: 422, code: 'FOLLOW_UP_NOT_LATER' });
  expect((await lurah.post(`/tasks/${taskId}/set-reminder`, { followUpOn: '2023-04-03' })).body).toMatchObject({
    followUpOn: '2023-04-03',
    dueOn: '2023-04-10',
  });
  const suspend = { reason: 'Menunggu bank', until: '2023-04-06', waitingFor: 'bank_officer' };
  expect((await lurah.post(`/tasks/${taskId}/suspend`, suspend)).body).toMatchObject({
    state: 'suspended',
    waitingFor: 'bank_officer',
    workingDaysLeft: null,
  });
});
