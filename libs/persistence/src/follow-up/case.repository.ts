import type { EntityManager } from 'typeorm';
import type { CaseMoney, CaseState, IsoDate, MoneyOutcome, Role } from '#domain';
import { familyOfRow } from '../families/family-of-row.js';
import { preparedRows } from '../shared/prepared.js';
import { inTerritories } from '../shared/territory-sql.js';
import { unusedInARow } from '../families/unused-in-a-row.js';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';
import { closedFor, moving } from '../tasks/life/moving.js';
import { openTask } from '../tasks/open-task.js';
import { ADVANCE, OPEN_TASKS } from './desk-statements.js';
import { jakartaDay } from '../shared/jakarta-day.js';

export interface CaseRow {
  id: string;
  periodId: string;
  kpmCode: string;
  familyCode: string | null;
  kelurahanCode: string;
  kelurahanName: string | null;
  rtRw: string | null;
  amountRupiah: string;
  state: CaseState;
  round: number;
  finding: string | null;
  findingNote: string | null;
  foundAt: Date | null;
  /** The office that decides; null before a visit, and where findings had no rules yet. */
  decides: Role | null;
  /** Who does not decide reads only that something was found. */
  restricted: boolean;
  outcome: string | null;
  moneyDecided: MoneyOutcome | null;
  deadlineOn: string;
  /** When the ledger confirmed what has become of the money; null while that is open. */
  closedAt: Date | null;
  money: CaseMoney;
  rosterRowId: string;
  openTaskId: string | null;
}

/** The due days of tasks that a desk opens today, and by when somebody begins. */
export interface DeskDays {
  readonly visit: IsoDate;
  readonly decide: IsoDate;
  readonly start: IsoDate | null;
}

const KELURAHAN_CODE_LENGTH = 13;

/** Of a case `c` and its entitlement `e`: the deadline takes back what lies unused, whatever was decided. */
const CASE_MONEY = `case e.state when 'transacted' then 'used' when 'held' then case when exists (select from case_measure m where m.entitlement_id = e.id and m.state = 'in_force') then 'on_hold' else 'held' end
  when 'returned' then case when c.money_decided = 'keep' then 'returned_though_kept' else 'returned' end
  else 'in_account' end`;

const COLUMNS = `c.id, c.period_id as "periodId", c.kpm_code as "kpmCode", ${familyOfRow('e.roster_row_id')} as "familyCode", c.kelurahan_code as "kelurahanCode", k.name as "kelurahanName",
  c.rt_rw as "rtRw", c.amount_rupiah as "amountRupiah", c.state, c.round, c.finding, c.finding_note as "findingNote",
  c.outcome, c.decides, c.restricted, c.money_decided as "moneyDecided", c.found_at as "foundAt", c.closed_at as "closedAt", c.deadline_on::text as "deadlineOn", ${CASE_MONEY} as money, e.roster_row_id as "rosterRowId",
  (select t.id from task t where t.subject_type = 'case' and t.subject_id = c.id::text
      and ${openTask('t')} limit 1) as "openTaskId"`;

/** Values: order, what stands before and after the kelurahan in the desk's id, deadline. */
const OPEN_CASES = `
  insert into follow_up_case (entitlement_id, period_id, city_code, kelurahan_code, kpm_code, rt_rw, amount_rupiah,
                              desk_workflow_id, state, deadline_on)
  select e.id, e.period_id, e.city_code, e.kelurahan_code, e.kpm_code, f.rt_rw, e.amount_rupiah,
         $2 || e.kelurahan_code || $3, 'to_visit', $4
    from entitlement e join roster_row f on f.id = e.roster_row_id
   where e.order_id = $1 and e.state = 'not_transacted'
  on conflict (entitlement_id) do nothing`;

