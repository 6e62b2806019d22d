import { randomUUID } from 'node:crypto';
import pg from 'pg';

interface BareOfficer {
  readonly officerId: string;
  readonly appointmentId: string;
}

/** The same rows written over as many connections, two commits a case, with nothing else around them. */
export class BareDecisions {
  private constructor(
    private readonly pool: pg.Pool,
    private readonly person: BareOfficer,
    private readonly taskIds: string[],
  ) {}

  /** Connects, and lays as many tasks ready as will be decided. */
  static async prepare(databaseUrl: string, cases: number, clients: number): Promise<BareDecisions> {
    const pool = new pg.Pool({ connectionString: databaseUrl, max: clients });
    const { rows } = await pool.query<BareOfficer>(
      `select officer_id as "officerId", id as "appointmentId" from appointment where role = 'tksk' limit 1`,
    );
    const [person] = rows;
    if (person === undefined) throw new Error('the sandbox has a TKSK');
    return new BareDecisions(pool, person, await seedTasks(pool, cases));
  }

  /** Claims and decides so many of them, then takes them in. */
  async decide(cases: number): Promise<void> {
    const decided = this.taskIds.splice(0, cases);
    const tasks = [...decided];
    const client = async (): Promise<void> => {
      for (let taskId = tasks.shift(); taskId !== undefined; taskId = tasks.shift()) {
        await transaction(this.pool, (connection) => claim(connection, taskId, this.person.officerId));
        await transaction(this.pool, (connection) => decide(connection, taskId, this.person));
      }
    };
    await Promise.all(Array.from({ length: this.pool.options.max }, client));
    await takeIn(this.pool, decided);
  }

  async close(): Promise<void> {
    await this.pool.end();
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
  await connection.query('select 1 from task where id = $1 for update', [taskId]);
  await connection.query(`update task set state = 'reserved', last_event = 'claim', owner_id = $2 where id = $1`, [
    taskId,
    officerId,
  ]);
  await remember(connection, taskId, 'claim', officerId);
  await keep(connection, officerId);
}

async function keep(connection: pg.PoolClient, officerId: string): Promise<void> {
  await connection.query(
    `insert into command_receipt (officer_id, key, request_hash, status, response) values ($1, $2, 'h', 200, '{}')`,
    [officerId, randomUUID()],
  );
}

async function remember(connection: pg.PoolClient, taskId: string, event: string, officerId: string): Promise<void> {
  await connection.query(
    'insert into task_event (task_id, event, officer_id, occurred_at) values ($1, $2, $3, now())',
    [taskId, event, officerId],
  );
}

async function decide(connection: pg.PoolClient, taskId: string, person: BareOfficer): Promise<void> {
  const { officerId, appointmentId } = person;
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
  await connection.query(
    `update task set state = 'completed', last_event = 'decide', closed_at = now() where id = $1`,
    [taskId],
  );
  await remember(connection, taskId, 'decide', officerId);
  await connection.query(
    `insert into audit_entry (officer_id, action, subject_type, subject_id, occurred_at) values ($1, 'task.submitted', 'task', $2, now())`,
    [officerId, taskId],
  );
  await connection.query(
    `insert into outbox (workflow_id, kind, payload, delivered_at) values ('bare', 'decision', '{}', now())`,
  );
  await keep(connection, officerId);
}

/** What the desks write for these decisions, the case moved on and its next task, in as few statements as can be. */
async function takeIn(pool: pg.Pool, taskIds: readonly string[]): Promise<void> {
  await pool.query(
    `update follow_up_case c set finding = d.details ->> 'finding', found_by = d.officer_id, found_at = d.decided_at
       from (select row_number() over () as n, * from task_decision where task_id = any($1::uuid[])) d
       join (select row_number() over () as n, id from follow_up_case) same on same.n = d.n
      where c.id = same.id`,
    [taskIds],
  );
  await pool.query(
    `insert into task (kind, stage, role, workflow_id, step_key, period_id, city_code, territory_code, subject_type,
                       subject_id, chain_key, artefact_hash, families, amount_rupiah, state, due_on, created_at)
     select 'follow-up.decide', stage, 'dinsos_operator', workflow_id, 'next:' || step_key, period_id, city_code,
            territory_code, subject_type, subject_id, chain_key, artefact_hash, families, amount_rupiah, 'ready', due_on,
            now()
       from task where id = any($1::uuid[])`,
    [taskIds],
  );
}
