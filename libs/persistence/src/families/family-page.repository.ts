import type { EntityManager } from 'typeorm';
import type { CaseState, EntitlementState, Verdict } from '#domain';
import { inTerritories } from '../shared/territory-sql.js';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';

export interface FamilyFacts {
  id: string;
  territoryCode: string;
  since: Date;
  /** Rows of lists that lie outside the reader's territories. */
  elsewhere: number;
}

export interface ListingRow {
  rowId: string;
  periodId: string;
  periodCode: string;
  programme: string;
  rosterId: string;
  version: number;
  cityCode: string;
  kpmCode: string | null;
  kelurahanCode: string | null;
  kelurahanName: string | null;
  rtRw: string | null;
  nikMasked: string;
  linkedBy: 'new' | 'nik' | 'card' | 'change';
  state: 'valid' | 'warning' | 'invalid' | 'duplicate';
  matchResult: string | null;
  verdict: Verdict | null;
  verdictReason: string | null;
  verdictAt: Date | null;
  listedAt: Date;
  accountHash: Buffer | null;
  sealed: Buffer;
}

export interface FamilyPaymentRow {
  id: string;
  periodId: string;
  periodCode: string;
  cityCode: string;
  decreeId: string;
  decreeNumber: string | null;
  orderId: string | null;
  orderAttempt: number | null;
  amountRupiah: string;
  state: EntitlementState;
  reason: string | null;
  endToEndId: string;
  creditedOn: string | null;
  transactedOn: string | null;
}

export interface FamilyPostingRow {
  transactionId: string;
  entitlementId: string;
  kind: string;
  postedAt: Date;
  answer: string | null;
}

export interface FamilyCaseRow {
  id: string;
  periodCode: string;
  state: CaseState;
  finding: string | null;
  outcome: string | null;
  deadlineOn: string;
  amountRupiah: string;
  openTaskId: string | null;
}

export interface FamilyEventRow {
  id: string;
  event: 'card_changed' | 'head_changed' | 'card_shared';
  rowId: string;
  otherFamilyId: string | null;
  periodCode: string;
  notedAt: Date;
}

/** Rows of a family's lists within the territories, by their place at the time. Values: family, territories. */
const IN_SIGHT = `
  family_listing l join roster_row f on f.id = l.roster_row_id join roster r on r.id = f.roster_id
    join period p on p.id = r.period_id
   where l.family_id = $1 and ${inTerritories('coalesce(f.kelurahan_code, r.city_code)', '$2')}`;

/** The family's entitlements within the territories: a decree is of one list, and names the row. */
const PAID = `
  family_listing l join roster_row f on f.id = l.roster_row_id join decree d on d.roster_id = f.roster_id
    join entitlement e on e.decree_id = d.id and e.roster_row_id = f.id join period p on p.id = e.period_id`;
const OF_FAMILY = `where l.family_id = $1 and ${inTerritories('e.kelurahan_code', '$2')}`;