/** Cases of credited families that did not transact, one desk per kelurahan and period. */
export class CaseRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Opens a case for every family of the order that did not transact. Returns the desks; a repeat opens none twice. */
  async openForOrder(orderId: string, deskPrefix: string, deadlineOn: string) {
    await this.manager.query(OPEN_CASES, [orderId, deskPrefix, '', deadlineOn]);
    return rowsOf<{ workflowId: string; kelurahanCode: string; cases: number }>(
      this.manager,
      `select c.desk_workflow_id as "workflowId", c.kelurahan_code as "kelurahanCode", count(*)::int as cases
         from follow_up_case c join entitlement e on e.id = c.entitlement_id
        where e.order_id = $1 group by 1, 2 order by 2`,
      [orderId],
    );
  }

  /**
   * The same for families who are found not to have transacted when the desks have begun: they get desks of their own, since
   * the period waits for none but the first. Answers with the desks that have a new case; a repeat opens none twice.
   */
  async openLate(orderId: string, deskPrefix: string, deadlineOn: string): Promise<string[]> {
    const rows = await rowsOf<{ deskId: string }>(
      this.manager,
      `with opened as (${OPEN_CASES} returning desk_workflow_id)
       select distinct desk_workflow_id as "deskId" from opened order by 1`,
      [orderId, deskPrefix, ':late', deadlineOn],
    );
    return rows.map(({ deskId }) => deskId);
  }

  /** Whether the desks of the order's city have begun. */
  async haveBegun(periodId: string, cityCode: string): Promise<boolean> {
    const row = await rowOf(
      this.manager,
      `select 1 from stage_progress s where s.period_id = $1 and s.city_code = $2 and s.stage = 'follow-up'
          and (s.state = 'done' or exists (select from follow_up_case c where c.period_id = $1 and c.city_code = $2))`,
      [periodId, cityCode],
    );
    return row !== undefined;
  }

  /**
   * Opens the next task of every case of a desk that has none: a visit for those to visit, a decision for those
   * visited. Steps are keyed by case, round and kind, so a repeat opens nothing twice; a task that failed is counted
   * into the key, so that the same step is opened anew.
   */
  async openTasks(deskWorkflowId: string, { visit, decide, start }: DeskDays): Promise<void> {
    await preparedRows(this.manager, OPEN_TASKS, [deskWorkflowId, visit, decide, start]);
  }

  /**
   * Takes what was decided at this desk into its cases. What a case has taken in changes nothing again, because the
   * case has moved on; so a desk that starts anew catches up by the same call.
   */
  async advance(deskWorkflowId: string): Promise<void> {
    await preparedRows(this.manager, ADVANCE, [deskWorkflowId]);
  }

  /**
   * Ends the open cases of an order whose families have used their money meanwhile, and closes their tasks. Answers with
   * the desks that have one less. A repeat ends none twice.
   */
  async endUsed(orderId: string): Promise<string[]> {
    const rows = await rowsOf<{ deskId: string }>(
      this.manager,
      `with ended as (
         update follow_up_case c set state = 'used' from entitlement e
          where e.id = c.entitlement_id and e.order_id = $1 and e.state = 'transacted'
            and c.state in ('to_visit', 'to_decide')
         returning c.id, c.desk_workflow_id
       ), ${moving({
         event: 'exit',
         set: closedFor(`'used'`),
         from: 'ended',
         where: `t.subject_type = 'case' and t.subject_id = ended.id::text`,
         reason: `'used'`,
       })} select distinct desk_workflow_id as "deskId" from ended`,
      [orderId],
    );
    return rows.map(({ deskId }) => deskId);
  }

  async openCount(deskWorkflowId: string): Promise<number> {
    const row = await rowOf<{ cases: number }>(
      this.manager,
      `select count(*)::int as cases from follow_up_case
        where desk_workflow_id = $1 and state in ('to_visit', 'to_decide')`,
      [deskWorkflowId],
    );
    return row?.cases ?? 0;
  }

  async openCountOfCity(periodId: string, cityCode: string): Promise<number> {
    const row = await rowOf<{ cases: number }>(
      this.manager,
      `select count(*)::int as cases from follow_up_case
        where period_id = $1 and city_code = $2 and state in ('to_visit', 'to_decide')`,
      [periodId, cityCode],
    );
    return row?.cases ?? 0;
  }

  /** The deadline: closes what is still open, and only that; a decision that came first stands. */
  async lapse(deskWorkflowId: string): Promise<void> {
    await this.manager.query(
      `with ${moving({
        event: 'exit',
        set: closedFor(`'deadline'`),
        where: 't.workflow_id = $1',
        reason: `'deadline'`,
      })} select count(*) from noted`,
      [deskWorkflowId],
    );
    await this.advance(deskWorkflowId);
    await this.manager.query(
      `update follow_up_case set state = 'lapsed' where desk_workflow_id = $1 and state in ('to_visit', 'to_decide')`,
      [deskWorkflowId],
    );
  }

  async find(caseId: string): Promise<CaseRow | undefined> {
    return rowOf<CaseRow>(
      this.manager,
      `select ${COLUMNS} from follow_up_case c join entitlement e on e.id = c.entitlement_id
         left join territory k on k.code = c.kelurahan_code where c.id = $1`,
      [caseId],
    );
  }

  /** For how many months in a row, this period's included, the family of a case has not used its aid; null for one that is on no list of families. */
  async unusedMonths(caseId: string): Promise<number | null> {
    const row = await rowOf<{ months: number }>(
      this.manager,
      `with own as (
         select l.family_id, p.programme, p.months[1] as month
           from follow_up_case c join entitlement e on e.id = c.entitlement_id join period p on p.id = c.period_id
           join family_listing l on l.roster_row_id = e.roster_row_id where c.id = $1
       ) select months from (${unusedInARow('own', 'p.programme = m.programme and p.months[1] <= m.month')}) u`,
      [caseId],
    );
    return row?.months ?? null;
  }

  /** The offices that decide on what the visits of a case found and that is restricted; none where everybody may read it. */
  async decidersOfRestricted(caseId: string): Promise<Role[]> {
    const rows = await rowsOf<{ decides: Role }>(
      this.manager,
      `select distinct r.decides
         from task t join task_decision d on d.task_id = t.id join period p on p.id = t.period_id
        cross join lateral finding_rule_on(p.programme, d.details ->> 'finding', ${jakartaDay('d.decided_at')}) r
        where t.subject_type = 'case' and t.subject_id = $1 and t.kind = 'follow-up.visit' and r.restricted`,
      [caseId],
    );
    return rows.map(({ decides }) => decides);
  }

  /** Cases in the order of their ids, after the last one seen. */
  async page(filter: {
    periodId: string;
    territories: readonly string[];
    kelurahanCode?: string | undefined;
    /** Of a kelurahan or what lies above it. */
    territoryCode?: string | undefined;
    states?: readonly string[] | undefined;
    /** A finding that everybody reads, `not_visited`, or `restricted`: which finding that is no filter tells. */
    reason?: string | undefined;
    afterId?: string | undefined;
    limit: number;
  }): Promise<CaseRow[]> {
    return rowsOf<CaseRow>(
      this.manager,
      `select ${COLUMNS} from follow_up_case c join entitlement e on e.id = c.entitlement_id
         left join territory k on k.code = c.kelurahan_code
        where c.period_id = $1 and ${inTerritories('c.kelurahan_code', '$2')}
          and ($3::text is null or c.kelurahan_code = $3) and ($4::text[] is null or c.state = any($4))
          and ($5::uuid is null or c.id > $5)
          and ($7::text is null or ${inTerritories('c.kelurahan_code', 'array[$7::text]')})
          and ($8::text is null or $8 = case when c.restricted then 'restricted' else coalesce(c.finding, 'not_visited') end)
        order by c.id limit $6`,
      [
        filter.periodId,
        filter.territories,
        filter.kelurahanCode ?? null,
        filter.states ?? null,
        filter.afterId ?? null,
        filter.limit,
        filter.territoryCode ?? null,
        filter.reason ?? null,
      ],
    );
  }

  /** How each desk, or with fewer characters each kecamatan or city, stands: open, decided, decided after a day, used, lapsed and the rupiah at stake. */
  async desks(periodId: string, territories: readonly string[], after: IsoDate, codeLength = KELURAHAN_CODE_LENGTH) {
    return rowsOf<{
      kelurahanCode: string;
      name: string | null;
      cases: number;
      toVisit: number;
      toDecide: number;
      decided: number;
      decidedLately: number;
      used: number;
      lapsed: number;
      returnedThoughKept: number;
      amountRupiah: string;
      deadlineOn: string;
    }>(
      this.manager,
      `select left(c.kelurahan_code, $4) as "kelurahanCode", max(k.name) as name, count(*)::int as cases,
              count(*) filter (where c.state = 'to_visit')::int as "toVisit",
              count(*) filter (where c.state = 'to_decide')::int as "toDecide",
              count(*) filter (where c.state = 'decided')::int as decided,
              count(*) filter (where ${jakartaDay('c.decided_at')} > $3)::int as "decidedLately",
              count(*) filter (where c.state = 'used')::int as used,
              count(*) filter (where c.state = 'lapsed')::int as lapsed,
              count(*) filter (where ${CASE_MONEY} = 'returned_though_kept')::int as "returnedThoughKept",
              sum(c.amount_rupiah)::text as "amountRupiah", min(c.deadline_on)::text as "deadlineOn"
         from follow_up_case c join entitlement e on e.id = c.entitlement_id
         left join territory k on k.code = left(c.kelurahan_code, $4)
        where c.period_id = $1 and ${inTerritories('c.kelurahan_code', '$2')}
        group by 1 order by 1`,
      [periodId, territories, after, codeLength],
    );
  }
}
