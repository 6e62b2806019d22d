import type { EntityManager } from 'typeorm';
import { rowsOf } from '../shared/unit-of-work.js';

export interface UnreadName {
  familyId: string;
  /** The city in whose keys the name is put. */
  cityCode: string;
  /** The row by which a walk over a list goes on. */
  rowId: string;
  sealed: Buffer;
}

const CITY = `substr(f.territory_code, 1, 5)`;

/** The index of names. What is kept is made elsewhere, by who has the keys. */
export class FamilyNameRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Families of a list in its order, after the row seen last. */
  async ofList(rosterId: string, afterRowId: string, limit: number): Promise<UnreadName[]> {
    return rowsOf<UnreadName>(
      this.manager,
      `select f.id as "familyId", ${CITY} as "cityCode", r.id as "rowId", r.sealed
         from roster_row r join family_listing l on l.roster_row_id = r.id join family f on f.id = l.family_id
        where r.roster_id = $1 and r.id > $2 and r.state in ('valid', 'warning') order by r.id limit $3`,
      [rosterId, afterRowId, limit],
    );
  }

  /** Families whose name is in no index, with the newest list that names them. */
  async unread(limit: number): Promise<UnreadName[]> {
    return rowsOf<UnreadName>(
      this.manager,
      `select f.id as "familyId", ${CITY} as "cityCode", r.id as "rowId", r.sealed
         from family f cross join lateral (
           select r.id, r.sealed from family_listing l join roster_row r on r.id = l.roster_row_id
            where l.family_id = f.id and r.state in ('valid', 'warning') order by r.id desc limit 1) r
        where not exists (select from family_name n where n.family_id = f.id) order by f.id limit $1`,
      [limit],
    );
  }

  /** The newest name of each family counts; one that is the same is not written again. */
  async keep(names: readonly { readonly familyId: string; readonly keys: readonly number[] }[]): Promise<void> {
    await this.manager.query(
      `insert into family_name (family_id, keys)
       select n.family_id, n.keys::smallint[] from unnest($1::bigint[], $2::text[]) n(family_id, keys) order by 1
       on conflict (family_id) do update set keys = excluded.keys where family_name.keys <> excluded.keys`,
      [names.map(({ familyId }) => familyId), names.map(({ keys }) => `{${keys.join(',')}}`)],
    );
  }
}
