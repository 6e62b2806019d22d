import { randomUUID } from 'node:crypto';
import {
  BreakDesk,
  Commands,
  ComplaintDesk,
  FollowComplaint,
  loadPolicy,
  PublicComplaints,
  PublicDoor,
} from '#application';
import { addCalendarDays, type BreakResolution } from '#domain';
import { PersonVault, ProgrammeClockRepository, ReferenceRepository, rowOf } from '#persistence';
import { loadWorkingCalendar, readPolicies } from '#policies';
import { proposeForBreaks, signBreaks } from '../../support/factories/breaks.js';
import { commandOf } from '../../support/factories/command-contexts.js';
import { aPaidList, aPerson, aRowOf, aSentList } from '../../support/factories/families.js';
import { anOfficer, type MadeOfficer } from '../../support/factories/officers.js';
import { aLine, applyFile } from '../../support/factories/orders.js';
import { aPeriod } from '../../support/factories/periods.js';
import { refusalCodeOf } from '../../support/factories/refusal-codes.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const vault = new PersonVault({ dataKey: Buffer.alloc(32, 1), indexKey: Buffer.alloc(32, 2) });
const calendar = loadWorkingCalendar();
const desk = (): ComplaintDesk => new ComplaintDesk(vault, calendar, new Commands(database.source));
const clock = (): FollowComplaint => new FollowComplaint(database.source, calendar);
const HERE = '32.75.02.1001';

let operator: MadeOfficer;
beforeAll(async () => {
  for (const policy of readPolicies()) await loadPolicy(database.manager, policy);
  const city = { code: '32.75', name: 'Kota Bekasi', level: 'city', parentCode: null };
  await new ReferenceRepository(database.manager).addTerritories([city]);
  operator = await anOfficer(database.manager, 'dinsos_operator');
});

let visitors = 0;
/** A complaint about the family of this number, from an address of its own. */
async function aComplaint(nik: string): Promise<string> {
  visitors += 1;
  const people = new PublicComplaints(database.source, vault, calendar, new PublicDoor(database.source, vault));
  const form = { submissionKey: randomUUID(), kind: 'not_received', cityCode: '32.75', name: '', phone: '' } as const;
  const text = 'Uang bulan ini belum masuk ke kartu.';
  const { number } = await people.submit({ ...form, text, nik }, `10.1.0.${visitors}`);
  return (
    (await rowOf<{ id: string }>(database.manager, 'select id from complaint where number = $1', [number]))?.id ?? ''
  );
}

/** A family whose money the bank reports as credited, and its complaint that it is not there. */
async function aDeniedPayment({ isReported = true } = {}) {
  const person = aPerson({ nik: `327502010190${(2000 + visitors).toString()}` });
  const period = await aPeriod(database.manager);
  const rosterId = await aSentList(database.source, period, [aRowOf(vault, person, HERE)]);
  const { order, decreeId, endToEndIds } = await aPaidList(database.source, period, rosterId);
  const [instruction = ''] = endToEndIds;
  if (isReported) await applyFile(database.source, order, 'status', [aLine(instruction)]);
  const paid = 'select id from entitlement where end_to_end_id = $1';
  const entitlement = await rowOf<{ id: string }>(database.manager, paid, [instruction]);
  const id = await aComplaint(person.nik);
  return {
    made: { ...period, order, decreeId },
    id,
    entitlementId: entitlement?.id ?? '',
    instruction,
    nik: person.nik,
  };
}

const GRANTED = { outcome: 'granted', text: 'Kami tanyakan ke bank dan kabari Ibu.' } as const;
const answer = (id: string, entitlementId: string) =>
  desk().answer(commandOf(operator), id, { ...GRANTED, deed: { kind: 'payment', entitlementId } });
const stateOf = async (id: string) =>
  rowOf<{ state: string; due: string; appeal: string }>(
    database.manager,
    'select state, due_on::text as due, appeal_until::text as appeal from complaint where id = $1',
    [id],
  );

