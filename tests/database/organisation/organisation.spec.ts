import {
  AppointmentRepository,
  CandidateRepository,
  createDataSource,
  inTransaction,
  LeaveRepository,
} from '#persistence';
import type { DataSource } from 'typeorm';
import { anOfficer, type MadeOfficer } from '../../support/factories/officers.js';
import { type TestDatabase, testDatabase } from '../../support/servers/test-database.js';

let created: TestDatabase;
let database: DataSource;
beforeAll(async () => {
  created = await testDatabase();
  database = await createDataSource(created.url).initialize();
});
afterAll(async () => {
  await database.destroy();
  await created.drop();
});

const officeOf = async ({ appointmentId }: MadeOfficer): Promise<string> => {
  const [row] = await database.query<{ id: string }[]>('select office_id as id from appointment where id = $1', [
    appointmentId,
  ]);
  return row?.id ?? '';
};
const insert = (officerId: string, officeId: string, from: string, to: string | null, acting: string | null = null) =>
  database.query(
    `insert into appointment (officer_id, office_id, role, valid_from, valid_to, acting, letter_number, created_by, created_at)
     values ($1, $2, 'lurah', $3, $4, $5, 'SP/1', $1, now())`,
    [officerId, officeId, from, to, acting],
  );

test.each([
  ['2030-01-10', '2030-01-20', true],
  ['2030-01-31', null, true],
  ['2030-02-01', null, false],
  ['2029-12-01', '2029-12-31', false],
])('one post is held once on a day: %s to %s beside January is refused: %s', async (from, to, isRefused) => {
  const officer = await anOfficer(database.manager, 'tksk');
  const officeId = await officeOf(await anOfficer(database.manager, 'lurah'));
  await insert(officer.officerId, officeId, '2030-01-01', '2030-01-31');
  const second = insert(officer.officerId, officeId, from, to);
  await (isRefused ? expect(second).rejects.toMatchObject({ constraint: 'one_appointment' }) : second);
});

test('two who enter the same post at once: one stands, the other is refused', async () => {
  const officer = await anOfficer(database.manager, 'tksk');
  const officeId = await officeOf(await anOfficer(database.manager, 'lurah'));
  const both = await Promise.allSettled([
    insert(officer.officerId, officeId, '2031-01-01', null),
    insert(officer.officerId, officeId, '2031-01-02', null),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('one person stands in at a time', async () => {
  const [one, other] = [await anOfficer(database.manager, 'camat'), await anOfficer(database.manager, 'camat')];
  const officeId = await officeOf(await anOfficer(database.manager, 'lurah', { territoryCode: '32.75.02.1004' }));
  await insert(one.officerId, officeId, '2032-01-01', '2032-01-10', 'plh');
  await expect(insert(other.officerId, officeId, '2032-01-10', '2032-01-20', 'plh')).rejects.toMatchObject({
    constraint: 'one_acting',
  });
});

test('an appointment ended before it began never held, and leaves its days free', async () => {
  const officer = await anOfficer(database.manager, 'tksk');
  const officeId = await officeOf(await anOfficer(database.manager, 'lurah'));
  const appointments = new AppointmentRepository(database.manager);
  const { officerId } = officer;
  const office = await appointments.office(officeId);
  const wanted = { ...office, officerId, role: 'lurah' as const, validFrom: '2099-01-01' };
  const id = await appointments.appoint(wanted, officerId);
  await appointments.end(id, undefined, 'entered by mistake', officerId);
  expect(await appointments.find(id)).toMatchObject({ validFrom: '2099-01-01', validTo: '2098-12-31' });
  await appointments.appoint(wanted, officerId);
});

test('an acting appointment through the register has its letter and its last day', async () => {
  const officer = await anOfficer(database.manager, 'tksk');
  const officeId = await officeOf(await anOfficer(database.manager, 'lurah'));
  const bare = database.query(
    `insert into appointment (officer_id, office_id, role, valid_from, acting, created_by, created_at)
     values ($1, $2, 'lurah', '2033-01-01', 'plh', $1, now())`,
    [officer.officerId, officeId],
  );
  await expect(bare).rejects.toMatchObject({ constraint: 'appointment_acting_letter' });
});

test('leaves of one officer share no day, unless one is cancelled', async () => {
  const { officerId } = await anOfficer(database.manager, 'lurah');
  const leaves = new LeaveRepository(database.manager);
  const leave = { officerId, kind: 'annual', firstDay: '2030-05-01', lastDay: '2030-05-05' } as const;
  const id = await leaves.add(leave, officerId);
  await expect(leaves.add({ ...leave, firstDay: '2030-05-05' }, officerId)).rejects.toMatchObject({
    constraint: 'one_leave',
  });
  await leaves.cancel(id, officerId);
  await leaves.add(leave, officerId);
});

test('who is on leave today is no candidate for new work, and still holds their post', async () => {
  const lurah = await anOfficer(database.manager, 'lurah', { territoryCode: '32.75.02.1005' });
  const candidates = new CandidateRepository(database.manager);
  const ids = async () => (await candidates.holdersOf(['lurah'], '32.75.02.1005')).map(({ officerId }) => officerId);
  expect(await ids()).toContain(lurah.officerId);
  await database.query(
    `insert into officer_leave (officer_id, kind, first_day, last_day, created_by, created_at)
     values ($1, 'duty', programme_today(), programme_today(), $1, programme_now())`,
    [lurah.officerId],
  );
  expect(await ids()).not.toContain(lurah.officerId);
  expect(await candidates.onLeave([lurah.officerId])).toEqual([lurah.officerId]);
  const [actor] = await candidates.byId([lurah.officerId]);
  expect(actor?.appointments).toHaveLength(1);
});

test('the register is written by one at a time', async () => {
  const order: string[] = [];
  const write = (name: string, wait: number) =>
    inTransaction(database, async (manager) => {
      await new AppointmentRepository(manager).lockRegister();
      order.push(`${name} begins`);
      await manager.query('select pg_sleep($1)', [wait]);
      order.push(`${name} ends`);
    });
  await Promise.all([write('a', 0.1), write('b', 0)]);
  expect(order[1]?.split(' ')[0]).toBe(order[0]?.split(' ')[0]);
});

test.each([
  ['a bank in a city', 'bank', 'city'],
  ['a ward of the nation', 'kelurahan', 'nation'],
])('%s is refused', async (_what, kind, level) => {
  const sql = 'insert into office (name, kind, level, territory_code) values ($1, $1, $2, $3)';
  await expect(database.query(sql, [kind, level, '32.75'])).rejects.toMatchObject({ constraint: 'office_kind' });
});
