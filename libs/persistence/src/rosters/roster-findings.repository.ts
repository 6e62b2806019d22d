import type { EntityManager } from 'typeorm';
import type { RosterFinding } from '#domain';
import { inTerritories } from '../shared/territory-sql.js';
import { rowsOf } from '../shared/unit-of-work.js';

export interface FoundRow {
  readonly sheet: string;
  readonly rowNumber: number;
  readonly findings: RosterFinding[];
}

export interface FoundFilter {
  readonly fileId: string;
  readonly territories: readonly string[];
}

const ROWS = `roster_row f join roster r on r.id = f.roster_id
  where f.roster_file_id = $1 and f.findings <> '[]' and ${inTerritories('coalesce(f.kelurahan_code, r.city_code)', '$2')}`;

/** What was found in the rows of one file. Rows without a kelurahan are seen by the city and above only. */
export class RosterFindingsRepository {
  constructor(private readonly manager: EntityManager) {}

  /** In the order of the file, so many rows at most. */
  async rows({ fileId, territories }: FoundFilter, limit: number): Promise<FoundRow[]> {
    return rowsOf<FoundRow>(
      this.manager,
      `select f.sheet, f.row_number as "rowNumber", f.findings from ${ROWS} order by f.id limit $3`,
      [fileId, territories, limit],
    );
  }

  /** True numbers, however many rows are read. */
  async counts({ fileId, territories }: FoundFilter): Promise<{ code: string; count: number }[]> {
    return rowsOf<{ code: string; count: number }>(
      this.manager,
      `select e.code, count(*)::int as count
         from (select f.findings from ${ROWS}) f
         cross join lateral (select x ->> 'code' as code from jsonb_array_elements(f.findings) x) e
        group by e.code order by count desc, e.code`,
      [fileId, territories],
    );
  }
}
