import {
  EntitlementRepository,
  InboxRepository,
  NotificationRepository,
  RosterRowRepository,
  TaskLifeRepository,
} from '#persistence';
import { planOf } from '../../support/factories/query-plan.js';
import { anOfficer } from '../../support/factories/officers.js';
import { anOrder } from '../../support/factories/orders.js';
import { aPeriod } from '../../support/factories/periods.js';
import { aRoster, KELURAHAN, rowsFor } from '../../support/factories/rosters.js';
import { useDatabase } from '../../support/factories/use-database.js';

const database = useDatabase();
const PLANS_MATTER_FROM = 20_000;

/** Tasks of fifty cities, most of them somebody else’s. */
async function fillTasks(periodId: string, desk = 'desk'): Promise<void> {
  await database.manager.query(
    `insert into task (kind, stage, role, workflow_id, step_key, period_id, city_code, territory_code, subject_type, subject_id,
                       chain_key, artefact_hash, state, due_on, created_at)
     select 'follow-up.visit', 'follow-up', 'tksk', $3, n::text, $1, '32.' || lpad((n % 50 + 30)::text, 2, '0'),
            '32.' || lpad((n % 50 + 30)::text, 2, '0') || '.02.1001', 'case', n::text, n::text, 'hash', 'ready',
            date '2023-03-01' + n % 90, now()
       from generate_series(1, $2::int) n`,
    [periodId, PLANS_MATTER_FROM, desk],
  );
  await database.asOwner((manager) => manager.query('analyze task'));
}

test('the inbox of one city among many reads its own index in order', async () => {
  const { periodId } = await aPeriod(database.manager);
  await fillTasks(periodId);
  const tksk = await anOfficer(database.manager, 'tksk', { territoryCode: '32.75.02' });
  const plan = await planOf(database.manager, (manager) =>
    new InboxRepository(manager).page(tksk.officerId, tksk.appointments, { view: 'waiting', limit: 50 }),
  );
  expect(plan).toContain('ix_task_city');
  expect(plan).not.toContain('Seq Scan on task t');
});

test('what one officer holds, and what is due to come back, is found by its own index', async () => {
  const { periodId } = await aPeriod(database.manager);
  const tksk = await anOfficer(database.manager, 'tksk', { territoryCode: '32.75.02' });
  await fillTasks(periodId, 'desk of holders');
  await database.manager.query(
    `update task set state = 'reserved', last_event = 'claim', owner_id = $1 where workflow_id = 'desk of holders' and step_key::int % 1000 = 0`,
    [tksk.officerId],
  );
  await database.asOwner((manager) => manager.query('analyze task'));
  const mine = await planOf(database.manager, (manager) =>
    new InboxRepository(manager).page(tksk.officerId, tksk.appointments, { view: 'mine', limit: 50 }),
  );
  expect(mine).toContain('ix_task_owner');
  const due = await planOf(database.manager, (manager) =>
    new TaskLifeRepository(manager).dueToResume(100, { workflowId: 'desk of holders' }),
  );
  expect(due).toContain('ix_task_suspended');
});

test('a kelurahan’s page of its list and of its money comes by index', async () => {
  const period = await aPeriod(database.manager);
  const rosterId = await aRoster(database.source, period, rowsFor(PLANS_MATTER_FROM));
  const page = { territories: [KELURAHAN[0]], limit: 50 };
  const families = await planOf(database.manager, (manager) =>
    new RosterRowRepository(manager).page({ ...page, rosterId, kelurahanCode: KELURAHAN[0] }),
  );
  expect(families).toMatch(/ix_roster_row_kelurahan|pk_roster_row/);
  expect(families).not.toContain('Seq Scan on roster_row');

  const { periodId } = await anOrder(database.source, 3000);
  await database.manager.query('analyze entitlement');
  const money = await planOf(database.manager, (manager) =>
    new EntitlementRepository(manager).page({ ...page, periodId, territoryCode: KELURAHAN[0] }),
  );
  expect(money).toMatch(/ix_entitlement_place|pk_entitlement/);
});

test('what one officer was told, and has not read, is found by its own index', async () => {
  const [reader, others] = [await anOfficer(database.manager, 'ppk'), await anOfficer(database.manager, 'kpa')];
  await database.manager.query(
    `insert into notification (officer_id, kind, key, occurred_at, read_at)
     select case when n % 100 = 0 then $1::uuid else $2::uuid end, 'task.reminder', 'plan:' || n, now(),
            case when n % 1000 = 0 then null else now() end from generate_series(1, $3::int) n`,
    [reader.officerId, others.officerId, PLANS_MATTER_FROM],
  );
  await database.asOwner((manager) => manager.query('analyze notification'));
  const plan = (ask: (notifications: NotificationRepository) => Promise<unknown>) =>
    planOf(database.manager, (manager) => ask(new NotificationRepository(manager)));
  expect(await plan((own) => own.unread(reader.officerId))).toContain('ix_notification_unread');
  expect(await plan((own) => own.page(reader.officerId, { unread: false, limit: 50 }))).toContain(
    'ix_notification_officer',
  );
});
