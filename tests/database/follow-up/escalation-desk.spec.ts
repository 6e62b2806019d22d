import { jest } from '@jest/globals';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { inTransaction, rowsOf } from '#persistence';
import { anOfficer } from '../../support/factories/officers.js';
import { aPeriod } from '../../support/factories/periods.js';
import { setToday, TaskServices } from '../../support/factories/task-services.js';
import { useDatabase } from '../../support/factories/use-database.js';
import { escalateDue } from '#application';

const database = useDatabase();
const CASES = 3_000;
const DESK = 'desk:many:32.75.02.1001';

/** Visits of one kelurahan, opened on Monday 27 March 2023 and due on 24 April. */
beforeAll(async () => {
  await setToday(database.source, '2023-03-27');
  const { periodId } = await aPeriod(database.manager);
  await anOfficer(database.manager, 'tksk');
  await database.manager.query(
    `insert into task (kind, stage, role, workflow_id, step_key, period_id, city_code, territory_code, subject_type, subject_id,
                       chain_key, artefact_hash, families, amount_rupiah, state, start_due_on, due_on, created_at)
     select 'follow-up.visit', 'follow-up', 'tksk', $3, n::text, $1, '32.75', '32.75.02.1001', 'case', n::text, n::text,
            'hash', 1, 400000, 'ready', '2023-03-29', '2023-04-10', programme_now()
       from generate_series(1, $2::int) n`,
    [periodId, CASES, DESK],
  );
});

test('a desk of thousands is told in a handful of statements, and its people once', async () => {
  const desk = new TaskServices(database.source);
  await setToday(database.source, '2023-04-12');
  const statements: number[] = [];
  await inTransaction(database.source, async (manager) => {
    const query = jest.spyOn(manager, 'query');
    await escalateDue(manager, desk, { workflowId: DESK });
    statements.push(query.mock.calls.length);
  });
  expect(statements[0]).toBeLessThan(15);
  const rows = await rowsOf<{ added: string[]; escalations: number; tasks: number }>(
    database.manager,
    `select added_roles as added, escalations, count(*)::int as tasks from task group by 1, 2`,
  );
  expect(rows).toEqual([{ added: ['dinsos_head'], escalations: 1, tasks: CASES }]);
  const notified = await rowsOf<{ role: string; step: string; tasks: number }>(
    database.manager,
    `select a.role, n.details ->> 'step' as step, (n.details ->> 'tasks')::int as tasks
       from notification n join appointment a on a.officer_id = n.officer_id order by 1, 2`,
  );
  expect(notified.map(({ role, step, tasks }) => [role, step, tasks])).toEqual([
    ['dinsos_head', 'late', CASES],
    ['dinsos_head', 'owner', CASES],
    ['dinsos_head', 'start', CASES],
    ['tksk', 'late', CASES],
    ['tksk', 'remind', CASES],
    ['tksk', 'start', CASES],
  ]);
});

const run = promisify(execFile);
const KEY = Buffer.alloc(32, 7).toString('base64');

/** What every command is started with; this one uses no more of it than the database. */
const SETTINGS = {
  TEMPORAL_ADDRESS: '127.0.0.1:1',
  AMANAH_DATA_KEY: KEY,
  AMANAH_INDEX_KEY: KEY,
  AMANAH_EXCHANGE_DIR: '/tmp',
  BANK_SFTP_USER: 'test',
  BANK_SFTP_PASSWORD: 'test',
  BANK_HOST_FINGERPRINT: '00'.repeat(32),
};

/** The command as it ships: what it prints, and its exit code. */
async function simulate(...args: string[]): Promise<{ code: number; text: string }> {
  const command = ['dist/apps/cli/src/main.js', 'simulate', 'escalations', ...args];
  const env = { ...process.env, ...SETTINGS, DATABASE_URL: database.url };
  try {
    return { code: 0, text: (await run(process.execPath, command, { env })).stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, text: stdout + stderr };
  }
}

test('the command says it with its exit code: 1 with findings, 0 without, 2 when it cannot be said', async () => {
  await setToday(database.source, '2023-03-27');
  await database.manager.query(`update task set steps_done = '{}', added_roles = '{}'`);
  const { code, text } = await simulate('--until', '2023-04-11', '--json');
  expect(code).toBe(1);
  expect((JSON.parse(text) as { lines: unknown[] }).lines[0]).toMatchObject({
    at: '2023-03-30T01:00:00.000Z',
    step: 'start',
    tasks: CASES,
    amountRupiah: `${400_000 * CASES}`,
  });
  expect((await simulate('--until', '2023-04-11')).text).toContain('2023-04-06 08:00 WIB  remind');
  expect((await simulate('--until', '2023-03-28')).code).toBe(0);
  expect(await simulate('--until', '2023-01-01')).toMatchObject({
    code: 2,
    text: expect.stringContaining('SIMULATION_PAST'),
  });
  expect((await simulate('--until', 'soon')).code).toBe(2);
  expect((await simulate()).code).toBe(2);
});