/** Everything known of one family, each line only where the reader's territories had it. */
export class FamilyPageRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Undefined where no list within the territories names the family. */
  async find(familyId: string, territories: readonly string[]): Promise<FamilyFacts | undefined> {
    return rowOf<FamilyFacts>(
      this.manager,
      `select f.id, f.territory_code as "territoryCode", f.since, l.total - l.seen as elsewhere
         from family f cross join lateral (
           select count(*)::int as total,
                  count(*) filter (where ${inTerritories('coalesce(r.kelurahan_code, o.city_code)', '$2')})::int as seen
             from family_listing x join roster_row r on r.id = x.roster_row_id join roster o on o.id = r.roster_id
            where x.family_id = f.id) l
        where f.id = $1 and l.seen > 0`,
      [familyId, territories],
    );
  }

  /** The newest list first. */
  async listings(familyId: string, territories: readonly string[]): Promise<ListingRow[]> {
    return rowsOf<ListingRow>(
      this.manager,
      `select f.id as "rowId", p.id as "periodId", p.code as "periodCode", p.programme, r.id as "rosterId", r.version,
              r.city_code as "cityCode", f.kpm_code as "kpmCode", f.kelurahan_code as "kelurahanCode",
              (select t.name from territory t where t.code = f.kelurahan_code) as "kelurahanName", f.rt_rw as "rtRw",
              '••••' || coalesce(f.nik_tail, '') as "nikMasked", l.linked_by as "linkedBy", f.state,
              f.match_result as "matchResult", f.verdict, f.verdict_reason as "verdictReason", f.verdict_at as "verdictAt",
              r.created_at as "listedAt", f.account_hash as "accountHash", f.sealed
         from ${IN_SIGHT} order by f.id desc`,
      [familyId, territories],
    );
  }

  async events(familyId: string, territories: readonly string[]): Promise<FamilyEventRow[]> {
    return rowsOf<FamilyEventRow>(
      this.manager,
      `select v.id, v.event, v.roster_row_id as "rowId", v.other_family_id as "otherFamilyId", p.code as "periodCode",
              v.noted_at as "notedAt"
         from family_event v join roster_row f on f.id = v.roster_row_id join roster r on r.id = f.roster_id
         join period p on p.id = r.period_id
        where v.family_id = $1 and ${inTerritories('coalesce(f.kelurahan_code, r.city_code)', '$2')} order by v.id desc`,
      [familyId, territories],
    );
  }

  async payments(familyId: string, territories: readonly string[]): Promise<FamilyPaymentRow[]> {
    return rowsOf<FamilyPaymentRow>(
      this.manager,
      `select e.id, p.id as "periodId", p.code as "periodCode", e.city_code as "cityCode", d.id as "decreeId",
              d.number as "decreeNumber", e.order_id as "orderId",
              (select o.attempt from payment_order o where o.id = e.order_id) as "orderAttempt",
              e.amount_rupiah as "amountRupiah", e.state, e.reason, e.end_to_end_id as "endToEndId",
              e.credited_on::text as "creditedOn", e.transacted_on::text as "transactedOn"
         from ${PAID} ${OF_FAMILY} order by e.id desc`,
      [familyId, territories],
    );
  }

  /**
   * The postings that moved the family's money, oldest first: its decree or what it failed as before, its order, each bank file that named its
   * instruction, each break of it that people settled, what was held. They are posted for whole kelurahan, this family among them.
   */
  async postings(familyId: string, territories: readonly string[]): Promise<FamilyPostingRow[]> {
    return rowsOf<FamilyPostingRow>(
      this.manager,
      `with paid as (select e.id, e.decree_id, e.order_id, e.end_to_end_id, e.reissues_id from ${PAID} ${OF_FAMILY}),
       keys as (
         select p.id, 'decree:' || p.decree_id as key, null as answer from paid p where p.reissues_id is null
         union all
         select p.id, 'reissue:' || n.reissues_id || ':' || n.reissues_round, null
           from paid p join payment_order n on n.id = p.order_id where p.reissues_id is not null
         union all
         select p.id, 'breaks:' || p.order_id || ':' || b.settled_round, b.resolution
           from paid p join reconciliation_break b on b.entitlement_id = p.id and b.settled_round is not null
         union all
         select p.id, 'order:' || p.order_id || case when n = 1 then '' else ':' || n end, null
           from paid p join payment_order o on o.id = p.order_id cross join lateral generate_series(1, o.attempt) n
         union all
         select p.id, 'bank-file:' || p.order_id || ':' || f.kind || ':' || f.sha256, a.answer
           from paid p join bank_file f on f.order_id = p.order_id
           join bank_answer a on a.file_number = f.number and a.end_to_end_id = p.end_to_end_id
         union all
         select p.id, 'hold:' || p.order_id, null from paid p where p.order_id is not null)
       select t.id as "transactionId", k.id as "entitlementId", t.kind, t.posted_at as "postedAt", k.answer
         from keys k join ledger_transaction t on t.key = k.key order by t.posted_at, t.id`,
      [familyId, territories],
    );
  }

  async cases(familyId: string, territories: readonly string[]): Promise<FamilyCaseRow[]> {
    return rowsOf<FamilyCaseRow>(
      this.manager,
      `select c.id, p.code as "periodCode", c.state, case when c.restricted then 'restricted' else c.finding end as finding, c.outcome, c.deadline_on::text as "deadlineOn",
              c.amount_rupiah as "amountRupiah",
              (select t.id from task t where t.subject_type = 'case' and t.subject_id = c.id::text and t.closed_at is null
                limit 1) as "openTaskId"
         from ${PAID} join follow_up_case c on c.entitlement_id = e.id ${OF_FAMILY}
        order by c.deadline_on desc, c.id`,
      [familyId, territories],
    );
  }
}
