import type { EntityManager } from 'typeorm';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';

export interface AuditNote {
  readonly officerId?: string | undefined;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly territoryCode?: string | undefined;
  /** Ids, codes and counts only: an audit row outlives every right to be forgotten. */
  readonly details?: Readonly<Record<string, unknown>>;
  readonly requestId?: string | undefined;
}

/** What auditors look for; whatever is left out matters not. */
export interface AuditFilter {
  readonly subjectType?: string | undefined;
  readonly subjectIds?: readonly string[] | undefined;
  /** By username. */
  readonly officer?: string | undefined;
  readonly action?: string | undefined;
  readonly from?: Date | undefined;
  /** The first instant that no longer counts. */
  readonly until?: Date | undefined;
  readonly beforeId?: string | undefined;
  readonly limit: number;
}

export interface AuditRow {
  id: string;
  officer: string | null;
  username: string | null;
  action: string;
  subjectType: string;
  subjectId: string;
  territoryCode: string | null;
  details: Record<string, unknown>;
  occurredAt: Date;
}

export class AuditRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Adds one row, in the transaction of the act it records. */
  async note(note: AuditNote): Promise<void> {
    await this.manager.query(
      `insert into audit_entry
         (officer_id, action, subject_type, subject_id, territory_code, details, request_id, occurred_at)
       values ($1, $2, $3, $4, $5, $6, $7, programme_now())`,
      [
        note.officerId ?? null,
        note.action,
        note.subjectType,
        note.subjectId,
        note.territoryCode ?? null,
        JSON.stringify(note.details ?? {}),
        note.requestId ?? null,
      ],
    );
  }

  /** The same note about each of these subjects, in one statement. */
  async noteEach(note: Omit<AuditNote, 'subjectId'>, subjectIds: readonly string[]): Promise<void> {
    await this.manager.query(
      `insert into audit_entry (officer_id, action, subject_type, subject_id, territory_code, details, request_id, occurred_at)
       select $1, $2, $3, subject, $5, $6, $7, programme_now() from unnest($4::text[]) as subject`,
      [
        ...[note.officerId ?? null, note.action, note.subjectType, subjectIds, note.territoryCode ?? null],
        ...[JSON.stringify(note.details ?? {}), note.requestId ?? null],
      ],
    );
  }

  /** Newest first, from before `beforeId`. */
  async page(filter: AuditFilter): Promise<AuditRow[]> {
    const { subjectType, subjectIds, officer, action, from, until, beforeId, limit } = filter;
    // Known before the plan is made: one officer in a thousand reads another index than the one who does it all.
    const officerId = officer === undefined ? undefined : await this.officerId(officer);
    if (officer !== undefined && officerId === undefined) return [];
    return rowsOf<AuditRow>(
      this.manager,
      `select a.id, o.full_name as officer, o.username, a.action, a.subject_type as "subjectType",
              a.subject_id as "subjectId", a.territory_code as "territoryCode", a.details, a.occurred_at as "occurredAt"
         from audit_entry a left join officer o on o.id = a.officer_id
        where ($1::text is null or a.subject_type = $1) and ($2::text[] is null or a.subject_id = any($2))
          and ($3::uuid is null or a.officer_id = $3)
          and ($4::text is null or a.action = $4) and ($5::timestamptz is null or a.occurred_at >= $5)
          and ($6::timestamptz is null or a.occurred_at < $6) and ($7::bigint is null or a.id < $7)
        order by a.id desc limit $8`,
      [subjectType, subjectIds, officerId, action, from, until, beforeId, limit].map((value) => value ?? null),
    );
  }

  private async officerId(username: string): Promise<string | undefined> {
    return (await rowOf<{ id: string }>(this.manager, 'select id from officer where username = $1', [username]))?.id;
  }

  /** The families of all lists, of whatever period, whose record holds this NIK, by its keyed hash. */
  async familiesOf(nikHash: Buffer): Promise<string[]> {
    const rows = await rowsOf<{ id: string }>(this.manager, 'select id from roster_row where nik_hash = $1', [nikHash]);
    return rows.map(({ id }) => id);
  }
}
