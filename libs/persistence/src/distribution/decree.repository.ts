import type { EntityManager } from 'typeorm';
import { DomainError } from '#domain';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';
import { listHash, rowDigest } from './list-hash.js';
import { LedgerRepository } from '../money/ledger.repository.js';

export interface DecreeRow {
  id: string;
  periodId: string;
  cityCode: string;
  rosterId: string;
  version: number;
  state: 'draft' | 'ratified' | 'void';
  families: number;
  amountRupiah: string;
  /** Families left out, by reason. */
  excluded: Record<string, number>;
  listHash: string;
  number: string | null;
  ratifiedAt: Date | null;
}

interface ListedFamilies {
  families: number;
  hash: string;
  amount: string;
  excluded: Record<string, number>;
}

/** Why a family on the roster is not paid; the first that applies. Null for those who are. */
const EXCLUSION = `case
  when f.state = 'invalid' then 'row_invalid' when f.state = 'duplicate' then 'row_duplicate'
  when f.verdict = 'ineligible' then 'ineligible_' || coalesce(f.verdict_reason, 'unknown')
  when f.verdict is distinct from 'eligible' then 'not_verified'
  when f.account_hash is null then 'no_account'
  when f.findings @> '[{"code": "ACCOUNT_FORMAT"}]' then 'account_format'
  when f.match_result is distinct from 'matched' then 'frozen_' || coalesce(f.match_result, 'unmatched')
  end`;

