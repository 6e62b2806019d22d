import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { DomainError } from '#domain';
import { rowOf, rowsOf } from '../../shared/unit-of-work.js';
import { QuotaChangeRepository } from '../../periods/quota-change.repository.js';
import { DECREE_LIST } from './decree-list.js';
import { listHash } from './list-hash.js';
import { LedgerRepository } from '../../money/ledger.repository.js';

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

const SUMMARY = `
  select count(*) filter (where exclusion is null)::int as families,
         coalesce(sum(rupiah_per_family) filter (where exclusion is null), 0)::text as amount,
         ${listHash('rupiah_per_family', 'exclusion is null')} as hash,
         coalesce((select jsonb_object_agg(exclusion, n) from (
            select exclusion, count(*) as n from final where exclusion is not null group by 1) g), '{}') as excluded
    from final`;

/** Who is paid by kelurahan; a family without one counts in its city, which is the value. */
const byPlace = (list: string, city: string): string => `
  select coalesce(kelurahan_code, ${city}) as "territoryCode", count(*)::int as families,
         sum(rupiah_per_family)::text as "amountRupiah"
    from ${list} where exclusion is null group by 1 order by 1`;

interface PlaceOnList {
  territoryCode: string;
  families: number;
  amountRupiah: string;
}

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
    return rowOf<ListedFamilies>(this.manager, `with final as (${DECREE_LIST}) ${SUMMARY}`, [
      periodId,
      cityCode,
      rosterId,
    ]);
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
  async byKelurahan(decreeId: string): Promise<PlaceOnList[]> {
    const { periodId, cityCode, rosterId } = await this.find(decreeId);
    return rowsOf(this.manager, byPlace(`(${DECREE_LIST}) list`, '$2'), [periodId, cityCode, rosterId]);
  }

  /** How many of its families fetch their money at the post office: of a draft as the list is now, then as it was ratified. */
  async byPost({ id, periodId, cityCode, rosterId, state }: DecreeRow): Promise<number> {
    const row =
      state === 'ratified'
        ? await rowOf<{ families: number }>(
            this.manager,
            `select count(*)::int as families from entitlement where decree_id = $1 and reissues_id is null and account_hash is null`,
            [id],
          )
        : await rowOf<{ families: number }>(
            this.manager,
            `select count(*)::int as families from (${DECREE_LIST}) list where exclusion is null and channel = 'post'`,
            [periodId, cityCode, rosterId],
          );
    return row?.families ?? 0;
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
    // A quota that is being changed is waited for: the list is cut by the one that holds.
    await new QuotaChangeRepository(this.manager).lockQuotas(decree.periodId, [decree.cityCode]);
    await this.stageList(decree);
    const listed = await rowOf<ListedFamilies>(this.manager, `with final as (select * from decree_list) ${SUMMARY}`);
    if (listed?.hash !== decree.listHash) {
      throw new DomainError('DECREE_LIST_CHANGED', 'the list is no longer the one that was signed');
    }
    for (const { territoryCode, families, amountRupiah } of await this.staged(decree)) {
      const amount = BigInt(amountRupiah);
      await ledger.allocate(transactionId, decree.cityCode, territoryCode, families, amount);
      await ledger.post(transactionId, 'unallocated', 'decreed', territoryCode, families, amount);
    }
    await this.freeze(decree);
    await this.manager.query(`update decree set state = 'ratified', ratified_at = programme_now() where id = $1`, [
      decreeId,
    ]);
  }

  /** The number that its office has given it; none while nobody has. */
  async setNumber(decreeId: string, number: string | null): Promise<void> {
    await this.manager.query('update decree set number = $2 where id = $1', [decreeId, number]);
  }

  /** Signed for a list that is no longer so; only the next version can be ratified. */
  async makeVoid(decreeId: string): Promise<DecreeRow> {
    await this.manager.query(`update decree set state = 'void' where id = $1 and state = 'draft'`, [decreeId]);
    return this.find(decreeId);
  }

  /** The list as it is now, once for everything that is made of it in this transaction. */
  private async stageList({ periodId, cityCode, rosterId }: DecreeRow): Promise<void> {
    await this.manager.query(`create temp table decree_list
      (id bigint, kelurahan_code text, digest bytea, channel text, rupiah_per_family bigint, exclusion text) on commit drop`);
    await this.manager.query(`insert into decree_list ${DECREE_LIST}`, [periodId, cityCode, rosterId]);
    await this.manager.query('analyze decree_list');
  }

  private async staged({ cityCode }: DecreeRow): Promise<PlaceOnList[]> {
    return rowsOf(this.manager, byPlace('decree_list', '$1::text'), [cityCode]);
  }

  /**
   * One entitlement per family, known to the order of its channel; that of the period's own channel has the decree's id. The bank's reference
   * says programme, period, city and family: SEM2023033275000412.
   */
  private async freeze({ id, periodId, cityCode }: DecreeRow): Promise<void> {
    await this.manager.query(
      `insert into entitlement (period_id, city_code, decree_id, roster_row_id, kpm_code, kelurahan_code, purpose,
                                nik_hash, account_hash, amount_rupiah, state, order_id, end_to_end_id)
       select p.id, $3::text, $1::uuid, f.id, f.kpm_code, f.kelurahan_code, p.programme, f.nik_hash,
              case l.channel when 'card' then f.account_hash end, l.rupiah_per_family, 'decreed',
              case when l.channel = p.channel then $1::uuid else $4::uuid end,
              upper(left(p.programme, 3)) || replace(p.code, '-', '') || replace($3, '.', '') || substr(f.kpm_code, 5)
         from decree_list l join roster_row f on f.id = l.id cross join period p
        where p.id = $2::uuid and l.exclusion is null order by l.id`,
      [id, periodId, cityCode, randomUUID()],
    );
    await this.manager.query('analyze entitlement');
  }
}
