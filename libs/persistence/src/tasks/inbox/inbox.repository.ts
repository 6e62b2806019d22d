import type { EntityManager } from 'typeorm';
import type { Appointment, StandIn, TaskKind } from '#domain';
import { rowsOf } from '../../shared/unit-of-work.js';
import { preparedByText, preparedRows } from '../../shared/prepared.js';
import { type Add, type InboxView, scopeOf } from './inbox-scope.js';
import { openTask } from '../open-task.js';
import { TASK_COLUMNS } from '../task-columns.js';
import type { TaskRow } from '../task.types.js';

/** To the millisecond, as a cursor holds it: finer, and the next page would skip what was decided in the same one. */
const CLOSED_AT = `date_trunc('milliseconds', t.closed_at)`;

/** What is due first, and of one day what more money depends on. Indexes say it in the same words. */
const URGENCY = 't.due_on, (-t.amount_rupiah), t.id';

/** Where the page before ended: the due day and rupiah of its last row, or the moment of its decision; and its id. */
export interface InboxPosition {
  readonly key: string;
  readonly amountRupiah?: string | undefined;
  readonly id: string;
}

export interface InboxFilter {
  readonly view: InboxView;
  readonly kind?: TaskKind | undefined;
  readonly periodId?: string | undefined;
  readonly territoryCode?: string | undefined;
  readonly limit: number;
  readonly after?: InboxPosition | undefined;
}

/**
 * What was asked for beside the view; a condition that is not asked for is not in the text, for a plan that is made
 * once must find the place in the index whatever the values are.
 */
function narrowing({ kind, periodId, territoryCode, after }: InboxFilter, add: Add): string[] {
  const conditions: string[] = [];
  if (kind !== undefined) conditions.push(`t.kind = ${add(kind)}`);
  if (periodId !== undefined) conditions.push(`t.period_id = ${add(periodId)}::uuid`);
  if (territoryCode !== undefined) {
    const code = add(territoryCode);
    conditions.push(`(t.territory_code = ${code} or t.territory_code like ${code} || '.%')`);
  }
  if (after !== undefined) {
    const [day, rupiah, id] = [add(after.key), add(after.amountRupiah ?? '0'), add(after.id)];
    conditions.push(`(${URGENCY}) > (${day}::date, -(${rupiah}::bigint), ${id}::uuid)`);
  }
  return conditions;
}

/** Lists of tasks, most urgent first, by keyset so that the hundredth page costs what the first does. */
export class InboxRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Open tasks by due day, rupiah at stake, then id; done tasks by the moment they were closed, newest first. */
  async page(
    officerId: string,
    appointments: readonly Appointment[],
    filter: InboxFilter,
    standsFor: readonly StandIn[] = [],
  ): Promise<TaskRow[]> {
    if (filter.view === 'done') return this.done(officerId, filter);
    const values: unknown[] = [];
    const add = (value: unknown): string => `$${values.push(value)}`;
    const scope = scopeOf(filter.view, { officerId, appointments, standsFor }, add);
    const conditions = [openTask('t'), scope, ...narrowing(filter, add)].join(' and ');
    const text = `select ${TASK_COLUMNS} from task t where ${conditions} order by ${URGENCY} limit ${add(filter.limit)}`;
    return preparedRows<TaskRow>(this.manager, preparedByText('inbox', text), values);
  }

  /** How many wait for me, per kind; the same conditions as the list, so badge and list agree. */
  async counts(
    officerId: string,
    appointments: readonly Appointment[],
    standsFor: readonly StandIn[] = [],
  ): Promise<{ kind: TaskKind; tasks: number }[]> {
    const values: unknown[] = [];
    const scope = scopeOf('waiting', { officerId, appointments, standsFor }, (value) => `$${values.push(value)}`);
    return rowsOf(
      this.manager,
      `select t.kind, count(*)::int as tasks from task t
        where ${openTask('t')} and ${scope} group by t.kind order by t.kind`,
      values,
    );
  }

  private async done(officerId: string, { kind, periodId, after, limit }: InboxFilter): Promise<TaskRow[]> {
    return rowsOf<TaskRow>(
      this.manager,
      `select ${TASK_COLUMNS} from task t
        where t.id in (select d.task_id from task_decision d where d.officer_id = $1
                       union select v.task_id from approval_vote v where v.officer_id = $1)
          and t.closed_at is not null
          and ($2::text is null or t.kind = $2) and ($3::uuid is null or t.period_id = $3)
          and ($4::timestamptz is null or (${CLOSED_AT}, t.id) < ($4::timestamptz, $5::uuid))
        order by ${CLOSED_AT} desc, t.id desc limit $6`,
      [officerId, kind ?? null, periodId ?? null, after?.key ?? null, after?.id ?? null, limit],
    );
  }
}
