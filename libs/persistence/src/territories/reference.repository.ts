import type { EntityManager } from 'typeorm';
import { rowsOf } from '../shared/unit-of-work.js';

export interface TerritoryRow {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly parentCode: string | null;
}

/** Territories, which are loaded from files. Loading again changes nothing. */
export class ReferenceRepository {
  constructor(private readonly manager: EntityManager) {}

  /** What is there already stays as it is: names are changed by `RegionImportRepository`. */
  async addTerritories(territories: readonly TerritoryRow[]): Promise<void> {
    await this.manager.query(
      `insert into territory (code, name, level, parent_code)
       select code, name, level, "parentCode" from jsonb_to_recordset($1::jsonb)
         as t(code text, name text, level text, "parentCode" text)
       on conflict (code) do nothing`,
      [JSON.stringify(territories)],
    );
  }

  async exists(code: string): Promise<boolean> {
    return (await rowsOf(this.manager, 'select 1 from territory where code = $1', [code])).length === 1;
  }

  /** Those of these codes, by code. */
  async named(codes: readonly string[]): Promise<TerritoryRow[]> {
    return rowsOf<TerritoryRow>(
      this.manager,
      `select code, name, level, parent_code as "parentCode" from territory where code = any($1) order by code`,
      [codes],
    );
  }

  /** A territory and everything below it, by code. */
  async territoriesBelow(code: string): Promise<TerritoryRow[]> {
    return rowsOf<TerritoryRow>(
      this.manager,
      `select code, name, level, parent_code as "parentCode" from territory
        where code = $1 or code like $1 || '.%' order by code`,
      [code],
    );
  }

  /** Every city and regency of the register, by name. */
  async cities(): Promise<{ code: string; name: string }[]> {
    return rowsOf(this.manager, `select code, name from territory where level = 'city' order by name, code`);
  }

  /** A city with the province that it lies in and everything below it, by code. */
  async regionsOfCity(cityCode: string): Promise<TerritoryRow[]> {
    return rowsOf<TerritoryRow>(
      this.manager,
      `select code, name, level, parent_code as "parentCode" from territory
        where code in ($1, left($1, 2)) or code like $1 || '.%' order by code`,
      [cityCode],
    );
  }
}
