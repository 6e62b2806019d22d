import { endSolver, loadPolicy, PlannerReader, VisitPlanQuery } from '#application';
import { addCalendarDays, WorkingCalendar } from '#domain';
import { ProgrammeClockRepository } from '#persistence';
import { readPolicies } from '#policies';
import { someCases } from '../../support/factories/cases.js';
import { commandOf } from '../../support/factories/command-contexts.js';
import { anOfficer, type MadeOfficer } from '../../support/factories/officers.js';
import { aPeriod } from '../../support/factories/periods.js';
import { refusalCodeOf } from '../../support/factories/refusal-codes.js';
import { aNewTask, decideTask, openTask } from '../../support/factories/tasks.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const CASES = 12;

let today: string;
beforeAll(async () => {
  for (const policy of readPolicies()) await loadPolicy(database.manager, policy);
  today = await new ProgrammeClockRepository(database.manager).today();
});
afterAll(endSolver);

/** A calendar in which every weekday of these years is worked. */
const reader = (): PlannerReader => {
  const years = [0, 1, 2].map((more) => `${Number(today.slice(0, 4)) + more - 1}`);
  return new PlannerReader(database.source, new WorkingCalendar(new Set(), new Set(years)));
};

interface Place {
  readonly kecamatan: string;
  readonly periodId: string;
  readonly tksk: MadeOfficer;
  readonly plan: (more?: object) => ReturnType<PlannerReader['plan']>;
  readonly load: () => ReturnType<PlannerReader['workload']>;
}

/** A kecamatan with twelve cases in its first kelurahan, due in ten working days, one TKSK, and a head who sees nothing else. */
async function aPlace(kecamatan: string): Promise<Place> {
  const { periodId } = await someCases(database.source, CASES);
  await database.asOwner((manager) =>
    manager.query('update follow_up_case set deadline_on = $2, kelurahan_code = $3 where period_id = $1', [
      ...[periodId, addCalendarDays(today, 14), `${kecamatan}.1001`],
    ]),
  );
  const head = await anOfficer(database.manager, 'dinsos_head', { territoryCode: kecamatan });
  const tksk = await anOfficer(database.manager, 'tksk', { territoryCode: kecamatan });
  const { actor } = commandOf(head);
  return {
    ...{ kecamatan, periodId, tksk },
    plan: (more = {}) => reader().plan(actor, periodId, VisitPlanQuery.parse(more)),
    load: () => reader().workload(actor, periodId),
  };
}

async function aVisit(tksk: MadeOfficer, territoryCode: string): Promise<void> {
  const about = { kind: 'follow-up.visit', subjectType: 'case', territoryCode } as const;
  const { taskId } = await openTask(database.source, aNewTask(await aPeriod(database.manager), about));
  await decideTask(database.source, taskId, tksk, { outcome: 'submitted' });
}

test('where nothing was measured nothing is forecast, and nothing planned until a rate is entered', async () => {
  const { kecamatan, tksk, plan: planned, load } = await aPlace('32.75.01');
  const { places, visitors } = await load();
  expect(places).toMatchObject([
    { kecamatanCode: kecamatan, open: CASES, perWorkingDay: 0, missed: null, finishesOn: null },
  ]);
  expect(visitors).toMatchObject([{ role: 'tksk', visitsLately: 0, minutes: null, timed: 0 }]);
  expect(JSON.stringify(visitors)).not.toContain(tksk.officerId);

  const unknown = await planned();
  expect(unknown).toMatchObject({ cases: CASES, missed: { today: CASES, plan: CASES }, moves: [] });
  expect(unknown.rates).toMatchObject([{ role: 'tksk', persons: 1, source: 'unknown', perWorkingDay: 0 }]);
  const slow = await planned({ tkskPerDay: '0.5' });
  expect(slow).toMatchObject({ missed: { today: 7, plan: 7, greedy: 7 } });
  expect(slow.rates).toMatchObject([{ source: 'entered', perWorkingDay: 0.5 }]);
  expect(slow.moves.map(({ officer, cases }) => [officer, cases])).toEqual([[tksk.fullName, 5]]);
});

test('more TKSK reach more, and cost what the policy or the planner says', async () => {
  const { kecamatan, plan: planned } = await aPlace('32.75.03');
  const { missed, cost, moves } = await planned({ tkskPerDay: 0.5, moreTksk: 1, kecamatanCode: kecamatan });
  expect(missed).toEqual({ today: 7, plan: 2, greedy: 2 });
  expect(moves.filter(({ officer }) => officer === null)).toMatchObject([{ role: 'tksk', cases: 5 }]);
  expect(cost).toEqual({ officers: 2, rupiahPerMonth: '1000000', today: '1000000', plan: '2000000', isEntered: false });
  expect((await planned({ rupiahPerMonth: 1_500_000 })).cost).toMatchObject({ plan: '1500000', isEntered: true });
});

test('volunteers help where they are, and only where they are asked for', async () => {
  const { kecamatan, plan: planned } = await aPlace('32.75.04');
  await anOfficer(database.manager, 'psm', { territoryCode: `${kecamatan}.1001` });
  await anOfficer(database.manager, 'psm', { territoryCode: '32.76.01.1001' });
  expect((await planned({ tkskPerDay: 0.5, psmPerDay: 0.4 })).missed.plan).toBe(7);
  const shared = await planned({ tkskPerDay: 0.5, psmPerDay: 0.4, helpers: 'yes' });
  expect(shared.missed.plan).toBe(3);
  expect(shared.moves.map(({ role, cases }) => [role, cases])).toEqual(
    expect.arrayContaining([
      ['tksk', 5],
      ['psm', 4],
    ]),
  );
});

test('what a TKSK has recorded in the window is their rate, whatever is entered', async () => {
  const { kecamatan, tksk, plan: planned, load } = await aPlace('32.75.05');
  for (let visit = 0; visit < 10; visit += 1) await aVisit(tksk, `${kecamatan}.1001`);
  await aVisit(tksk, '32.76.01.1001');
  const { places, visitors } = await load();
  expect(visitors.find(({ role }) => role === 'tksk')).toMatchObject({ visitsLately: 10 });
  expect(places).toMatchObject([{ perWorkingDay: 1, missed: 2 }]);
  expect((await planned({ tkskPerDay: 9 })).missed.today).toBe(2);
});

test('another city has nobody and nothing, and a place outside is refused', async () => {
  const { periodId, plan: planned } = await aPlace('32.75.06');
  const elsewhere = await anOfficer(database.manager, 'dinsos_head', { territoryCode: '32.77' });
  const { places, visitors } = await reader().workload(commandOf(elsewhere).actor, periodId);
  expect([places, visitors]).toEqual([[], []]);
  expect(await refusalCodeOf(planned({ moreTksk: 1, kecamatanCode: '32.77.01' }))).toBe('PLANNER_PLACE');
  expect(await refusalCodeOf(planned({ moreTksk: 1 }))).toBe('PLANNER_PLACE');
});
