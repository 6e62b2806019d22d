import type { EntityManager } from 'typeorm';
import { familyOfRow } from '../families/family-of-row.js';
import { inTerritories } from '../shared/territory-sql.js';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';

export interface RosterVersionRow {
  id: string;
  version: number;
  state: string;
  families: number;
  createdAt: Date;
}

/** What of a family's row can be compared without opening it: place, and the hashes of card and account. */
export type ChangedField = 'kelurahan' | 'rtRw' | 'familyCard' | 'account';

export interface RosterChangeRow {
  id: string;
  change: 'added' | 'removed' | 'changed';
  fields: ChangedField[];
  kpmCode: string | null;
  familyCode: string | null;
  kelurahanCode: string | null;
  kelurahanName: string | null;
  nikMasked: string;
}

export interface ChangeFilter {
  readonly fromId: string;
  readonly toId: string;
  readonly territories: readonly string[];
  readonly afterId?: string | undefined;
  readonly limit: number;
}

const listed = (roster: string): string => `
  select id, nik_hash, nik_tail, kpm_code, kelurahan_code, rt_rw, kk_hash, account_hash from roster_row
   where roster_id = ${roster}::uuid and state in ('valid', 'warning') and nik_hash is not null`;

const FIELDS = `array_remove(array[
  case when a.kelurahan_code is distinct from b.kelurahan_code then 'kelurahan' end,
  case when a.rt_rw is distinct from b.rt_rw then 'rtRw' end,
  case when a.kk_hash is distinct from b.kk_hash then 'familyCard' end,
  case when a.account_hash is distinct from b.account_hash then 'account' end], null)`;

/** Families of two versions side by side, by NIK; those that are the same in both are left out. Values: from, to, territories. */
const CHANGES = `
  select c.*, t.name as kelurahan_name
    from (
      select coalesce(b.id, a.id) as id, coalesce(b.kpm_code, a.kpm_code) as kpm_code, coalesce(b.nik_tail, a.nik_tail) as nik_tail,
             coalesce(b.kelurahan_code, a.kelurahan_code) as kelurahan_code,
             case when a.id is null then 'added' when b.id is null then 'removed' else 'changed' end as change,
             case when a.id is null or b.id is null then '{}' else ${FIELDS} end as fields
        from (${listed('$1')}) a full join (${listed('$2')}) b on b.nik_hash = a.nik_hash) c
    left join territory t on t.code = c.kelurahan_code
   where (c.change <> 'changed' or c.fields <> '{}') and ${inTerritories('c.kelurahan_code', '$3')}`;

/** Versions of a city's list in a period, and what differs between two of them. */
export class RosterVersionRepository {
  constructor(private readonly manager: EntityManager) {}

  /** All versions of the same period and city, the newest first. */
  async versions(rosterId: string): Promise<RosterVersionRow[]> {
    return rowsOf<RosterVersionRow>(
      this.manager,
      `select r.id, r.version, r.state, r.created_at as "createdAt",
              (select count(*)::int from roster_row f where f.roster_id = r.id and f.state in ('valid', 'warning')) as families
         from roster own join roster r on r.period_id = own.period_id and r.city_code = own.city_code
        where own.id = $1 order by r.version desc`,
      [rosterId],
    );
  }

  /** Changed families by id after the last one seen. */
  async changes({ fromId, toId, territories, afterId, limit }: ChangeFilter): Promise<RosterChangeRow[]> {
    return rowsOf<RosterChangeRow>(
      this.manager,
      `select id, change, fields, kpm_code as "kpmCode", ${familyOfRow('c.id')} as "familyCode", kelurahan_code as "kelurahanCode",
              kelurahan_name as "kelurahanName", '••••' || coalesce(nik_tail, '') as "nikMasked"
         from (${CHANGES}) c where $4::bigint is null or id > $4 order by id limit $5`,
      [fromId, toId, territories, afterId ?? null, limit],
    );
  }

  async changeCounts({ fromId, toId, territories }: Omit<ChangeFilter, 'afterId' | 'limit'>) {
    const row = await rowOf<{ added: number; removed: number; changed: number }>(
      this.manager,
      `select count(*) filter (where change = 'added')::int as added, count(*) filter (where change = 'removed')::int as removed,
              count(*) filter (where change = 'changed')::int as changed
         from (${CHANGES}) c`,
      [fromId, toId, territories],
    );
    return row ?? { added: 0, removed: 0, changed: 0 };
  }
}
