import type { EntityManager } from 'typeorm';
import { type CityQuota, DomainError, type MandateState, type QuotaChangeState, type Refusal } from '#domain';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';

export interface CityQuotaRow extends CityQuota {
  cityCode: string;
  cityName: string;
  rupiahPerFamily: string;
  /** Families of the newest list that could be decreed, those beyond the quota with them; null before there is one. */
  wantedFamilies: number | null;
  mandateId: string | null;
}

export interface QuotaChangeLineRow {
  cityCode: string;
  cityName: string;
  deltaFamilies: number;
  rupiahPerFamily: string;
  beforeFamilies: number | null;
  afterFamilies: number | null;
}

export interface QuotaChangeRow {
  id: string;
  periodId: string;
  ground: string;
  paper: string | null;
  state: QuotaChangeState;
  proposedBy: string;
  proposer: string;
  proposedAt: Date;
  endedAt: Date | null;
  /** Why it lapsed: refusals, each with its code and details. */
  lapsedFor: Refusal[] | null;
  lines: QuotaChangeLineRow[];
}

export interface NewQuotaChange {
  readonly periodId: string;
  readonly ground: string;
  readonly paper: string | undefined;
  readonly proposedBy: string;
  readonly lines: readonly { readonly cityCode: string; readonly deltaFamilies: number }[];
}

const CHANGES = `
  select c.id, c.period_id as "periodId", c.ground, c.paper, c.state, c.proposed_by as "proposedBy", o.full_name as proposer,
         c.proposed_at as "proposedAt", c.ended_at as "endedAt", c.lapsed_for as "lapsedFor",
         (select jsonb_agg(jsonb_build_object('cityCode', l.city_code, 'cityName', coalesce(t.name, l.city_code),
                   'deltaFamilies', l.delta_families, 'rupiahPerFamily', l.rupiah_per_family::text,
                   'beforeFamilies', l.before_families, 'afterFamilies', l.after_families) order by l.city_code)
            from quota_change_line l left join territory t on t.code = l.city_code where l.change_id = c.id) as lines
    from quota_change c join officer o on o.id = c.proposed_by`;

