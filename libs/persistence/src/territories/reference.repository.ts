import type { EntityManager } from 'typeorm';
import { Policy, type PolicyParameter } from '#domain';
import { rowsOf } from '../shared/unit-of-work.js';

export interface TerritoryRow {
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly parentCode: string | null;
}

/** Data that is loaded from files: territories and policy versions. Loading again changes nothing. */
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

  /** A territory and everything below it, by code. */
  async territoriesBelow(code: string): Promise<TerritoryRow[]> {
    return rowsOf<TerritoryRow>(
      this.manager,
      `select code, name, level, parent_code as "parentCode" from territory
        where code = $1 or code like $1 || '.%' order by code`,
      [code],
    );
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

  /** Keeps the file's content as a new version, or finds the version that holds it already. */
  async loadPolicy(programme: string, contentHash: string, parameters: readonly PolicyParameter[]): Promise<number> {
    const rows = await rowsOf<{ version: number }>(
      this.manager,
      `with known as (
         select version from policy_version where programme = $1 and content_hash = $2
       ), added as (
         insert into policy_version (programme, version, content_hash, parameters, loaded_at)
         select $1, coalesce(max(version), 0) + 1, $2, $3::jsonb, now() from policy_version where programme = $1
         having not exists (select from known)
         on conflict do nothing returning version
       )
       select version from known union all select version from added`,
      [programme, contentHash, JSON.stringify(parameters)],
    );
    return rows[0]?.version ?? 0;
  }

  /** Every programme with rules. */
  async programmes(): Promise<string[]> {
    const sql = 'select distinct programme from policy_version order by 1';
    return (await rowsOf<{ programme: string }>(this.manager, sql)).map(({ programme }) => programme);
  }

  /** The newest rules of a programme: for what belongs to no period. */
  async newestPolicy(programme: string): Promise<Policy> {
    const [row] = await rowsOf<{ parameters: PolicyParameter[] }>(
      this.manager,
      'select parameters from policy_version where programme = $1 order by version desc limit 1',
      [programme],
    );
    return new Policy(row?.parameters ?? []);
  }
}
