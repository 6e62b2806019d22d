import type { EntityManager } from 'typeorm';
import { DomainError, levelOfKind, type OfficeKind, type OfficeOfCity, type Role, type StandingOffice } from '#domain';
import { rowOf, rowsOf } from '../../shared/unit-of-work.js';
import { inTerritories } from '../../shared/territory-sql.js';
import { isLive } from '../appointments/live-appointment.js';

export interface OfficeListRow {
  readonly id: string;
  readonly name: string;
  readonly kind: OfficeKind;
  readonly territoryCode: string;
  /** Every role that somebody has held there, with who holds it today; nobody means that the post is vacant. */
  readonly posts: { role: Role; holders: number; acting: number }[];
}

export interface OfficeFilter {
  /** Of the reader; none see nothing. */
  readonly scopes: readonly string[];
  readonly kind?: OfficeKind | undefined;
  readonly search?: string | undefined;
  readonly within?: string | undefined;
  readonly after?: { readonly territoryCode: string; readonly name: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** Text that is looked for as it was typed: what LIKE reads as a pattern loses its meaning. */
export const likeOf = (search: string | undefined): string | null =>
  search === undefined ? null : `%${search.replace(/[\\%_]/g, '\\$&')}%`;

/** Offices with their posts, by territory and name. */
export class OfficeListRepository {
  constructor(private readonly manager: EntityManager) {}

  async page({ scopes, kind, search, within, after, limit }: OfficeFilter): Promise<OfficeListRow[]> {
    return rowsOf<OfficeListRow>(
      this.manager,
      `select f.id, f.name, f.kind, f.territory_code as "territoryCode", coalesce((
                select jsonb_agg(jsonb_build_object('role', p.role, 'holders', p.holders, 'acting', p.acting) order by p.role)
                  from (select a.role, count(*) filter (where a.acting is null and ${isLive('a')}) as holders,
                               count(*) filter (where a.acting is not null and ${isLive('a')}) as acting
                          from appointment a join officer o on o.id = a.officer_id and o.disabled_at is null
                         where a.office_id = f.id group by a.role) p), '[]') as posts
         from office f
        where ${inTerritories('f.territory_code', '$1::text[]')}
          and ($2::text is null or f.kind = $2) and ($3::text is null or f.name ilike $3)
          and ($4::text is null or $4 = 'ID' or f.territory_code = $4 or f.territory_code like $4 || '.%')
          and ($5::text is null or (f.territory_code, f.name, f.id) > ($5, $6, $7::uuid))
        order by f.territory_code, f.name, f.id limit $8`,
      [
        ...[scopes, kind ?? null, likeOf(search), within ?? null],
        ...[after?.territoryCode ?? null, after?.name ?? null, after?.id ?? null, limit],
      ],
    );
  }

  /** Offices at these places, and those anywhere that have one of the names. */
  async standing(territoryCodes: readonly string[], names: readonly string[]): Promise<StandingOffice[]> {
    return rowsOf(
      this.manager,
      `select f.name, f.kind, f.territory_code as "territoryCode",
              coalesce((select jsonb_agg(distinct a.role) from appointment a where a.office_id = f.id), '[]') as posts
         from office f where f.territory_code = any($1) or f.name = any($2) order by f.name`,
      [territoryCodes, names],
    );
  }

  /** Enters offices as a set; one whose name is there already stays as it is. */
  async addAll(offices: readonly OfficeOfCity[]): Promise<void> {
    const rows = offices.map(({ name, kind, territoryCode }) => ({
      ...{ name, kind, level: levelOfKind(kind), territory_code: territoryCode },
    }));
    await this.manager.query(
      `insert into office (name, kind, level, territory_code)
       select name, kind, level, territory_code
         from jsonb_to_recordset($1::jsonb) as o(name text, kind text, level text, territory_code text) order by name
       on conflict (name) do nothing`,
      [JSON.stringify(rows)],
    );
  }

  /** Throws OFFICE_EXISTS, TERRITORY_UNKNOWN. */
  async add(office: { name: string; kind: OfficeKind; level: string; territoryCode: string }): Promise<string> {
    const place = await rowOf(this.manager, `select 1 from territory where code = $1 or $1 = 'ID'`, [
      office.territoryCode,
    ]);
    if (place === undefined) {
      const refusals = [
        { code: 'TERRITORY_UNKNOWN', field: 'territoryCode', details: { value: office.territoryCode } },
      ];
      throw new DomainError('TERRITORY_UNKNOWN', 'no such territory', { refusals });
    }
    const row = await rowOf<{ id: string }>(
      this.manager,
      `insert into office (name, kind, level, territory_code) values ($1, $2, $3, $4)
       on conflict (name) do nothing returning id`,
      [office.name, office.kind, office.level, office.territoryCode],
    );
    if (row !== undefined) return row.id;
    const refusals = [{ code: 'OFFICE_EXISTS', field: 'name', details: {} }];
    throw new DomainError('OFFICE_EXISTS', 'an office has this name', { refusals });
  }
}
