import type { EntityManager } from 'typeorm';
import { type AppointmentFacts, type AppointmentsAround, DomainError, type PostFacts, type Role } from '#domain';
import { rowOf, rowsOf } from '../../shared/unit-of-work.js';
import { openTask } from '../../tasks/open-task.js';
import { LeaveRepository } from './leave.repository.js';

/** One number for all who write the register: its rules look across offices and people, and it is written seldom. */
const REGISTER_LOCK = 7_240_060;

export interface HeldAppointment extends AppointmentFacts {
  readonly id: string;
  readonly isExtended: boolean;
  readonly isProposed: boolean;
  readonly proposedBy?: string | undefined;
}

type Row = { [Key in keyof HeldAppointment]: HeldAppointment[Key] | null };

const FACTS = `
  select a.id, a.officer_id as "officerId", a.office_id as "officeId", f.name as "officeName", f.kind, f.level,
         f.territory_code as "territoryCode", a.role, a.valid_from::text as "validFrom", a.valid_to::text as "validTo",
         a.acting, a.letter_number as "letterNumber", a.extended_from is not null as "isExtended",
         a.is_proposed as "isProposed", a.created_by as "proposedBy"
    from appointment a join office f on f.id = a.office_id`;

/** Whoever stands in and has no last day has no value for it; the rules know `undefined` alone. */
const toHeldAppointment = (row: Row): HeldAppointment =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, value ?? undefined]),
  ) as unknown as HeldAppointment;

/** Appointments as the rules read them, and their writing. */
export class AppointmentRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Until the transaction ends nobody else writes the register. */
  async lockRegister(): Promise<void> {
    await this.manager.query('select pg_advisory_xact_lock($1)', [REGISTER_LOCK]);
  }

  /** Throws OFFICE_UNKNOWN. */
  async office(officeId: string): Promise<Omit<PostFacts, 'role'>> {
    const row = await rowOf<Omit<PostFacts, 'role'>>(
      this.manager,
      `select id as "officeId", name as "officeName", kind, level, territory_code as "territoryCode"
         from office where id = $1`,
      [officeId],
    );
    if (row !== undefined) return row;
    const refusals = [{ code: 'OFFICE_UNKNOWN', field: 'officeId', details: {} }];
    throw new DomainError('OFFICE_UNKNOWN', 'no such office', { refusals });
  }

  /** Throws APPOINTMENT_UNKNOWN. */
  async find(appointmentId: string): Promise<HeldAppointment> {
    const [row] = await rowsOf<Row>(this.manager, `${FACTS} where a.id = $1`, [appointmentId]);
    if (row === undefined) throw new DomainError('APPOINTMENT_UNKNOWN', 'no such appointment');
    return toHeldAppointment(row);
  }

  async ofOfficer(officerId: string): Promise<HeldAppointment[]> {
    return (await rowsOf<Row>(this.manager, `${FACTS} where a.officer_id = $1`, [officerId])).map(toHeldAppointment);
  }

  /** What an appointment has to fit with: the officer's others, the post's others, and the leaves of those. */
  async around(officerId: string, officeId: string, role: Role): Promise<AppointmentsAround> {
    const ofPost = await rowsOf<Row>(
      this.manager,
      `${FACTS} join officer o on o.id = a.officer_id and o.disabled_at is null
        where a.office_id = $1 and a.role = $2`,
      [officeId, role],
    );
    const holders = ofPost.map(toHeldAppointment);
    const leaves = await new LeaveRepository(this.manager).daysOf(holders.map((holder) => holder.officerId));
    return { ofOfficer: await this.ofOfficer(officerId), ofPost: holders, leaves };
  }

  /** Holds from its first day on, or once it is confirmed. */
  async appoint(wanted: AppointmentFacts, by: string, isProposed = false): Promise<string> {
    const row = await rowOf<{ id: string }>(
      this.manager,
      `insert into appointment (officer_id, office_id, role, valid_from, valid_to, acting, letter_number, created_by, created_at, is_proposed)
       values ($1, $2, $3, $4, $5, $6, $7, $8, programme_now(), $9) returning id`,
      [
        ...[wanted.officerId, wanted.officeId, wanted.role, wanted.validFrom, wanted.validTo ?? null],
        ...[wanted.acting ?? null, wanted.letterNumber ?? null, by, isProposed],
      ],
    );
    return row?.id ?? '';
  }

  /** From now on it holds on its days. By nobody of the register: from the console. */
  async confirm(appointmentId: string, by: string | null): Promise<void> {
    await this.manager.query(
      `update appointment set is_proposed = false, confirmed_by = $2, confirmed_at = programme_now()
        where id = $1 and is_proposed`,
      [appointmentId, by],
    );
  }

  /** A proposal that came to nothing: it never held, and its days are free. */
  async drop(appointmentId: string, reason: string, by: string): Promise<void> {
    await this.manager.query(
      `update appointment set valid_to = valid_from - 1, ended_by = $2, ended_at = programme_now(), ended_reason = $3
        where id = $1 and is_proposed`,
      [appointmentId, by, reason],
    );
  }

  /** Brings the end forward: to a last day, or at once, so that today is not in it any more. */
  async end(appointmentId: string, lastDay: string | undefined, reason: string, by: string): Promise<void> {
    await this.manager.query(
      `update appointment set valid_to = coalesce($2::date, greatest(programme_today(), valid_from) - 1),
              ended_by = $3, ended_at = programme_now(), ended_reason = $4
        where id = $1`,
      [appointmentId, lastDay ?? null, by, reason],
    );
  }

  async extend(appointmentId: string, validTo: string, letterNumber: string): Promise<void> {
    await this.manager.query(
      `update appointment set extended_from = valid_to, valid_to = $2, letter_number = $3 where id = $1`,
      [appointmentId, validTo, letterNumber],
    );
  }

  /** How many open tasks of a post lie with its officer: they stay until they are handed over. */
  async tasksHeld({ officerId, role, territoryCode }: AppointmentFacts): Promise<number> {
    const row = await rowOf<{ tasks: number }>(
      this.manager,
      `select count(*)::int as tasks from task t
        where t.owner_id = $1 and ${openTask('t')} and t.role = $2
          and ($3 = 'ID' or t.territory_code = $3 or t.territory_code like $3 || '.%')`,
      [officerId, role, territoryCode],
    );
    return row?.tasks ?? 0;
  }
}