/** The final list: families with a verdict and a match, within quota, in roster order. */
export class DecreeRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Drafts the list from an endorsed roster. The same list again finds the draft; a changed one voids it. */
  async draft(periodId: string, cityCode: string, rosterId: string): Promise<DecreeRow> {
    const listed = await this.list(periodId, cityCode, rosterId);
    if (listed === undefined || listed.families === 0) {
      throw new DomainError('DECREE_EMPTY', 'no family on this roster can be decreed');
    }
    const same = await rowOf<{ id: string }>(
      this.manager,
      `select id from decree where period_id = $1 and city_code = $2 and roster_id = $3 and list_hash = $4
          and state <> 'void'`,
      [periodId, cityCode, rosterId, listed.hash],
    );
    if (same !== undefined) return this.find(same.id);
    await this.manager.query(
      `update decree set state = 'void' where period_id = $1 and city_code = $2 and state = 'draft'`,
      [periodId, cityCode],
    );
    const made = await rowOf<{ id: string }>(
      this.manager,
      `insert into decree (period_id, city_code, roster_id, version, state, families, amount_rupiah, excluded, list_hash, created_at)
       select $1, $2, $3, coalesce(max(version), 0) + 1, 'draft', $4, $5, $6, $7, programme_now()
         from decree where period_id = $1 and city_code = $2 returning id`,
      [periodId, cityCode, rosterId, listed.families, listed.amount, JSON.stringify(listed.excluded), listed.hash],
    );
    return this.find(made?.id ?? '');
  }

  /** The list as the roster gives it now: who is paid, what they get, and who is left out why. */
  private async list(periodId: string, cityCode: string, rosterId: string): Promise<ListedFamilies | undefined> {
    return rowOf<ListedFamilies>(
      this.manager,
      `with judged as (
         select f.id, ${rowDigest({ who: 'f', sealed: 'f.sealed' })} as digest, ${EXCLUSION} as exclusion from roster_row f where f.roster_id = $3
       ), ranked as (
         select j.id, j.digest, j.exclusion,
                case when j.exclusion is null then row_number() over (partition by j.exclusion is null order by j.id) end as place
           from judged j
       ), final as (
         select r.id, r.digest, case when r.place > a.quota_families then 'over_quota' else r.exclusion end as exclusion,
                a.rupiah_per_family
           from ranked r cross join (select * from allocation where period_id = $1 and city_code = $2) a
       )
       select count(*) filter (where exclusion is null)::int as families,
              coalesce(sum(rupiah_per_family) filter (where exclusion is null), 0)::text as amount,
              ${listHash('rupiah_per_family', 'exclusion is null')} as hash,
              coalesce((select jsonb_object_agg(exclusion, n) from (
                 select exclusion, count(*) as n from final where exclusion is not null group by 1) g), '{}') as excluded
         from final`,
      [periodId, cityCode, rosterId],
    );
  }

  async find(decreeId: string): Promise<DecreeRow> {
    const row = await rowOf<DecreeRow>(
      this.manager,
      `select id, period_id as "periodId", city_code as "cityCode", roster_id as "rosterId", version, state, families,
              amount_rupiah as "amountRupiah", excluded, list_hash as "listHash", number, ratified_at as "ratifiedAt"
         from decree where id = $1`,
      [decreeId],
    );
    if (row === undefined) throw new DomainError('DECREE_UNKNOWN', 'no such decree');
    return row;
  }

  /** Where the families of a list lie, by kelurahan; the same families that `ratify` takes. Rupiah as decimal strings. */
  async byKelurahan(decreeId: string): Promise<{ territoryCode: string; families: number; amountRupiah: string }[]> {
    return rowsOf(
      this.manager,
      `select coalesce(l.kelurahan_code, l.city_code) as "territoryCode", count(*)::int as families,
              sum(l.rupiah_per_family)::text as "amountRupiah"
         from decree d cross join lateral (
           select f.kelurahan_code, d.city_code, a.rupiah_per_family
             from roster_row f join allocation a on a.period_id = d.period_id and a.city_code = d.city_code
            where f.roster_id = d.roster_id and ${EXCLUSION} is null order by f.id limit d.families) l
        where d.id = $1 group by 1 order by 1`,
      [decreeId],
    );
  }

  /**
   * Freezes one entitlement per family and posts their money: the city's quota is allocated to the kelurahan of the
   * list, and there it is decreed. The postings are counted from the list before there are entitlements, so that the two
   * can be held against each other ever after. A repeat changes nothing. Throws DECREE_LIST_CHANGED.
   */
  async ratify(decreeId: string): Promise<void> {
    const decree = await this.find(decreeId);
    const ledger = new LedgerRepository(this.manager);
    const transactionId = await ledger.begin({
      key: `decree:${decreeId}`,
      kind: 'decree',
      periodId: decree.periodId,
      cityCode: decree.cityCode,
    });
    if (transactionId === undefined) return;
    const listed = await this.list(decree.periodId, decree.cityCode, decree.rosterId);
    if (listed?.hash !== decree.listHash) {
      throw new DomainError('DECREE_LIST_CHANGED', 'the list is no longer the one that was signed');
    }
    for (const { territoryCode, families, amountRupiah } of await this.byKelurahan(decreeId)) {
      const amount = BigInt(amountRupiah);
      await ledger.allocate(transactionId, decree.cityCode, territoryCode, families, amount);
      await ledger.post(transactionId, 'unallocated', 'decreed', territoryCode, families, amount);
    }
    await this.freeze(decree);
    await this.manager.query(
      // The ministry's registry numbers its decrees; until it does the decree has none.
      `update decree set state = 'ratified', ratified_at = programme_now() where id = $1`,
      [decreeId],
    );
  }

  /** One entitlement per family. The bank's reference says programme, period, city and family: SEM2023033275000412. */
  private async freeze({ id, periodId, cityCode, rosterId }: DecreeRow): Promise<void> {
    await this.manager.query(
      `insert into entitlement (period_id, city_code, decree_id, roster_row_id, kpm_code, kelurahan_code, purpose,
                                nik_hash, account_hash, amount_rupiah, state, order_id, end_to_end_id)
       select $2::uuid, $3::text, $1::uuid, f.id, f.kpm_code, f.kelurahan_code, 'sembako', f.nik_hash, f.account_hash,
              a.rupiah_per_family, 'decreed', $1::uuid,
              upper(left(p.programme, 3)) || replace(p.code, '-', '') || replace(a.city_code, '.', '') || substr(f.kpm_code, 5)
         from roster_row f join allocation a on a.period_id = $2::uuid and a.city_code = $3::text
           join period p on p.id = a.period_id
        where f.roster_id = $4 and ${EXCLUSION} is null
        order by f.id limit (select families from decree where id = $1::uuid)`,
      [id, periodId, cityCode, rosterId],
    );
    await this.manager.query('analyze entitlement');
  }
}
