import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { DomainError } from '#domain';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';

export type ReportTier = 'kecamatan' | 'city' | 'period';

export interface ReportRow {
  id: string;
  periodId: string;
  cityCode: string;
  tier: ReportTier;
  territoryCode: string;
  content: unknown;
  contentHash: string;
  builtAt: Date;
}

const COLUMNS = `id, period_id as "periodId", city_code as "cityCode", tier, territory_code as "territoryCode", content,
  content_hash as "contentHash", built_at as "builtAt"`;

/** Reports of the tiers. Building one again replaces its content and hash, so that a decision on the old is refused. */
export class ReportRepository {
  constructor(private readonly manager: EntityManager) {}

  async keep(report: {
    periodId: string;
    cityCode: string;
    tier: ReportTier;
    territoryCode: string;
    content: unknown;
  }): Promise<{ id: string; contentHash: string }> {
    const text = JSON.stringify(report.content);
    const contentHash = createHash('sha256').update(text).digest('hex');
    const row = await rowOf<{ id: string; contentHash: string }>(
      this.manager,
      `insert into report (period_id, city_code, tier, territory_code, content, content_hash, built_at)
       values ($1, $2, $3, $4, $5, $6, programme_now())
       on conflict (period_id, tier, territory_code) do update
          set content = excluded.content, content_hash = excluded.content_hash, built_at = excluded.built_at
       returning id, content_hash as "contentHash"`,
      [report.periodId, report.cityCode, report.tier, report.territoryCode, text, contentHash],
    );
    if (row === undefined) throw new Error('the report was not kept');
    return row;
  }

  async find(reportId: string): Promise<ReportRow> {
    const row = await rowOf<ReportRow>(this.manager, `select ${COLUMNS} from report where id = $1`, [reportId]);
    if (row === undefined) throw new DomainError('REPORT_UNKNOWN', 'no such report');
    return row;
  }

  async ofTerritory(periodId: string, tier: ReportTier, territoryCode: string): Promise<ReportRow> {
    const row = await rowOf<ReportRow>(
      this.manager,
      `select ${COLUMNS} from report where period_id = $1 and tier = $2 and territory_code = $3`,
      [periodId, tier, territoryCode],
    );
    if (row === undefined) throw new DomainError('REPORT_UNKNOWN', 'this report has not been built yet');
    return row;
  }

  async ofPeriod(periodId: string): Promise<ReportRow[]> {
    return rowsOf<ReportRow>(
      this.manager,
      `select ${COLUMNS} from report where period_id = $1 order by tier, territory_code`,
      [periodId],
    );
  }
}
