import { CaseRepository, inTransaction, rowsOf } from '#persistence';
import type { DataSource } from 'typeorm';
import { anOrder, type MadeOrder } from './orders.js';
import { nextNumber } from './sequence.js';

export interface MadeCases extends MadeOrder {
  readonly caseIds: readonly string[];
  readonly deskIds: readonly string[];
}

/** Families who were credited and did not transact, each with a case to visit. */
export async function someCases(database: DataSource, families = 1): Promise<MadeCases> {
  const made = await anOrder(database, families);
  await database.query(`update entitlement set state = 'not_transacted' where order_id = $1`, [made.order.id]);
  const desks = await inTransaction(database, (manager) =>
    new CaseRepository(manager).openForOrder(made.order.id, `desk:${nextNumber()}:`, '2023-06-25'),
  );
  const rows = await rowsOf<{ id: string }>(
    database.manager,
    'select id from follow_up_case where period_id = $1 order by id',
    [made.periodId],
  );
  return { ...made, caseIds: rows.map(({ id }) => id), deskIds: desks.map(({ workflowId }) => workflowId) };
}

/** A case that was visited and waits for the city, whatever desk it lies at. Returns its id. */
export async function aFoundCase(database: DataSource, finding = 'card_lost'): Promise<string> {
  const { caseIds } = await someCases(database);
  const [id = ''] = caseIds;
  await database.query(
    `update follow_up_case c set state = 'to_decide', finding = $2, found_at = programme_now(), decides = r.decides,
            restricted = r.restricted
       from finding_rule_on('sembako', $2, programme_today()) r where c.id = $1`,
    [id, finding],
  );
  return id;
}
