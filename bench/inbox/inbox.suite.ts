import { type InboxPosition, InboxRepository, openTask, type TaskRow } from '#persistence';
import type { Appointment } from '#domain';
import { prepare } from '../../apps/cli/src/prepare/prepare.js';
import { type BenchDatabase, withBenchDatabase } from '../bench-database.js';
import { atMost, type BenchRow, percentile, seconds } from '../row.js';
import { seedPeriod } from '../seed.js';

const TIMES_BARE_QUERY = 2;
const PAGE = 50;
const BLOCKS = 5;
const ROUNDS = 200;

/** A city's inbox among many open tasks of 514 cities, against the bare indexed query for the same rows. */
export async function inboxSuite(tasks: number): Promise<BenchRow[]> {
  return withBenchDatabase(async (bench) => {
    await prepare(bench.url, false);
    const { periodId, officerId, appointmentId } = await seedPeriod(bench.database, 1);
    await fill(bench, periodId, tasks);
    const appointment: Appointment = {
      id: appointmentId,
      role: 'dinsos_operator',
      officeName: 'Bench',
      territoryCode: '32.75',
      validFrom: '2020-01-01',
    };
    const inbox = new InboxRepository(bench.database.manager);
    const hundredth = await positionAfter(bench, 99 * PAGE);
    const page = (after?: InboxPosition): Promise<TaskRow[]> =>
      inbox.page(officerId, [appointment], { view: 'waiting', limit: PAGE, ...(after === undefined ? {} : { after }) });
    return [
      await compare(
        'p99-first-page',
        () => page(),
        () => bare(bench),
      ),
      await compare(
        'p99-hundredth-page',
        () => page(hundredth),
        () => bare(bench, hundredth),
      ),
    ];
  });
}

/** The best of five 99th percentiles of either side, asked in turns: what the machine does beside them only ever adds. */
async function compare(
  metric: string,
  ours: () => Promise<unknown>,
  theirs: () => Promise<unknown>,
): Promise<BenchRow> {
  const p99 = { ours: [] as number[], theirs: [] as number[] };
  for (let block = 0; block < BLOCKS; block += 1) {
    const took = { ours: [] as number[], theirs: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      took.ours.push((await seconds(ours)) * 1000);
      took.theirs.push((await seconds(theirs)) * 1000);
    }
    p99.ours.push(percentile(took.ours, 0.99));
    p99.theirs.push(percentile(took.theirs, 0.99));
  }
  return atMost('inbox', metric, Math.min(...p99.ours), 'ms', Math.min(...p99.theirs) * TIMES_BARE_QUERY);
}

/** The same rows by the same index, without names, joins or conditions on the owner. */
async function bare({ database }: BenchDatabase, after?: InboxPosition): Promise<unknown> {
  return database.query(
    `select * from task where role = 'dinsos_operator' and city_code = '32.75' and ${openTask()}
        and ($1::date is null or (due_on, (-amount_rupiah), id) > ($1::date, -($2::bigint), $3::uuid))
      order by due_on, (-amount_rupiah), id limit ${PAGE}`,
    [after?.key ?? null, after?.amountRupiah ?? null, after?.id ?? null],
  );
}

async function positionAfter({ database }: BenchDatabase, count: number): Promise<InboxPosition> {
  const rows: InboxPosition[] = await database.query(
    `select due_on::text as key, amount_rupiah::text as "amountRupiah", id
       from task where role = 'dinsos_operator' and city_code = '32.75'
      order by due_on, (-amount_rupiah), id offset $1 limit 1`,
    [count - 1],
  );
  return rows[0] ?? { key: '2023-01-01', amountRupiah: '0', id: '00000000-0000-0000-0000-000000000000' };
}

/** Open tasks spread over 514 cities, with one city heavy enough to have a hundredth page. */
async function fill({ database }: BenchDatabase, periodId: string, tasks: number): Promise<void> {
  await database.query(
    `insert into task (kind, stage, role, workflow_id, step_key, period_id, city_code, territory_code, subject_type,
                       subject_id, chain_key, artefact_hash, families, amount_rupiah, state, due_on, created_at)
     select 'follow-up.decide', 'follow-up', case when n % 3 = 0 then 'tksk' else 'dinsos_operator' end, 'bench', n::text,
            $1, c.code, c.code || '.01.1001', 'case', n::text, 'case:' || n, 'hash', 1, 400000, 'ready',
            date '2023-03-01' + (n % 120), now()
       from generate_series(1, $2::int) n
       join lateral (select case when n % 60 = 1 then '32.75'
                                 else lpad((11 + n % 80)::text, 2, '0') || '.' || lpad((1 + n % 73)::text, 2, '0') end as code) c on true`,
    [periodId, tasks],
  );
  // Else the server tidies up after the load while it is measured.
  await database.query('vacuum analyze task');
}
