import type { EntityManager } from 'typeorm';
import { DomainError, type FindingRule, type IsoDate } from '#domain';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';
import { jakartaDay } from '../shared/jakarta-day.js';

const COLUMNS = `r.finding, r.branch as "group", r.fault, r.evidence, r.decides, r.restricted, r.outcomes, r.suggests,
  r.effective_from::text as "effectiveFrom", r.effective_to::text as "effectiveTo", r.source, r.verified`;

/** What findings ask for and allow, by programme and day. */
export class FindingRuleRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Adds the rules that are not there. Throws FINDING_RULE_REWRITTEN where one that began says something else. */
  async load(programme: string, rules: readonly FindingRule[]): Promise<void> {
    const given = JSON.stringify(rules.map((rule, place) => ({ ...rule, place })));
    await this.manager.query(
      `insert into finding_rule (programme, finding, effective_from, effective_to, place, branch, fault, evidence, decides,
                                 restricted, outcomes, suggests, source, verified)
       select $1, g.finding, g."effectiveFrom", g."effectiveTo", g.place, g."group", g.fault, g.evidence, g.decides, g.restricted,
              g.outcomes, g.suggests, g.source, g.verified
         from ${GIVEN} on conflict do nothing`,
      [programme, given],
    );
    const changed = await rowOf<{ finding: string }>(
      this.manager,
      `select r.finding from finding_rule r join ${GIVEN} on g.finding = r.finding and g."effectiveFrom" = r.effective_from
        where r.programme = $1 and (r.branch, r.fault, r.evidence, r.decides, r.restricted, r.outcomes, r.suggests, r.effective_to)
              is distinct from (g."group", g.fault, g.evidence, g.decides, g.restricted, g.outcomes, g.suggests, g."effectiveTo")
        order by g.place limit 1`,
      [programme, given],
    );
    if (changed === undefined) return;
    throw new DomainError('FINDING_RULE_REWRITTEN', 'a rule that began says something else', {
      finding: changed.finding,
    });
  }

  /** The tree that a period's programme has on a day, in its order. */
  async ofPeriod(periodId: string, day: IsoDate): Promise<FindingRule[]> {
    return rowsOf<FindingRule>(
      this.manager,
      `select ${COLUMNS} from period p
         cross join lateral (select distinct f.finding from finding_rule f where f.programme = p.programme) known
         cross join lateral finding_rule_on(p.programme, known.finding, $2::date) r
        where p.id = $1 order by r.place, r.finding`,
      [periodId, day],
    );
  }

  /** The rule of one finding on a day; undefined where the programme has none then. */
  async find(periodId: string, finding: string, day: IsoDate): Promise<FindingRule | undefined> {
    return rowOf<FindingRule>(
      this.manager,
      `select ${COLUMNS} from period p cross join lateral finding_rule_on(p.programme, $2, $3::date) r where p.id = $1`,
      [periodId, finding, day],
    );
  }

  /**
   * The rule under which a case is decided: that of the day of its visit, and where there was none yet, that of a given day.
   * Undefined for a case of which nothing was found.
   */
  async ofCase(caseId: string, today: IsoDate): Promise<FindingRule | undefined> {
    return rowOf<FindingRule>(
      this.manager,
      `select ${COLUMNS} from follow_up_case c join period p on p.id = c.period_id
        cross join lateral (values (1, ${jakartaDay('c.found_at')}), (2, $2::date)) n(place, day)
        cross join lateral finding_rule_on(p.programme, c.finding, n.day) r
        where c.id = $1 order by n.place limit 1`,
      [caseId, today],
    );
  }

  /** The pictures and papers beside a visit, as its evidence counts them. */
  async filesBeside(taskId: string): Promise<{ photos: number; papers: number }> {
    const row = await rowOf<{ photos: number; papers: number }>(
      this.manager,
      `select count(*) filter (where media_type like 'image/%')::int as photos,
              count(*) filter (where media_type not like 'image/%')::int as papers
         from task_attachment where task_id = $1`,
      [taskId],
    );
    return row ?? { photos: 0, papers: 0 };
  }
}

const GIVEN = `jsonb_to_recordset($2::jsonb) as g(finding text, "effectiveFrom" date, "effectiveTo" date, place int, "group" text,
  fault text, evidence text[], decides text, restricted boolean, outcomes jsonb, suggests text, source text, verified boolean)`;
