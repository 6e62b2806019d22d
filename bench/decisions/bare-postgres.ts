import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { seconds } from '../row.js';

/** The same rows written by the same number of connections, two commits a case, with nothing else around them. */
export async function bareDecisionsPerSecond(databaseUrl: string, cases: number, clients: number): Promise<number> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: clients });
  try {
    const tasks = await seedTasks(pool, cases);
    const { rows } = await pool.query<{ officerId: string; appointmentId: string }>(
      `select officer_id as "officerId", id as "appointmentId" from appointment where role = 'tksk' limit 1`,
    );
    const [person] = rows;
    if (person === undefined) throw new Error('the sandbox has a TKSK');
    const client = async (): Promise<void> => {
      for (let taskId = tasks.shift(); taskId !== undefined; taskId = tasks.shift()) {
        await transaction(pool, (connection) => claim(connection, taskId, person.officerId));
        await transaction(pool, (connection) => decide(connection, taskId, person));
      }
    };
    return cases / (await seconds(() => Promise.all(Array.from({ length: clients }, client))));
  } finally {
    await pool.end();
  }
}

async function seedTasks(pool: pg.Pool, cases: number): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `insert into task (kind, stage, role, workflow_id, step_key, period_id, city_code, territory_code, subject_type,
                       subject_id, chain_key, artefact_hash, families, amount_rupiah, state, due_on, created_at)
     select 'follow-up.visit', 'follow-up', 'tksk', 'bare', n::text, (select id from period limit 1), '32.75',
            '32.75.02.1001', 'case', n::text, 'bare:' || n, 'hash', 1, 400000, 'ready', current_date, now()
       from generate_series(1, $1::int) n returning id`,
    [cases],
  );
  return rows.map(({ id }) => id);
}

async function transaction(pool: pg.Pool, work: (connection: pg.PoolClient) => Promise<void>): Promise<void> {
  const connection = await pool.connect();
  try {
    await connection.query('begin');
    await work(connection);
    await connection.query('commit');
  } finally {
    connection.release();
  }
}

async function claim(connection: pg.PoolClient, taskId: string, officerId: string): Promise<void> {
  const key = randomUUID();
  await connection.query('insert into command_receipt (officer_id, key, request_hash) values ($1, $2, $3)', [
    officerId,
    key,
    'h',
  ]);
  await connection.query('select 1 from task where id = $1 for update', [taskId]);
  await connection.query(`update task set state = 'reserved', owner_id = $2 where id = $1`, [taskId, officerId]);
  await connection.query(
    `update command_receipt set status = 200, response = '{}' where officer_id = $1 and key = $2`,
    [officerId, key],
  );
}

async function decide(
  connection: pg.PoolClient,
  taskId: string,
  person: { officerId: string; appointmentId: string },
): Promise<void> {
  const key = randomUUID();
  const { officerId, appointmentId } = person;
  await connection.query('insert into command_receipt (officer_id, key, request_hash) values ($1, $2, $3)', [
    officerId,
    key,
    'h',
  ]);
  await connection.query('select 1 from task where id = $1 for update', [taskId]);
  await connection.query(
    `insert into task_decision (task_id, officer_id, appointment_id, outcome, artefact_hash, decided_at)
     values ($1, $2, $3, 'submitted', 'hash', now())`,
    [taskId, officerId, appointmentId],
  );
  await connection.query(
    `insert into signature (chain_key, officer_id, capacity, task_id, signed_at) values ($1::text, $2, 'prepare', $1::uuid, now())`,
    [taskId, officerId],
  );
  await connection.query(`update task set state = 'completed', closed_at = now() where id = $1`, [taskId]);
  await connection.query(
    `insert into audit_entry (officer_id, action, subject_type, subject_id, occurred_at) values ($1, 'task.submitted', 'task', $2, now())`,
    [officerId, taskId],
  );
  await connection.query(
    `insert into outbox (workflow_id, kind, payload, delivered_at) values ('bare', 'decision', '{}', now())`,
  );
  await connection.query(
    `update command_receipt set status = 200, response = '{}' where officer_id = $1 and key = $2`,
    [officerId, key],
  );
}
