import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import { covers, holdGrounds, isSecondHand, territoriesWith } from '#domain';
import { CaseMeasureRepository, type CaseMeasureRow, PeriodRepository } from '#persistence';
import type { SignedIn } from '../shared/command-context.js';
import { ByDay, decodeCursor, toPage } from '../shared/page.js';
import { MEASURE_ACTS_FROM } from './case-measures.js';
import {
  CASE_MEASURE_ACTS,
  type CaseMeasure,
  type CaseMeasurePage,
  type CaseMeasureQuery,
} from './case-measures.schemas.js';

/** Holds and early returns of the reader's territory. */
@Injectable()
export class CaseMeasureReader {
  constructor(private readonly database: DataSource) {}

  async page(actor: SignedIn, query: CaseMeasureQuery): Promise<z.infer<typeof CaseMeasurePage>> {
    const { manager } = this.database;
    const rows = await new CaseMeasureRepository(manager).page({
      territories: territoriesWith(actor, 'follow-up:read'),
      state: query.state,
      after: decodeCursor(query.cursor, ByDay),
      limit: query.limit + 1,
    });
    const page = toPage(rows, query.limit, ({ id, dueOn }) => ({ key: dueOn, id }));
    const words = await groundWords(manager, page.rows);
    return { rows: page.rows.map((row) => shownMeasure(actor, row, words)), next: page.next };
  }
}

/** The words of each period's grounds, by period and ground. */
export async function groundWords(
  manager: EntityManager,
  rows: readonly Pick<CaseMeasureRow, 'periodId'>[],
): Promise<ReadonlyMap<string, string>> {
  const words = new Map<string, string>();
  for (const periodId of new Set(rows.map((row) => row.periodId))) {
    const grounds = holdGrounds(await new PeriodRepository(manager).policyOf(periodId));
    for (const { ground, words: said } of grounds) words.set(`${periodId} ${ground}`, said);
  }
  return words;
}

/** A measure as the reader may see it: the ground of a restricted case only with the power to settle it. */
export function shownMeasure(
  actor: SignedIn,
  row: CaseMeasureRow,
  words: ReadonlyMap<string, string>,
): z.infer<typeof CaseMeasure> {
  const {
    entitlementId: _money,
    orderId: _order,
    periodId,
    cityCode: _city,
    decidedBy,
    verifiedBy: _by,
    restricted,
    ...shown
  } = row;
  const settles = territoriesWith(actor, 'case-measure:settle').some((scope) => covers(scope, row.kelurahanCode));
  const isSecond = isSecondHand({ decidedBy, verifiedBy: null }, actor.officerId);
  const ground =
    row.ground === null || (restricted && !settles) ? null : (words.get(`${periodId} ${row.ground}`) ?? row.ground);
  const acts = CASE_MEASURE_ACTS.filter((act) => settles && isSecond && row.state === MEASURE_ACTS_FROM[act]);
  return { ...shown, ground, acts };
}
