import type { EntityManager } from 'typeorm';
import type { CaseState, FieldConflictState, Role } from '#domain';
import { inTerritories } from '../../shared/territory-sql.js';
import { rowOf, rowsOf } from '../../shared/unit-of-work.js';
import { openTask } from '../../tasks/open-task.js';
import { OPENED_ON } from './opened-on.js';
import { jakartaDay } from '../../shared/jakarta-day.js';

/** A visit as a phone wrote it, kept in full. */
export interface FieldVersion {
  readonly finding: string;
  readonly note?: string | undefined;
  readonly visitedOn: readonly string[];
  readonly photos: readonly string[];
  readonly writtenAt: string;
}

export interface FieldOperationRow {
  readonly officerId: string;
  readonly contentHash: string;
  readonly result: 'recorded' | 'conflict';
}

export interface NewFieldOperation extends FieldOperationRow {
  readonly id: string;
  readonly leaseId: string;
  readonly caseId: string;
  readonly taskId: string;
  readonly writtenAt: Date;
  readonly sentAt: Date;
}

export interface FieldFirstVersion {
  readonly officer: string;
  readonly decidedAt: string;
  readonly finding: string | null;
  readonly note: string | null;
  readonly restricted: boolean;
  readonly decides: Role | null;
}

export interface FieldConflictRow {
  readonly id: string;
  readonly caseId: string;
  readonly kpmCode: string;
  readonly kelurahanCode: string;
  readonly kelurahanName: string | null;
  readonly rtRw: string | null;
  readonly officerId: string;
  readonly officer: string;
  readonly taskId: string;
  readonly mine: FieldVersion;
  readonly decides: Role;
  readonly restricted: boolean;
  readonly madeAt: Date;
  readonly state: FieldConflictState;
  readonly settledAt: Date | null;
  /** The first version; none where the case ended without a visit. */
  readonly theirs: FieldFirstVersion | null;
  readonly caseState: CaseState;
  /** A visit that is open again, in which the second version can be recorded. */
  readonly visit: { taskId: string; artefactHash: string } | null;
}

const COLUMNS = `q.id, q.case_id as "caseId", c.kpm_code as "kpmCode", q.kelurahan_code as "kelurahanCode", k.name as "kelurahanName",
  c.rt_rw as "rtRw", q.officer_id as "officerId", o.full_name as officer, q.task_id as "taskId", q.mine, q.decides, q.restricted,
  q.made_at as "madeAt", q.state, q.settled_at as "settledAt", c.state as "caseState",
  (select jsonb_build_object('officer', w.full_name, 'decidedAt', d.decided_at, 'finding', d.details ->> 'finding', 'note', d.details ->> 'note',
          'restricted', coalesce(r.restricted, false), 'decides', r.decides)
     from task_decision d join officer w on w.id = d.officer_id join period p on p.id = c.period_id
     left join lateral finding_rule_on(p.programme, d.details ->> 'finding', ${jakartaDay('d.decided_at')}) r on true
    where d.task_id = q.task_id) as theirs,
  (select jsonb_build_object('taskId', t.id, 'artefactHash', t.artefact_hash) from task t
    where t.subject_type = 'case' and t.subject_id = c.id::text and t.kind = 'follow-up.visit' and ${openTask('t')} limit 1) as visit`;
const FROM = `field_conflict q join follow_up_case c on c.id = q.case_id join officer o on o.id = q.officer_id
  left join territory k on k.code = q.kelurahan_code`;

/** What phones sent, and the second versions among it. */
export class FieldConflictRepository {
  constructor(private readonly manager: EntityManager) {}

  async operation(id: string): Promise<FieldOperationRow | undefined> {
    return rowOf<FieldOperationRow>(
      this.manager,
      'select officer_id as "officerId", content_hash as "contentHash", result from field_operation where id = $1',
      [id],
    );
  }

