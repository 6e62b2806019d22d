import type { EntityManager } from 'typeorm';
import { DomainError, type LeaveKind } from '#domain';
import { rowOf, rowsOf } from '../../shared/unit-of-work.js';

export interface LeaveRow {
  readonly id: string;
  readonly officerId: string;
  readonly kind: LeaveKind;
  readonly firstDay: string;
  readonly lastDay: string;
}

const COLUMNS = `id, officer_id as "officerId", kind, first_day::text as "firstDay", last_day::text as "lastDay"`;

/** Leaves of officers; one that is cancelled counts no more and stays in the record. */
export class LeaveRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Latest first. */
  async of(officerId: string): Promise<LeaveRow[]> {
    return rowsOf<LeaveRow>(
      this.manager,
      `select ${COLUMNS} from officer_leave where officer_id = $1 and cancelled_at is null
        order by first_day desc limit 100`,
      [officerId],
    );
  }

  async daysOf(officerIds: readonly string[]): Promise<{ officerId: string; validFrom: string; validTo: string }[]> {
    return rowsOf(
      this.manager,
      `select officer_id as "officerId", first_day::text as "validFrom", last_day::text as "validTo"
         from officer_leave where officer_id = any($1::uuid[]) and cancelled_at is null`,
      [officerIds],
    );
  }

  /** Throws LEAVE_UNKNOWN, also for one that was cancelled. */
  async find(leaveId: string): Promise<LeaveRow> {
    const sql = `select ${COLUMNS} from officer_leave where id = $1 and cancelled_at is null`;
    const row = await rowOf<LeaveRow>(this.manager, sql, [leaveId]);
    if (row === undefined) throw new DomainError('LEAVE_UNKNOWN', 'no such leave');
    return row;
  }

  async add({ officerId, kind, firstDay, lastDay }: Omit<LeaveRow, 'id'>, by: string): Promise<string> {
    const row = await rowOf<{ id: string }>(
      this.manager,
      `insert into officer_leave (officer_id, kind, first_day, last_day, created_by, created_at)
       values ($1, $2, $3, $4, $5, programme_now()) returning id`,
      [officerId, kind, firstDay, lastDay, by],
    );
    return row?.id ?? '';
  }

  async cancel(leaveId: string, by: string): Promise<void> {
    const sql = 'update officer_leave set cancelled_by = $2, cancelled_at = programme_now() where id = $1';
    await this.manager.query(sql, [leaveId, by]);
  }
}
