import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { FieldLeases, type FieldResult, FieldSync } from '#application';
import { CaseRepository, PersonVault, rowsOf } from '#persistence';
import { someCases } from '../../../support/factories/cases.js';
import { aPerson } from '../../../support/factories/families.js';
import { anOfficer, type MadeOfficer } from '../../../support/factories/officers.js';
import { setToday, TaskServices } from '../../../support/factories/task-services.js';
import { useDatabase } from '../../../support/factories/use-database.js';

const database = useDatabase();
const TODAY = '2023-05-02';
const DAYS = { visit: '2023-05-30', decide: '2023-06-13', start: null };
const vault = new PersonVault({ dataKey: Buffer.alloc(32, 1), indexKey: Buffer.alloc(32, 2) });
const made: { desk?: TaskServices; officers?: readonly MadeOfficer[] } = {};

beforeAll(async () => {
  await setToday(database.source, TODAY);
  made.desk = new TaskServices(database.source);
  made.officers = [
    await anOfficer(database.manager, 'tksk', { territoryCode: '32.75' }),
    await anOfficer(database.manager, 'tksk', { territoryCode: '32.75' }),
  ];
});

const CASES = 2;

/** Two phones of two officers that hold the same two cases. */
async function twoPhones() {
  const { desk, officers = [] } = made;
  if (desk === undefined) throw new Error('made');
  const { periodId, caseIds, deskIds } = await someCases(database.source, CASES);
  await database.asOwner((owner) =>
    owner.query(
      `update roster_row f set sealed = $2 from entitlement e where e.roster_row_id = f.id and e.period_id = $1`,
      [periodId, vault.seal(aPerson())],
    ),
  );
  for (const deskId of deskIds) await new CaseRepository(database.manager).openTasks(deskId, DAYS);
  const leases = new FieldLeases(database.source, vault);
  const sync = new FieldSync(database.source, leases, desk.decisions);
  const phones = await Promise.all(
    officers.map(async ({ officerId }) => {
      const device = { id: randomUUID(), secret: randomBytes(32).toString('base64url') };
      const at = () => ({ device, sentAt: new Date().toISOString() });
      const lease = await leases.download(await desk.by(officerId), { ...at(), deviceName: 'uji' });
      const cases = caseIds.flatMap((id) => lease.cases.find((one) => one.id === id) ?? []);
      const send = async (operations: readonly unknown[]): Promise<FieldResult[]> =>
        (await sync.sync(await desk.by(officerId), { ...at(), leaseId: lease.id, operations: [...operations] }))
          .results;
      return { cases, send };
    }),
  );
  return { phones, caseIds };
}

interface Drawn {
  readonly phone: number;
  readonly case: number;
  readonly finding: string;
}
const drawn: fc.Arbitrary<Drawn> = fc.record({
  phone: fc.nat(1),
  case: fc.nat(CASES - 1),
  finding: fc.constantFrom('pin_forgotten', 'pin_blocked', 'agent_too_far'),
});

/** Which of the visits each request carries; visits repeat in and across requests, in any order. */
const plan = fc.array(drawn, { minLength: 1, maxLength: 5 }).chain((visits) =>
  fc.record({
    visits: fc.constant(visits),
    requests: fc.array(fc.array(fc.nat(visits.length - 1), { minLength: 1, maxLength: 6 }), { maxLength: 5 }),
    atOnce: fc.boolean(),
  }),
);

test('visits in any order, repeated and at once: one stands in each case, and every other is kept beside it', async () => {
  await fc.assert(
    fc.asyncProperty(plan, async ({ visits, requests, atOnce }) => {
      const { phones } = await twoPhones();
      const items = visits.map((one) => {
        const of = phones[one.phone]?.cases[one.case];
        if (of === undefined) throw new Error('the phone holds the case');
        const { id: caseId, taskId, artefactHash } = of;
        return {
          ...{ id: randomUUID(), kind: 'visit', caseId, taskId, artefactHash, writtenAt: new Date().toISOString() },
          ...{ finding: one.finding, visitedOn: [TODAY], photos: [] },
        };
      });
      const everything = [...requests, visits.map((_one, at) => at)];
      const results = new Map<string, Set<string>>();
      const send = async (chosen: readonly number[]): Promise<void> => {
        for (const [number, phone] of phones.entries()) {
          const own = chosen.filter((at) => visits[at]?.phone === number).map((at) => items[at]);
          if (own.length === 0) continue;
          for (const { id, result } of await phone.send(own)) {
            results.set(id ?? '', (results.get(id ?? '') ?? new Set()).add(result));
          }
        }
      };
      if (atOnce) await Promise.all(everything.map(send));
      else for (const chosen of everything) await send(chosen);

      // Whatever was answered first is answered always, and nothing was lost.
      for (const { id } of items) expect(results.get(id)?.size).toBe(1);
      const rows = await rowsOf<{ id: string; caseId: string; result: string }>(
        database.manager,
        'select id, case_id as "caseId", result from field_operation where id = any($1)',
        [items.map(({ id }) => id)],
      );
      expect(rows).toHaveLength(items.length);
      const kept = await rowsOf<{ id: string }>(database.manager, 'select id from field_conflict where id = any($1)', [
        items.map(({ id }) => id),
      ]);
      expect(kept.map(({ id }) => id).sort()).toEqual(
        rows
          .filter(({ result }) => result === 'conflict')
          .map(({ id }) => id)
          .sort(),
      );
      const decided = await rowsOf<{ taskId: string; finding: string }>(
        database.manager,
        `select task_id as "taskId", details ->> 'finding' as finding from task_decision where task_id = any($1)`,
        [items.map(({ taskId }) => taskId)],
      );
      expect(decided).toHaveLength(new Set(items.map(({ taskId }) => taskId)).size);
      for (const { taskId, finding } of decided) {
        const stands = rows.filter(({ id, result }) => {
          const item = items.find((one) => one.id === id);
          return item?.taskId === taskId && result === 'recorded';
        });
        expect(stands.length).toBeGreaterThan(0);
        const findings = stands.map(({ id }) => items.find((one) => one.id === id)?.finding);
        expect(new Set(findings)).toEqual(new Set([finding]));
      }
    }),
    { numRuns: 25 },
  );
});
