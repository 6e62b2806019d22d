import type { EntityManager } from 'typeorm';
import { levelOf, parentOf, type RegionEntry } from '#domain';
import { copyRows } from '../shared/copy-rows.js';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';

export interface RegionCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly missing: number;
}

export interface RenamedRegion {
  readonly row: number;
  readonly code: string;
  readonly before: string;
  readonly name: string;
}

export interface MissingRegion {
  readonly code: string;
  readonly name: string;
}

const STAGE = `create temp table region_import (row_number int, code text primary key, name text, level text, parent_code text)
  on commit drop`;

/**
 * A list speaks for what lies below its topmost regions, on the levels that it has; with more than half of the provinces, for
 * the nation. Anything else that stands is not its subject.
 */
const MISSING = `
  select t.code, t.name from territory t
   where not exists (select from region_import i where i.code = t.code)
     and t.level in (select level from region_import)
     and ((select 2 * count(*) from region_import where level = 'province') >
          (select count(*) from territory where level = 'province')
          or exists (select from region_import i
                      where i.code in (left(t.code, 2), left(t.code, 5), left(t.code, 8))
                        and not exists (select from region_import above where above.code = i.parent_code)))`;

/** Lists of regions, staged in one transaction: what they would change of what stands, and their writing as sets. */
export class RegionImportRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Which of these codes stand. */
  async known(codes: readonly string[]): Promise<ReadonlySet<string>> {
    const sql = 'select code from territory where code = any($1)';
    return new Set((await rowsOf<{ code: string }>(this.manager, sql, [codes])).map(({ code }) => code));
  }

  /** Two lists at once would each count what the other adds; readers are not held up. */
  async lock(): Promise<void> {
    await this.manager.query(`select pg_advisory_xact_lock(hashtext('amanah-regions'))`);
  }

  async stage(entries: readonly RegionEntry[]): Promise<void> {
    await this.manager.query(STAGE);
    await copyRows(this.manager, 'region_import', fields(entries));
    await this.manager.query('analyze region_import');
  }

  async counts(): Promise<RegionCounts> {
    const counts = await rowOf<RegionCounts>(
      this.manager,
      `select count(*) filter (where t.code is null)::int as added,
              count(*) filter (where t.name <> i.name)::int as changed,
              count(*) filter (where t.name = i.name)::int as unchanged,
              (select count(*) from (${MISSING}) gone)::int as missing
         from region_import i left join territory t on t.code = i.code`,
    );
    if (counts === undefined) throw new Error('a count has a row');
    return counts;
  }

  async renamed(limit: number): Promise<RenamedRegion[]> {
    return rowsOf(
      this.manager,
      `select i.row_number as row, i.code, t.name as before, i.name
         from region_import i join territory t on t.code = i.code where t.name <> i.name order by i.code limit $1`,
      [limit],
    );
  }

  async missing(limit: number): Promise<MissingRegion[]> {
    return rowsOf(this.manager, `${MISSING} order by t.code limit $1`, [limit]);
  }

  /** Writes what is new and what is named anew, with a row of the audit for each name that changes. Nothing is deleted. */
  async apply(by: string | undefined, requestId: string | undefined, sha256: string): Promise<void> {
    await this.manager.query(
      `insert into audit_entry (officer_id, action, subject_type, subject_id, territory_code, details, request_id, occurred_at)
       select $1, 'region.renamed', 'region', i.code, i.code,
              jsonb_build_object('before', t.name, 'after', i.name, 'sha256', $3::text), $2, programme_now()
         from region_import i join territory t on t.code = i.code where t.name <> i.name order by i.code`,
      [by ?? null, requestId ?? null, sha256],
    );
    await this.manager.query(
      `insert into territory (code, name, level, parent_code)
       select code, name, level, parent_code from region_import order by code
       on conflict (code) do update set name = excluded.name where territory.name <> excluded.name`,
    );
  }
}

// eslint-disable-next-line @typescript-eslint/require-await -- COPY takes what streams
async function* fields(entries: readonly RegionEntry[]) {
  for (const { row, code, name } of entries) yield [row, code, name, levelOf(code), parentOf(code) ?? null];
}
