import type { EntityManager } from 'typeorm';
import { rowsOf } from '../shared/unit-of-work.js';

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

export interface AuditRow {
  id: string;
  officer: string | null;
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

  /** Newest first, from before `beforeId`. */
  async page(filter: {
    subjectType?: string;
    subjectId?: string;
    beforeId?: string;
    limit: number;
  }): Promise<AuditRow[]> {
    return rowsOf<AuditRow>(
      this.manager,
      `select a.id, o.full_name as officer, a.action, a.subject_type as "subjectType", a.subject_id as "subjectId",
              a.territory_code as "territoryCode", a.details, a.occurred_at as "occurredAt"
         from audit_entry a left join officer o on o.id = a.officer_id
        where ($1::text is null or a.subject_type = $1) and ($2::text is null or a.subject_id = $2)
          and ($3::bigint is null or a.id < $3)
        order by a.id desc limit $4`,
      [filter.subjectType ?? null, filter.subjectId ?? null, filter.beforeId ?? null, filter.limit],
    );
  }
}
