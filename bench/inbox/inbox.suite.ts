import {
  createDataSource,
  type InboxPosition,
  InboxRepository,
  openTask,
  preparedByText,
  preparedRows,
  type TaskRow,
} from '#persistence';
import type { Appointment } from '#domain';
import { prepare } from '../../apps/cli/src/prepare/prepare.js';
import { type BenchDatabase, withBenchDatabase } from '../bench-database.js';
import { atMost, type BenchRow, median, percentile, seconds } from '../row.js';
import { seedPeriod } from '../seed.js';

const TIMES_BARE_QUERY = 1.5;
const PAGE = 50;
/** Before the clock runs: both sides have their plans, and the pages are in memory. */
const WARM_UP = 200;
const ROUNDS = 3_000;

/** A city's inbox among many open tasks of 514 cities, against the bare indexed query for the same rows. */
export async function inboxSuite(tasks: number): Promise<BenchRow[]> {
  return withBenchDatabase(async (bench) => {
    await prepare({ databaseUrl: bench.url, sandbox: false });
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
        'first-page',
        () => page(),
        () => bare(bench),
      ),
      await compare(
        'hundredth-page',
        () => page(hundredth),
        () => bare(bench, hundredth),
      ),
    ];
  });
}

/**
 * Medians of either side, asked in turns and each first as often as second: what the machine does beside them adds to
 * both alike, and a spike moves a median little. The 99th percentile is printed for the reader and decides nothing.
 */
async function compare(
  metric: string,
  ours: () => Promise<unknown>,
  theirs: () => Promise<unknown>,
): Promise<BenchRow> {
  const took = { ours: [] as number[], theirs: [] as number[] };
  const ask = {
    ours: async () => took.ours.push((await seconds(ours)) * 1000),
    theirs: async () => took.theirs.push((await seconds(theirs)) * 1000),
  };
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    if (round === WARM_UP) Object.assign(took, { ours: [], theirs: [] });
    if (round % 2 === 0) await ask.ours().then(ask.theirs);
    else await ask.theirs().then(ask.ours);
  }
  console.log(`inbox      ${metric}: 99 of 100 within ${percentile(took.ours, 0.99).toFixed(1)} ms`);
  return atMost('inbox', metric, median(took.ours), 'ms', median(took.theirs) * TIMES_BARE_QUERY);
}

/** The same rows by the same index, prepared alike, without names, joins or conditions on the owner. */
async function bare({ database }: BenchDatabase, after?: InboxPosition): Promise<unknown> {
  const beyond = after && `and (due_on, (-amount_rupiah), id) > ($1::date, -($2::bigint), $3::uuid)`;
  return preparedRows(
    database.manager,
    preparedByText(
      'bare',
      `select * from task where role = 'dinsos_operator' and city_code = '32.75' and ${openTask()} ${beyond ?? ''}
        order by due_on, (-amount_rupiah), id limit ${PAGE}`,
    ),
    after === undefined ? [] : [after.key, after.amountRupiah, after.id],
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
async function fill({ database, ownerUrl }: BenchDatabase, periodId: string, tasks: number): Promise<void> {
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
  const owner = await createDataSource(ownerUrl, 1).initialize();
  await owner.query('vacuum analyze task').finally(() => owner.destroy());
}
