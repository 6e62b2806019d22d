import type { EntityManager } from 'typeorm';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';

export const COMPLAINT_EVENTS = [
  ...(['received', 'taken', 'waits', 'resumed', 'proposed', 'returned', 'answered', 'merged'] as const),
  ...(['escalated', 'added', 'appealed', 'decided', 'final', 'photo', 'deed', 'deed_ended'] as const),
] as const;
export type ComplaintEventKind = (typeof COMPLAINT_EVENTS)[number];

export interface NewComplaintEvent {
  readonly kind: ComplaintEventKind;
  readonly officerId?: string | undefined;
  readonly details?: Readonly<Record<string, string>>;
  readonly sealed?: Buffer | undefined;
}

export interface ComplaintEventRow {
  kind: ComplaintEventKind;
  occurredAt: Date;
  officer: string | null;
  details: Record<string, string>;
  sealed: Buffer | null;
}

export interface NewComplaintPaper {
  readonly mediaType: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly sealed: Buffer;
}

/** What happened to a complaint, and the papers beside it. */
export class ComplaintStoryRepository {
  constructor(private readonly manager: EntityManager) {}

  async note(complaintId: string, { kind, officerId, details, sealed }: NewComplaintEvent): Promise<void> {
    await this.manager.query(
      `insert into complaint_event (complaint_id, kind, occurred_at, officer_id, details, sealed)
       values ($1, $2, programme_now(), $3, $4, $5)`,
      [complaintId, kind, officerId ?? null, JSON.stringify(details ?? {}), sealed ?? null],
    );
  }

  /** From the first to the last. */
  async of(complaintId: string): Promise<ComplaintEventRow[]> {
    return rowsOf<ComplaintEventRow>(
      this.manager,
      `select e.kind, e.occurred_at as "occurredAt", (select o.full_name from officer o where o.id = e.officer_id) as officer,
              e.details, e.sealed
         from complaint_event e where e.complaint_id = $1 order by e.id`,
      [complaintId],
    );
  }

  /** False where the complaint has as many papers as it may; the same file again is one. */
  async addPaper(complaintId: string, paper: NewComplaintPaper, most: number): Promise<boolean> {
    const row = await rowOf(
      this.manager,
      `insert into complaint_paper (complaint_id, media_type, sha256, size_bytes, sealed, added_at)
       select $1, $2, $3, $4, $5, programme_now()
        where (select count(*) from complaint_paper where complaint_id = $1 and sha256 <> $3) < $6
       on conflict (complaint_id, sha256) do nothing returning id`,
      [complaintId, paper.mediaType, paper.sha256, paper.sizeBytes, paper.sealed, most],
    );
    if (row !== undefined) return true;
    const known = 'select 1 from complaint_paper where complaint_id = $1 and sha256 = $2';
    return (await rowOf(this.manager, known, [complaintId, paper.sha256])) !== undefined;
  }

  async papers(complaintId: string): Promise<{ id: string; mediaType: string; sizeBytes: number }[]> {
    return rowsOf(
      this.manager,
      `select id, media_type as "mediaType", size_bytes as "sizeBytes" from complaint_paper where complaint_id = $1 order by added_at, id`,
      [complaintId],
    );
  }

  async paper(complaintId: string, paperId: string): Promise<{ mediaType: string; sealed: Buffer } | undefined> {
    const sql = 'select media_type as "mediaType", sealed from complaint_paper where complaint_id = $1 and id = $2';
    return rowOf(this.manager, sql, [complaintId, paperId]);
  }
}
