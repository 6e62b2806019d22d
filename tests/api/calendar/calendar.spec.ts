import { setToday } from '../../support/factories/task-services.js';
import { aScene, KRANJI, type Scene } from '../support/scene.js';

let scene: Scene;
beforeAll(async () => {
  scene = await aScene();
  await setToday(scene.api.database, '2023-03-27');
}, 60_000);
afterAll(() => scene.api.stop());

const DAY = { territoryCode: '32.75', day: '2023-04-11', name: 'Hari jadi kota', source: 'SK Wali Kota 12/2023' };
const month = async (username: string, query = 'month=2023-04') =>
  (await (await scene.person(username)).get(`/calendar?${query}`)).body as {
    readonly addsIn: string[];
    readonly isYearKnown: boolean;
    readonly holidays: { readonly id: string | null; readonly day: string; readonly territoryCode: string }[];
  };

test('a city’s holiday is counted in the city, by everybody in it, until it is taken away', async () => {
  const taskId = await scene.task('endorsement.lurah', { subjectType: 'roster', dueOn: '2023-04-13' });
  const left = async () => {
    const { body } = await (await scene.person('lurah.kranji')).get(`/tasks/${taskId}`);
    return (body as { task: { workingDaysLeft: number } }).task.workingDaysLeft;
  };
  const before = await left();
  const notified = () =>
    scene.sql(`select count(*)::int as n from outbox where kind = 'deadline' and payload = '{}'::jsonb`) as Promise<{
      n: number;
    }>;
  const { n } = await notified();
  const head = await scene.person('dinsos.kepala');
  expect(await head.post('/calendar/holidays', DAY)).toMatchObject({ status: 201, body: { day: DAY.day } });
  expect(await left()).toBe(before - 1);
  expect((await notified()).n).toBeGreaterThan(n);

  const { holidays, addsIn, isYearKnown } = await month('dinsos.kepala');
  expect([addsIn, isYearKnown]).toEqual([['32.75'], true]);
  const added = holidays.find(({ day, territoryCode }) => day === DAY.day && territoryCode === '32.75');
  expect(holidays.filter(({ territoryCode }) => territoryCode === 'ID').length).toBeGreaterThan(5);
  expect((await month('lurah.kranji')).addsIn).toEqual([]);

  expect(await head.post('/calendar/holidays', DAY)).toMatchObject({ status: 409, code: 'HOLIDAY_EXISTS' });
  expect(await head.post(`/calendar/holidays/${added?.id ?? ''}/remove`)).toMatchObject({ status: 204 });
  expect(await left()).toBe(before);
  expect(await head.post(`/calendar/holidays/${added?.id ?? ''}/remove`)).toMatchObject({ status: 404 });
});

test.each([
  ['dinsos.kepala', { ...DAY, territoryCode: '32.76' }, 403, 'TERRITORY_NOT_YOURS'],
  ['walikota', { ...DAY, territoryCode: 'ID' }, 403, 'TERRITORY_NOT_YOURS'],
  ['dinsos.kepala', { ...DAY, day: '2023-03-27' }, 422, 'HOLIDAY_NOT_LATER'],
  ['program', { ...DAY, territoryCode: 'ID', day: '2023-04-21' }, 409, 'HOLIDAY_EXISTS'],
  ['walikota', { ...DAY, territoryCode: KRANJI, day: '2023-04-21' }, 409, 'HOLIDAY_EXISTS'],
  ['camat.bekasi-barat', DAY, 403, 'POWER_MISSING'],
  ['walikota', { ...DAY, name: '' }, 400, 'REQUEST_INVALID'],
  ['walikota', { ...DAY, territoryCode: 'Bekasi' }, 422, 'TERRITORY_CODE'],
])('%s adding %j is refused', async (username, body, status, code) => {
  const answer = await (await scene.person(username)).post('/calendar/holidays', body);
  expect(answer).toMatchObject({ status, code });
  expect(answer.detail).not.toMatch(/\{\{|[A-Z]+_[A-Z]+/);
});

test('a year without a decree is said to be unknown', async () => {
  expect((await month('program', 'month=2099-01')).isYearKnown).toBe(false);
});

test('each office with open tasks: how many, its rate over ten working days, and when it will be done', async () => {
  for (const dueOn of ['2023-04-06', '2023-04-10']) await scene.task('report.city', { subjectType: 'report', dueOn });
  const decided = await scene.task('report.city', { subjectType: 'report', dueOn: '2023-04-06' });
  await scene.sql(
    `update task set state = 'completed', last_event = 'decide', closed_at = timestamptz '2023-03-24T10:00+07:00', closed_reason = 'decided' where id = $1`,
    [decided],
  );
  const { body } = await (await scene.person('dinsos.kepala')).get(`/periods/${scene.period.periodId}/offices`);
  const dinsos = (body as { role: string }[]).find(({ role }) => role === 'dinsos_operator');
  expect(dinsos).toMatchObject({
    territoryCode: '32.75',
    open: 2,
    perWorkingDay: 0.1,
    lastDueOn: '2023-04-10',
    finishesOn: '2023-05-03',
    isLate: true,
  });
  const lurah = (await (await scene.person('lurah.kranji')).get(`/periods/${scene.period.periodId}/offices`)).body;
  expect((lurah as { role: string }[]).map(({ role }) => role)).not.toContain('dinsos_operator');
});
