import type { DataSource } from 'typeorm';
import { rowsOf } from '#persistence';
import type { Actors } from '../../apps/cli/src/demo/actors.js';
import { seconds } from '../row.js';

/** As many as one request takes. */
const ITEMS = 5_000;
const OFFICER = 'tksk.bekasi-barat';

/** Visits reported per second by one officer in one request, from a clean outbox to the answer with a result for each. */
export async function bulkDecisionsPerSecond(database: DataSource, actors: Actors): Promise<number> {
  const items = await openVisits(database);
  const body = { items, outcome: 'submitted', details: { finding: 'pin_forgotten' } };
  let done = 0;
  const took = await seconds(async () => {
    ({ done } = await actors.api.post<{ done: number }>(OFFICER, '/tasks/bulk/decide', body));
  });
  if (done !== ITEMS) throw new Error(`${done} of ${ITEMS} were decided`);
  return ITEMS / took;
}

/** Tasks as a desk opens them for its cases; no workflow waits for these. */
async function openVisits(database: DataSource): Promise<{ taskId: string; artefactHash: string }[]> {
  return rowsOf(
    database.manager,
    `insert into task (kind, stage, role, workflow_id, step_key, period_id, city_code, territory_code, subject_type,
                       subject_id, chain_key, artefact_hash, families, amount_rupiah, state, due_on, created_at)
     select 'follow-up.visit', 'follow-up', 'tksk', 'bulk', n::text, (select id from period limit 1), '32.75',
            '32.75.02.1001', 'case', n::text, 'bulk:' || n, 'hash', 1, 400000, 'ready', current_date, now()
       from generate_series(1, $1::int) n
     returning id as "taskId", artefact_hash as "artefactHash"`,
    [ITEMS],
  );
}
