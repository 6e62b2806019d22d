import type { EntityManager } from 'typeorm';
import { documentNumber, type NumberedDocument, type TaskKind } from '#domain';
import { ProgrammeClockRepository } from '../../calendar/programme-clock.repository.js';
import { rowOf } from '../../shared/unit-of-work.js';

/** What is numbered: the paper, and the decision whose office numbers it. */
export interface NumberedPaper {
  readonly kind: NumberedDocument;
  readonly subjectId: string;
  readonly decidedBy: TaskKind;
  readonly pattern: string;
}

/** The register of numbers, one for each office, kind and year. */
export class DocumentNumberRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Gives the paper the next number of the office that decided on it; nobody else of the office is given one until the
   * transaction ends, and what is rolled back leaves no gap. A repeat finds the first. Null where nobody has decided.
   */
  async give({ kind, subjectId, decidedBy, pattern }: NumberedPaper): Promise<string | null> {
    const officeId = await this.officeOf(decidedBy, subjectId);
    return officeId === undefined ? null : this.next(officeId, { kind, subjectId, pattern });
  }

  /** The same for a paper that somebody signs outside a task, in the office of their appointment. */
  async giveAs(appointmentId: string, paper: Omit<NumberedPaper, 'decidedBy'>): Promise<string> {
    const sql = 'select office_id as "officeId" from appointment where id = $1';
    const row = await rowOf<{ officeId: string }>(this.manager, sql, [appointmentId]);
    if (row === undefined) throw new Error('an actor holds their appointments');
    return this.next(row.officeId, paper);
  }

  private async next(
    officeId: string,
    { kind, subjectId, pattern }: Omit<NumberedPaper, 'decidedBy'>,
  ): Promise<string> {
    const date = await new ProgrammeClockRepository(this.manager).today();
    const year = Number(date.slice(0, 4));
    await this.manager.query(`select pg_advisory_xact_lock(hashtext($1))`, [`number:${kind}:${officeId}:${year}`]);
    const given = await rowOf<{ written: string }>(
      this.manager,
      'select written from document_number where kind = $1 and subject_id = $2',
      [kind, subjectId],
    );
    if (given !== undefined) return given.written;
    const last = await rowOf<{ number: number }>(
      this.manager,
      'select coalesce(max(number), 0) as number from document_number where office_id = $1 and kind = $2 and year = $3',
      [officeId, kind, year],
    );
    const number = (last?.number ?? 0) + 1;
    const written = documentNumber(pattern, { number, date });
    await this.manager.query(
      `insert into document_number (office_id, kind, year, number, written, subject_id, given_at)
       values ($1, $2, $3, $4, $5, $6, programme_now())`,
      [officeId, kind, year, number, written, subjectId],
    );
    return written;
  }

  private async officeOf(kind: TaskKind, subjectId: string): Promise<string | undefined> {
    const row = await rowOf<{ officeId: string }>(
      this.manager,
      `select a.office_id as "officeId" from task t join task_decision d on d.task_id = t.id
         join appointment a on a.id = d.appointment_id
        where t.kind = $1 and t.subject_id = $2 and d.outcome = 'approved' order by d.decided_at desc limit 1`,
      [kind, subjectId],
    );
    return row?.officeId;
  }
}
