import type { EntityManager } from 'typeorm';
import { inTerritories } from '../shared/territory-sql.js';
import { rowsOf } from '../shared/unit-of-work.js';

export interface FoundFamily {
  id: string;
  nikMasked: string;
  kelurahanCode: string | null;
  kelurahanName: string | null;
  rtRw: string | null;
  newestPeriod: string;
  lists: number;
  foundBy: 'code' | 'nik' | 'kk' | 'account' | 'former' | 'name' | 'place';
  /** The newest row in sight. */
  rowId: string;
  sealed: Buffer;
}

export interface SearchPage {
  readonly territories: readonly string[];
  readonly kelurahanCode?: string | undefined;
  readonly afterId?: string | undefined;
  readonly limit: number;
}

/** Families by id, each as the newest list within the territories has it; one that no such list names is not found. */
const found = (foundBy: string, condition: string): string => `
  select f.id, '••••' || coalesce(n.nik_tail, '') as "nikMasked", n.kelurahan_code as "kelurahanCode",
         (select t.name from territory t where t.code = n.kelurahan_code) as "kelurahanName", n.rt_rw as "rtRw",
         n.period as "newestPeriod", n.lists, ${foundBy} as "foundBy", n.id as "rowId", n.sealed
    from family f cross join lateral (
      select r.id, r.nik_tail, r.kelurahan_code, r.rt_rw, r.sealed, p.code as period, count(*) over ()::int as lists
        from family_listing l join roster_row r on r.id = l.roster_row_id join roster o on o.id = r.roster_id
        join period p on p.id = o.period_id
       where l.family_id = f.id and r.state in ('valid', 'warning')
         and ${inTerritories('coalesce(r.kelurahan_code, o.city_code)', '$1')}
       order by r.id desc limit 1) n
   where ($2::text is null or f.territory_code = $2) and ($3::bigint is null or f.id > $3) and ${condition}
   order by f.id limit $4`;

const BY_NUMBER = found(
  `case when f.nik_hash = $5 then 'nik' when f.kk_hash = $5 then 'kk' when f.account_hash = $5 then 'account' else 'former' end`,
  `f.id in (select id from family where nik_hash = $5 union select id from family where kk_hash = $5
            union select id from family where account_hash = $5
            union select family_id from family_former_key where kind in ('nik', 'kk', 'account') and hash = $5)`,
);
/** A name has other buckets in each city. The index of names goes first, whatever the planner thinks of the bucket. */
const byName = (cities: number): string => `
  with named as materialized (
    select k.family_id from family_name k join family o on o.id = k.family_id
     where ${Array.from(
       { length: cities },
       (_, at) => `(k.keys @> $${2 * at + 5}::smallint[] and substr(o.territory_code, 1, 5) = $${2 * at + 6})`,
     ).join(' or ')})
  ${found(`'name'`, 'f.id = any(array(select family_id from named))')}`;

/** The register of families, searched by what is hashed and within the territories of who searches. */
export class FamilySearchRepository {
  constructor(private readonly manager: EntityManager) {}

  async byId(page: SearchPage, familyId: string): Promise<FoundFamily[]> {
    return this.read(found(`'code'`, 'f.id = $5'), page, [familyId]);
  }

  /** NIK, card or account, of now or of before, by its keyed hash. */
  async byNumber(page: SearchPage, hash: Buffer): Promise<FoundFamily[]> {
    return this.read(BY_NUMBER, page, [hash]);
  }

  /** Whose name may be the one that is looked for: buckets are shared by names, so what is found is opened and compared. */
  async byName(
    page: SearchPage,
    cities: readonly { readonly city: string; readonly keys: readonly number[] }[],
  ): Promise<FoundFamily[]> {
    if (cities.length === 0) return [];
    return this.read(
      byName(cities.length),
      page,
      cities.flatMap(({ city, keys }) => [`{${keys.join(',')}}`, city]),
    );
  }

  /** Everybody of a kelurahan. */
  async byPlace(page: SearchPage): Promise<FoundFamily[]> {
    return this.read(found(`'place'`, 'true'), page, []);
  }

  private async read(sql: string, page: SearchPage, values: readonly unknown[]): Promise<FoundFamily[]> {
    const { territories, kelurahanCode, afterId, limit } = page;
    return rowsOf<FoundFamily>(this.manager, sql, [
      ...[territories, kelurahanCode ?? null, afterId ?? null, limit],
      ...values,
    ]);
  }
}
