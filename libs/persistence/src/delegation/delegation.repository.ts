import type { EntityManager } from 'typeorm';
import type { DelegationCommand, OfficeDelegation, Role, TaskLife } from '#domain';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';
import { standing } from './standing.js';
import { openTask } from '../tasks/open-task.js';

export interface DelegationRow extends OfficeDelegation {
  readonly fromOfficer: string;
  readonly toOfficer: string;
  readonly role: Role;
  readonly officeName: string;
  readonly territoryCode: string;
  readonly reason: string;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
  /** Whether it holds on the programme's day. */
  readonly isToday: boolean;
  readonly isOver: boolean;
}

export interface NewDelegation extends DelegationCommand {
  readonly fromOfficerId: string;
  readonly toAppointmentId: string;
  readonly reason: string;
}

const COLUMNS = `d.id, d.from_officer_id as "fromOfficerId", g.full_name as "fromOfficer",
  d.to_officer_id as "toOfficerId", r.full_name as "toOfficer", d.appointment_id as "appointmentId",
  d.to_appointment_id as "toAppointmentId", a.role, f.name as "officeName", f.territory_code as "territoryCode",
  d.valid_from::text as "validFrom", d.valid_to::text as "validTo", d.reason, d.created_at as "createdAt",
  d.ended_at as "endedAt",
  d.ended_at is null and (select programme_today()) between d.valid_from and d.valid_to as "isToday",
  d.ended_at is not null or (select programme_today()) > d.valid_to as "isOver"`;

const FROM = `office_delegation d join officer g on g.id = d.from_officer_id join officer r on r.id = d.to_officer_id
  join appointment a on a.id = d.appointment_id join office f on f.id = a.office_id`;

/** Dated delegations of offices. */
export class DelegationRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Given and received, those that hold or come first; each half keeps what was ended. */
  async ofOfficer(officerId: string): Promise<DelegationRow[]> {
    return rowsOf<DelegationRow>(
      this.manager,
      `select * from (
         select ${COLUMNS} from ${FROM} where d.from_officer_id = $1
         union all
         select ${COLUMNS} from ${FROM} where d.to_officer_id = $1) x
        order by "isOver", "validFrom" desc, "createdAt" desc limit 200`,
      [officerId],
    );
  }

  /** The row under lock; undefined where there is none. */
  async lock(delegationId: string): Promise<DelegationRow | undefined> {
    await this.manager.query('select from office_delegation where id = $1 for update', [delegationId]);
    return rowOf<DelegationRow>(this.manager, `select ${COLUMNS} from ${FROM} where d.id = $1`, [delegationId]);
  }

  /** One writer at a time: a circle needs two delegations, and each alone would look straight. */
  async lockAll(): Promise<void> {
    await this.manager.query(`select pg_advisory_xact_lock(hashtext('office_delegation'))`);
  }

  /** Delegations of anybody that were not ended and share a day with these. */
  async between(validFrom: string, validTo: string): Promise<OfficeDelegation[]> {
    return rowsOf<OfficeDelegation>(
      this.manager,
      `select d.id, d.from_officer_id as "fromOfficerId", d.to_officer_id as "toOfficerId",
              d.appointment_id as "appointmentId", d.to_appointment_id as "toAppointmentId",
              d.valid_from::text as "validFrom", d.valid_to::text as "validTo"
         from office_delegation d where d.ended_at is null and d.valid_from <= $2 and d.valid_to >= $1`,
      [validFrom, validTo],
    );
  }

  async namesOf(officerIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const sql = 'select id, full_name as name from officer where id = any($1::uuid[])';
    const rows = await rowsOf<{ id: string; name: string }>(this.manager, sql, [officerIds]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  async add(delegation: NewDelegation): Promise<DelegationRow> {
    const { fromOfficerId, toOfficerId, appointmentId, toAppointmentId, validFrom, validTo, reason } = delegation;
    const added = await rowOf<DelegationRow>(
      this.manager,
      `with d as (
         insert into office_delegation (from_officer_id, to_officer_id, appointment_id, to_appointment_id, valid_from,
                                        valid_to, reason, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, programme_now()) returning *
       ) select ${COLUMNS} from ${FROM.replace('office_delegation d', 'd')}`,
      [fromOfficerId, toOfficerId, appointmentId, toAppointmentId, validFrom, validTo, reason],
    );
    if (added === undefined) throw new Error('an added delegation has a row');
    return added;
  }

  /** Ends it now; ending it again changes nothing. */
  async end(delegationId: string, officerId: string): Promise<void> {
    await this.manager.query(
      `update office_delegation set ended_at = programme_now(), ended_by = $2 where id = $1 and ended_at is null`,
      [delegationId, officerId],
    );
  }

  /** Ends whatever an officer gave or received that is not over. Returns those that were ended. */
  async endAllOf(officerId: string, by: string): Promise<DelegationRow[]> {
    return rowsOf<DelegationRow>(
      this.manager,
      `with ended as (
         update office_delegation set ended_at = programme_now(), ended_by = $2
          where ended_at is null and valid_to >= (select programme_today()) and $1 in (from_officer_id, to_officer_id)
         returning *
       ) select ${COLUMNS} from ${FROM.replace('office_delegation d', 'ended d')} order by d.id`,
      [officerId, by],
    );
  }

  /** Which of these still hold, locked against being ended until the transaction is over. */
  async holding(delegationIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await rowsOf<{ id: string }>(
      this.manager,
      `select id from office_delegation d where d.id = any($1::uuid[]) and d.ended_at is null
          and (select programme_today()) between d.valid_from and d.valid_to order by id for share`,
      [delegationIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Open tasks that are held by delegations which hold no longer, locked; as many as asked for. */
  async stranded(limit: number): Promise<(TaskLife & { id: string })[]> {
    return rowsOf<TaskLife & { id: string }>(
      this.manager,
      `with ${standing('true')}
       select t.id, t.state, t.owner_id as "ownerId", t.delegated_by as "delegatedBy", t.delegation_id as "delegationId",
              t.potential_owners as "potentialOwners", t.resume_state as "resumeState",
              t.suspended_on::text as "suspendedOn", t.suspended_until::text as "suspendedUntil"
         from task t
        where t.delegation_id is not null and ${openTask('t')} and not exists (
                select from up where up.links[1] = t.delegation_id and up.officers[1] = t.delegated_by
                   and up.officers[cardinality(up.officers)] = t.owner_id)
        order by t.id limit $1 for update of t`,
      [limit],
    );
  }
}