  /** Keeps what became of an operation; a repeat changes nothing. */
  async keep(one: NewFieldOperation): Promise<void> {
    await this.manager.query(
      `insert into field_operation (id, lease_id, officer_id, case_id, task_id, content_hash, result, written_at, sent_at, received_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, now()) on conflict (id) do nothing`,
      [
        ...[one.id, one.leaseId, one.officerId, one.caseId, one.taskId, one.contentHash, one.result],
        ...[one.writtenAt, one.sentAt],
      ],
    );
  }

  /** A second version beside the first; a repeat changes nothing. */
  async add(
    operation: NewFieldOperation,
    version: {
      readonly kelurahanCode: string;
      readonly mine: FieldVersion;
      readonly decides: Role;
      readonly restricted: boolean;
    },
  ): Promise<void> {
    await this.keep(operation);
    await this.manager.query(
      `insert into field_conflict (id, case_id, kelurahan_code, officer_id, task_id, mine, decides, restricted, made_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, programme_now()) on conflict (id) do nothing`,
      [
        ...[operation.id, operation.caseId, version.kelurahanCode, operation.officerId, operation.taskId],
        ...[JSON.stringify(version.mine), version.decides, version.restricted],
      ],
    );
  }

  async find(id: string): Promise<FieldConflictRow | undefined> {
    return rowOf<FieldConflictRow>(this.manager, `select ${COLUMNS} from ${FROM} where q.id = $1`, [id]);
  }

  async lock(id: string): Promise<FieldConflictRow | undefined> {
    await this.manager.query('select 1 from field_conflict where id = $1 for update', [id]);
    return this.find(id);
  }

  /** Only forward; the database refuses any other way. */
  async settle(id: string, state: Exclude<FieldConflictState, 'open'>): Promise<void> {
    await this.manager.query('update field_conflict set state = $2, settled_at = programme_now() where id = $1', [
      id,
      state,
    ]);
  }

  /** Of a territory or of a case, the newest first. */
  async page(filter: {
    readonly territories: readonly string[];
    readonly caseId?: string | undefined;
    readonly limit: number;
  }): Promise<FieldConflictRow[]> {
    return rowsOf<FieldConflictRow>(
      this.manager,
      `select ${COLUMNS} from ${FROM}
        where ${inTerritories('q.kelurahan_code', '$1')} and ($2::uuid is null or q.case_id = $2)
        order by q.state in ('recorded', 'theirs'), q.made_at desc, q.id limit $3`,
      [filter.territories, filter.caseId ?? null, filter.limit],
    );
  }

  /** An officer's own that are not settled for good. */
  async unsettledOf(officerId: string): Promise<FieldConflictRow[]> {
    return rowsOf<FieldConflictRow>(
      this.manager,
      `select ${COLUMNS} from ${FROM} where q.officer_id = $1 and q.state in ('open', 'kept') order by q.made_at`,
      [officerId],
    );
  }

  /** Of these files, those that lie beside the task. */
  async photosBeside(taskId: string, sha256: readonly string[]): Promise<string[]> {
    const rows = await rowsOf<{ sha256: string }>(
      this.manager,
      'select sha256 from task_attachment where task_id = $1 and sha256 = any($2)',
      [taskId, sha256],
    );
    return rows.map((row) => row.sha256);
  }

  /** When anybody could first visit the case of a visit's task, whether the task is open, and what was decided there. */
  async visit(taskId: string, caseId: string): Promise<VisitFacts | undefined> {
    return rowOf<VisitFacts>(
      this.manager,
      `select c.period_id as "periodId", c.kelurahan_code as "kelurahanCode", ${openTask('t')} as "isOpen", d.officer_id as "decidedBy",
              d.details, ${OPENED_ON} as "openedOn"
         from task t join follow_up_case c on c.id::text = t.subject_id left join task_decision d on d.task_id = t.id
        where t.id = $1 and c.id = $2 and t.kind = 'follow-up.visit' and t.subject_type = 'case'`,
      [taskId, caseId],
    );
  }
}

export interface VisitFacts {
  readonly periodId: string;
  readonly kelurahanCode: string;
  readonly isOpen: boolean;
  readonly decidedBy: string | null;
  readonly details: { finding?: string; note?: string; visitedOn?: string[] } | null;
  readonly openedOn: string;
}
