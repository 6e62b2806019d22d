import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { byNeed, needOf, territoriesWith } from '#domain';
import { type KelurahanNeedRow, OutreachNeedReadModel, PeriodRepository } from '#persistence';
import type { SignedIn } from '../shared/command-context.js';
import { ByNumber, decodeCursor, encodeCursor } from '../shared/page.js';
import type { KelurahanNeed, NeedPage, NeedQuery } from './outreach.schemas.js';

/** Kelurahan of a city by their need of outreach, from what a period's money and visits say. */
@Injectable()
export class OutreachNeed {
  constructor(private readonly database: DataSource) {}

  /** Within the territories of the reader. Throws PERIOD_UNKNOWN. */
  async read(actor: SignedIn, query: NeedQuery): Promise<NeedPage> {
    const { manager } = this.database;
    const { periodId, text, sort, limit } = query;
    const territories = territoriesWith(actor, 'outreach:read');
    const { cities, cityCode } = await cityInSight(manager, territories, query);
    const rows =
      cityCode === undefined
        ? []
        : await new OutreachNeedReadModel(manager).kelurahan(territories, { periodId, cityCode });
    const sought = text?.toLowerCase() ?? '';
    const found = byNeed(
      rows.map(withNeed).filter(({ name }) => name.toLowerCase().includes(sought)),
      sort,
    );
    const from = Number(decodeCursor(query.cursor, ByNumber)?.id ?? 0);
    const until = from + limit;
    const next = found.length > until ? encodeCursor({ id: String(until) }) : null;
    return { rows: found.slice(from, until), next, cityCode: cityCode ?? null, cities };
  }
}

/** The cities of a period that the reader sees, and the one that is read. Throws PERIOD_UNKNOWN. */
export async function cityInSight(
  manager: EntityManager,
  territories: readonly string[],
  { periodId, cityCode }: { readonly periodId: string; readonly cityCode?: string | undefined },
): Promise<{ cities: { code: string; name: string }[]; cityCode: string | undefined }> {
  await new PeriodRepository(manager).find(periodId);
  const cities = await new OutreachNeedReadModel(manager).cities(territories, periodId);
  const chosen = cityCode === undefined ? cities[0] : cities.find(({ code }) => code === cityCode);
  return { cities, cityCode: chosen?.code };
}

const withNeed = (row: KelurahanNeedRow): KelurahanNeed => ({ ...row, ...needOf(row) });
