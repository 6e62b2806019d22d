import type { EntityManager } from 'typeorm';
import { ADDABLE_ROLES, type Appointment, NATION, type StandIn, type TaskKind } from '#domain';
import { rowsOf } from '../shared/unit-of-work.js';
import { openTask } from './open-task.js';
import { TASK_COLUMNS } from './task-columns.js';
import type { TaskRow } from './task.types.js';

const CITY_CODE_LENGTH = 5;

/** To the millisecond, as a cursor holds it: finer, and the next page would skip what was decided in the same one. */
const CLOSED_AT = `date_trunc('milliseconds', t.closed_at)`;

/** `mine`: held by me; `pool`: free for one of my offices, and for me where it was forwarded; `waiting`: both; `done`: decided by me; `behalf`: of officers for whom I stand in today. */
export type InboxView = 'waiting' | 'mine' | 'pool' | 'done' | 'watched' | 'behalf';

export interface InboxFilter {
  readonly view: InboxView;
  readonly kind?: TaskKind | undefined;
  readonly periodId?: string | undefined;
  readonly territoryCode?: string | undefined;
  readonly limit: number;
  /** Where the page before ended: the due day (or decision time) and id of its last row. */
  readonly after?: { readonly key: string; readonly id: string } | undefined;
}

/** Lists of tasks, newest duty first, by keyset so that the hundredth page costs what the first does. */
export class InboxRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Open tasks by due day, then id; done tasks by decision time, newest first. */
  async page(
    officerId: string,
    appointments: readonly Appointment[],
    filter: InboxFilter,
    standsFor: readonly StandIn[] = [],
  ): Promise<TaskRow[]> {
    if (filter.view === 'done') return this.done(officerId, filter);
    const scope = this.withOthers(this.scope(officerId, appointments, filter), filter.view, officerId, standsFor);
    return rowsOf<TaskRow>(
      this.manager,
      `select ${TASK_COLUMNS} from task t
        where ${openTask('t')} and ${scope.where}
          and ($1::text is null or t.kind = $1) and ($2::uuid is null or t.period_id = $2)
          and ($3::text is null or t.territory_code = $3 or t.territory_code like $3 || '.%')
          and ($4::date is null or (t.due_on, t.id) > ($4::date, $5::uuid))
        order by t.due_on, t.id limit $6`,
      [
        filter.kind ?? null,
        filter.periodId ?? null,
        filter.territoryCode ?? null,
        filter.after?.key ?? null,
        filter.after?.id ?? null,
        filter.limit,
        ...scope.parameters,
      ],
    );
  }

  /** How many wait for me, per kind; the same conditions as the list, so badge and list agree. */
  async counts(
    officerId: string,
    appointments: readonly Appointment[],
    standsFor: readonly StandIn[] = [],
  ): Promise<{ kind: TaskKind; tasks: number }[]> {
    const own = this.scope(officerId, appointments, { view: 'waiting', limit: 0 }, 1);
    const scope = this.withOthers(own, 'waiting', officerId, standsFor, 1);
    return rowsOf(
      this.manager,
      `select t.kind, count(*)::int as tasks from task t
        where ${openTask('t')} and ${scope.where} group by t.kind order by t.kind`,
      scope.parameters,
    );
  }

  private async done(officerId: string, filter: InboxFilter): Promise<TaskRow[]> {
    return rowsOf<TaskRow>(
      this.manager,
      `select ${TASK_COLUMNS} from task_decision d join task t on t.id = d.task_id
        where d.officer_id = $1 and ($2::text is null or t.kind = $2) and ($3::uuid is null or t.period_id = $3)
          and ($4::timestamptz is null or (${CLOSED_AT}, t.id) < ($4::timestamptz, $5::uuid))
        order by ${CLOSED_AT} desc, t.id desc limit $6`,
      [
        officerId,
        filter.kind ?? null,
        filter.periodId ?? null,
        filter.after?.key ?? null,
        filter.after?.id ?? null,
        filter.limit,
      ],
    );
  }

  /** One condition per appointment: its role, in its territory. No appointment, no rows. */
  private scope(
    officerId: string,
    appointments: readonly Appointment[],
    filter: InboxFilter,
    firstParameter = 7,
  ): { where: string; parameters: unknown[] } {
    if (filter.view === 'behalf') return { where: 'false', parameters: [] };
    if (filter.view === 'mine') return { where: `t.owner_id = $${firstParameter}`, parameters: [officerId] };
    const parameters: unknown[] = [];
    const add = (value: unknown): string => `$${firstParameter + parameters.push(value) - 1}`;
    const offices = appointments.map(({ role, territoryCode }) => {
      const place = this.place(territoryCode, add);
      return filter.view === 'watched' ? place : `(t.role = ${add(role)} and ${place})`;
    });
    const added = filter.view === 'watched' ? [] : this.added(appointments, add);
    offices.push(...added);
    const pool = offices.length === 0 ? 'false' : `(${offices.join(' or ')})`;
    if (filter.view === 'watched') return { where: pool, parameters };
    const me = add(officerId);
    // A forwarded task has left the inbox of everybody but those it was forwarded to.
    const mayTake = `t.owner_id is null and (t.potential_owners is null or ${me}::uuid = any(t.potential_owners)${added.map((one) => ` or ${one}`).join('')})
      and (t.approval_request_id is null or not exists (
        select from approval_vote v where v.request_id = t.approval_request_id and v.artefact_hash = t.artefact_hash
           and ${me}::uuid in (v.officer_id, v.acted_for_id)))`;
    if (filter.view === 'pool') return { where: `${mayTake} and ${pool}`, parameters };
    return { where: `${pool} and (t.owner_id = ${me} or (${mayTake}))`, parameters };
  }

  /** Beside one's own, what comes to the officers for whom one stands in: free in their office, or held by them. */
  private withOthers(
    own: { where: string; parameters: unknown[] },
    view: InboxView,
    officerId: string,
    standsFor: readonly StandIn[],
    firstParameter = 7,
  ): { where: string; parameters: unknown[] } {
    if (view !== 'behalf' && (view !== 'waiting' || standsFor.length === 0)) return own;
    const parameters = [...own.parameters];
    const add = (value: unknown): string => `$${firstParameter + parameters.push(value) - 1}`;
    const others = standsFor.map(({ appointment, principal, delegationId, between }) => {
      const office = `t.role = ${add(appointment.role)} and ${this.place(appointment.territoryCode, add)}`;
      const absent = add(principal.officerId);
      const links = add([officerId, ...between.map((via) => via.officerId)]);
      return `(${office} and t.state <> 'suspended' and (
          (t.owner_id is null and (t.potential_owners is null or ${absent}::uuid = any(t.potential_owners)))
          or (t.owner_id = ${absent}::uuid and t.delegated_by is null)
          or (t.delegation_id = ${add(delegationId)}::uuid and t.owner_id = any(${links}::uuid[]))))`;
    });
    const theirs = others.length === 0 ? 'false' : others.join(' or ');
    return { where: view === 'behalf' ? `(${theirs})` : `(${own.where} or ${theirs})`, parameters };
  }

  /** Tasks of other offices to which this one was added; few offices can be, and the others' lists cost nothing more. */
  private added(appointments: readonly Appointment[], add: (value: unknown) => string): string[] {
    return appointments
      .filter(({ role }) => ADDABLE_ROLES.has(role))
      .map(({ role, territoryCode }) => {
        const place = this.place(territoryCode, add);
        return `(t.added_roles <> '{}' and ${add(role)} = any(t.added_roles) and ${place})`;
      });
  }

  /** The city comes first because the index has it; the rest of the code narrows the city's few tasks. */
  private place(territoryCode: string, add: (value: unknown) => string): string {
    if (territoryCode === NATION) return 'true';
    if (territoryCode.length < CITY_CODE_LENGTH) return `t.city_code like ${add(`${territoryCode}.%`)}`;
    const city = `t.city_code = ${add(territoryCode.slice(0, CITY_CODE_LENGTH))}`;
    if (territoryCode.length === CITY_CODE_LENGTH) return city;
    return `(${city} and (t.territory_code = ${add(territoryCode)} or t.territory_code like ${add(`${territoryCode}.%`)}))`;
  }
}