/** Papers that change the quotas of a running period, and what is known of each city's quota. */
export class QuotaChangeRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The quotas of these cities, or of all: how much is left of each and what stands against moving it. Only what is in the ledger. */
  async cities(periodId: string, cityCodes?: readonly string[]): Promise<CityQuotaRow[]> {
    interface Row extends Omit<CityQuotaRow, 'mandate'> {
      mandateState: MandateState | null;
      mandateLeft: number | null;
    }
    const rows = await rowsOf<Row>(this.manager, CITIES, [periodId, cityCodes ?? null]);
    return rows.map(({ mandateState, mandateLeft, ...row }) => ({
      ...row,
      mandate: mandateState === null ? undefined : { state: mandateState, leftFamilies: mandateLeft ?? 0 },
    }));
  }

  /** Whoever moves or uses the quotas of these cities goes one after another. */
  async lockQuotas(periodId: string, cityCodes: readonly string[]): Promise<void> {
    await this.manager.query(
      `select from allocation where period_id = $1 and city_code = any($2) order by city_code for update`,
      [periodId, cityCodes],
    );
  }

  /** Writes a proposal; each line keeps what a family receives. */
  async propose({ periodId, ground, paper, proposedBy, lines }: NewQuotaChange): Promise<string> {
    const row = await rowOf<{ id: string }>(
      this.manager,
      `with change as (
         insert into quota_change (period_id, ground, paper, state, proposed_by, proposed_at)
         values ($1, $2, $3, 'proposed', $4, programme_now()) returning id, period_id
       ), lines as (
         insert into quota_change_line (change_id, city_code, delta_families, rupiah_per_family)
         select c.id, a.city_code, l."deltaFamilies", a.rupiah_per_family
           from change c cross join jsonb_to_recordset($5::jsonb) as l("cityCode" text, "deltaFamilies" int)
           join allocation a on a.period_id = c.period_id and a.city_code = l."cityCode"
       )
       select id from change`,
      [periodId, ground, paper ?? null, proposedBy, JSON.stringify(lines)],
    );
    return row?.id ?? '';
  }

  /** Throws QUOTA_CHANGE_UNKNOWN. */
  async find(changeId: string): Promise<QuotaChangeRow> {
    const row = await rowOf<QuotaChangeRow>(this.manager, `${CHANGES} where c.id = $1`, [changeId]);
    if (row === undefined) throw new DomainError('QUOTA_CHANGE_UNKNOWN', 'no such change of quotas');
    return row;
  }

  /** Of a period, the last proposed first. */
  async list(periodId: string): Promise<QuotaChangeRow[]> {
    return rowsOf(this.manager, `${CHANGES} where c.period_id = $1 order by c.proposed_at desc, c.id limit 200`, [
      periodId,
    ]);
  }

  async openCount(periodId: string): Promise<number> {
    const row = await rowOf<{ open: number }>(
      this.manager,
      `select count(*)::int as open from quota_change where period_id = $1 and state = 'proposed'`,
      [periodId],
    );
    return row?.open ?? 0;
  }

  /** Sets the quota of a line's city, and keeps with the line what it was. The caller holds the quota's lock. */
  async moveQuota(changeId: string, cityCode: string): Promise<void> {
    await this.manager.query(
      `with moved as (
         update allocation a set quota_families = a.quota_families + l.delta_families,
                amount_rupiah = (a.quota_families + l.delta_families) * a.rupiah_per_family
           from quota_change_line l join quota_change c on c.id = l.change_id
          where l.change_id = $1 and l.city_code = $2 and a.period_id = c.period_id and a.city_code = l.city_code
         returning old.quota_families as before, new.quota_families as after
       )
       update quota_change_line set before_families = moved.before, after_families = moved.after
         from moved where change_id = $1 and city_code = $2`,
      [changeId, cityCode],
    );
  }

  /** Ends a proposal; one that has ended stays as it is. */
  async end(
    changeId: string,
    state: Exclude<QuotaChangeState, 'proposed'>,
    lapsedFor?: readonly Refusal[],
  ): Promise<void> {
    await this.manager.query(
      `update quota_change set state = $2, ended_at = programme_now(), lapsed_for = $3::jsonb where id = $1 and state = 'proposed'`,
      [changeId, state, lapsedFor === undefined ? null : JSON.stringify(lapsedFor)],
    );
  }
}

const CITIES = `
  select a.city_code as "cityCode", coalesce(t.name, a.city_code) as "cityName", a.quota_families as "quotaFamilies",
         a.rupiah_per_family::text as "rupiahPerFamily", coalesce(held.families, 0) as "unallocatedFamilies",
         coalesce(d.state = 'ratified', false) as "isDecreed",
         exists (select from stage_progress s
                  where s.period_id = a.period_id and s.city_code = a.city_code and s.stage = 'reporting') as "isReporting",
         d.families + coalesce((d.excluded ->> 'over_quota')::int, 0) as "wantedFamilies",
         m.id as "mandateId", m.state as "mandateState", b.left_families as "mandateLeft"
    from allocation a
    left join territory t on t.code = a.city_code
    left join lateral (select sum(c.families)::int as families from city_posting c
                        where c.period_id = a.period_id and c.city_code = a.city_code and c.account = 'unallocated') held on true
    left join lateral (select d.state, d.families, d.excluded from decree d
                        where d.period_id = a.period_id and d.city_code = a.city_code and d.state <> 'void'
                        order by d.version desc limit 1) d on true
    left join mandate m on m.period_id = a.period_id and m.territory_code = a.city_code and m.parent_id is null
    left join mandate_balance b on b.mandate_id = m.id
   where a.period_id = $1 and ($2::text[] is null or a.city_code = any($2))
     and exists (select from ledger_transaction l where l.key = 'allocation:' || a.period_id || ':' || a.city_code)
   order by a.city_code`;