async function settled(resolution: BreakResolution) {
  const denied = await aDeniedPayment();
  await answer(denied.id, denied.entitlementId);
  await proposeForBreaks(database.source, denied.made, resolution);
  await signBreaks(database.source, denied.made);
  const breaks = new BreakDesk(database.source, calendar);
  await breaks.settle(denied.made.order.id, 1);
  await breaks.settle(denied.made.order.id, 1);
  return denied;
}

test('a granted complaint of money that never came is a break of that payment, for people, and no file settles it', async () => {
  const { made, id, entitlementId, instruction } = await aDeniedPayment();
  await answer(id, entitlementId);
  await applyFile(database.source, made.order, 'status', [aLine(instruction)]);
  const found = `select type, state, owner, complaint_id as "complaintId" from reconciliation_break where order_id = $1`;
  expect(await rowOf(database.manager, found, [made.order.id])).toEqual({
    ...{ type: 'denied_credit', state: 'open', owner: 'bank', complaintId: id },
  });
  const woken = `select 1 from outbox where workflow_id = $1 and kind = 'breaks'`;
  expect(await rowOf(database.manager, woken, [`breaks:${made.order.id}`])).toBeDefined();
});

test('an answer is not final while what it set going is open, however long that takes', async () => {
  const { id, entitlementId } = await aDeniedPayment();
  await answer(id, entitlementId);
  const { appeal = '' } = (await stateOf(id)) ?? {};
  await database.source.transaction((manager) =>
    new ProgrammeClockRepository(manager).moveTo(addCalendarDays(appeal, 90)),
  );
  const look = await clock().look(id);
  expect((await stateOf(id))?.state).toBe('answered');
  // It looks again in a month, not at once: a wait costs nothing.
  expect('dueAt' in look && look.dueAt.slice(0, 10) > addCalendarDays(appeal, 115)).toBe(true);
});

test('money that did not arrive leaves the answer as it is, and is to be paid again', async () => {
  const { id, entitlementId } = await settled('failed');
  expect((await stateOf(id))?.state).toBe('answered');
  const paid = await rowOf(database.manager, 'select state, live from entitlement where id = $1', [entitlementId]);
  expect(paid).toEqual({ state: 'failed', live: false });
});

test.each(['transacted', 'explained'] as const)(
  'a payment that two people find to be %s owes the family another answer, with a new day',
  async (resolution) => {
    const { id } = await settled(resolution);
    expect((await stateOf(id))?.state).toBe('in_work');
    const heard = `select details ->> 'event' as event from notification where kind = 'complaint.waits' and details ->> 'number' =
                  (select number from complaint where id = $1) and details ->> 'event' = 'undone' limit 1`;
    expect(await rowOf(database.manager, heard, [id])).toEqual({ event: 'undone' });
    const story = `select details from complaint_event where complaint_id = $1 and kind = 'deed_ended'`;
    expect(await database.manager.query(story, [id])).toEqual([{ details: { deed: 'payment', result: resolution } }]);
  },
);

test('a payment of another family, one that nobody reports as paid and one denied already set nothing going', async () => {
  const one = await aDeniedPayment();
  const other = await aDeniedPayment();
  const unpaid = await aDeniedPayment({ isReported: false });
  expect(await refusalCodeOf(answer(one.id, other.entitlementId))).toBe('COMPLAINT_PAYMENT');
  expect(await refusalCodeOf(answer(unpaid.id, unpaid.entitlementId))).toBe('COMPLAINT_PAYMENT');
  expect((await stateOf(one.id))?.state).toBe('received');
  await answer(one.id, one.entitlementId);
  const again = await aComplaint(one.nik);
  expect(await refusalCodeOf(answer(again, one.entitlementId))).toBe('COMPLAINT_PAYMENT_DENIED');
  expect((await stateOf(again))?.state).toBe('received');
});
