import type { EntityManager } from 'typeorm';
import { type RecordedDecision, type SubjectType, type TaskKind, TASK_KINDS, taskRule } from '#domain';
import { rowsOf } from '../../shared/unit-of-work.js';

/** A decision with the task it was taken on. */
export interface LicenceRow extends RecordedDecision {
  readonly periodId: string;
  readonly cityCode: string;
  readonly territoryCode: string;
  readonly subjectType: SubjectType;
  readonly subjectId: string;
}

const rules = TASK_KINDS.map((kind) => `('${kind}', '${taskRule(kind).capacity}', ${taskRule(kind).drawsOnMandate})`);

/** What was decided, signed and drawn, read from the rows themselves: what a workflow was told does not count. */
export class LicenceRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * The newest decision of each kind about a subject, whatever it was; `matter` is the subject's id, or the period's for
   * what closes a period. The rows are locked, so that none is taken back while the act is done.
   */
  async decisions(kinds: readonly TaskKind[], matter: string): Promise<LicenceRow[]> {
    const rows = await rowsOf<LicenceRow>(
      this.manager,
      `select t.kind, d.outcome, d.officer_id as "officerId", d.artefact_hash as "artefactHash",
              t.period_id as "periodId", t.city_code as "cityCode", t.territory_code as "territoryCode",
              t.subject_type as "subjectType", t.subject_id as "subjectId",
              exists (select from signature s where s.task_id = t.id and s.chain_key = t.chain_key
                         and s.officer_id = d.officer_id and s.capacity = r.capacity) as "isSigned",
              t.state = 'completed' and not exists (
                select from task o where o.approval_request_id = t.approval_request_id and o.state <> 'completed') as "isComplete",
              not r.draws or exists (select from mandate_event e join mandate m on m.id = e.mandate_id
                where m.period_id = t.period_id and e.event = 'used'
                  and e.key = 'decree:' || case t.subject_type when 'order'
                      then coalesce((select o.decree_id::text from payment_order o where o.id::text = t.subject_id), t.subject_id)
                      else t.subject_id end) as "isDrawn"
         from task t join task_decision d on d.task_id = t.id
         join (values ${rules.join(', ')}) r(kind, capacity, draws) on r.kind = t.kind
        where t.kind = any($1) and (t.subject_id = $2 or t.kind = 'period.close' and t.period_id::text = $2)
        order by d.decided_at desc, t.id for share of t`,
      [kinds, matter],
    );
    return kinds.flatMap((kind) => rows.find((row) => row.kind === kind) ?? []);
  }
}
