import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  covers,
  DomainError,
  type EffectSpan,
  type KelurahanUse,
  LEAST_KELURAHAN,
  MOST_APART_BEFORE,
  MOST_TIMES_LARGER,
  outreachEffect,
  sideOf,
  territoriesWith,
} from '#domain';
import { type KelurahanUseRow, OutreachUseReadModel, PeriodRepository } from '#persistence';
import type { SignedIn } from '../shared/command-context.js';
import type { Effect, EffectQuery } from './outreach.schemas.js';
import { cityInSight } from './outreach-need.js';

type Groups = Omit<Effect, 'cityCode' | 'cities' | 'days' | 'rules'>;

/** What sessions changed, by kelurahan with and without between two periods. */
@Injectable()
export class OutreachEffects {
  constructor(private readonly database: DataSource) {}

  /**
   * Of a whole city, since a part of it leaves too few to compare; no family and no kelurahan can be read from it. Throws
   * PERIOD_UNKNOWN, and OUTREACH_PERIODS unless `after` is a later period of the same programme.
   */
  async read(actor: SignedIn, { cityCode: chosen, beforeId, afterId }: EffectQuery): Promise<Effect> {
    const { manager } = this.database;
    const territories = territoriesWith(actor, 'outreach:read');
    const { cities, cityCode } = await cityInSight(manager, territories, { periodId: afterId, cityCode: chosen });
    const periods = new PeriodRepository(manager);
    const [before, after] = [await periods.find(beforeId), await periods.find(afterId)];
    const isLater = [...before.months].toSorted().at(-1) ?? '';
    if (before.programme !== after.programme || isLater >= ([...after.months].toSorted()[0] ?? '')) {
      throw new DomainError('OUTREACH_PERIODS', 'not a later period of the same programme', { field: 'afterId' });
    }
    const days = (await periods.policyOf(beforeId)).count('usage.cut_off_days');
    const isSeen =
      cityCode !== undefined && territories.some((scope) => covers(scope, cityCode) || covers(cityCode, scope));
    const groups = isSeen ? await this.#groups(cityCode, { beforeId, afterId, days }) : NO_FIGURES;
    const rules = { least: LEAST_KELURAHAN, times: MOST_TIMES_LARGER, apart: MOST_APART_BEFORE };
    return { cityCode: cityCode ?? null, cities, days, rules, ...groups };
  }

  async #groups(
    cityCode: string,
    { beforeId, afterId, days }: { readonly beforeId: string; readonly afterId: string; readonly days: number },
  ): Promise<Groups> {
    const model = new OutreachUseReadModel(this.database.manager, cityCode);
    const [before, after] = [await model.use(beforeId, days), await model.use(afterId, days)];
    const span = spanOf(before, after, days);
    if (span === undefined) return NO_FIGURES;
    const heldOn = await model.heldOn();
    const sides = Map.groupBy(pairs(before, after), ({ code }) => sideOf(heldOn.get(code) ?? [], span));
    const found = outreachEffect(sides.get('treated') ?? [], sides.get('other') ?? []);
    const { treated, others, treatedAlone, othersAlone, code } = found;
    return {
      ...{ treated, others, treatedAlone, othersAlone, code, touched: sides.get('touched')?.length ?? 0 },
      ...{ missingTreated: 0, missingOthers: 0, adjusted: null, plain: null },
      ...(found.code === null && { adjusted: found.adjusted, plain: found.plain }),
      ...(found.code === 'OUTREACH_TOO_FEW' && {
        ...{ missingTreated: found.missingTreated, missingOthers: found.missingOthers },
      }),
    };
  }
}

const NOBODY = { kelurahan: 0, familiesBefore: 0, familiesAfter: 0, shareBefore: 0, shareAfter: 0 };
/** No money came in one of the periods. */
const NO_FIGURES: Groups = {
  ...{ code: 'OUTREACH_NO_FIGURES', treated: NOBODY, others: NOBODY, treatedAlone: 0, othersAlone: 0, touched: 0 },
  ...{ missingTreated: 0, missingOthers: 0, adjusted: null, plain: null },
};

function spanOf(
  before: readonly KelurahanUseRow[],
  after: readonly KelurahanUseRow[],
  days: number,
): EffectSpan | undefined {
  const firstBefore = before.map(({ firstOn }) => firstOn).toSorted()[0];
  const lastBefore = before
    .map(({ lastOn }) => lastOn)
    .toSorted()
    .at(-1);
  const lastAfter = after
    .map(({ lastOn }) => lastOn)
    .toSorted()
    .at(-1);
  if (firstBefore === undefined || lastBefore === undefined || lastAfter === undefined) return undefined;
  return { firstBefore, lastBefore, lastAfter, days };
}

/** Kelurahan with money in both periods; those with none in one have no change. */
function pairs(before: readonly KelurahanUseRow[], after: readonly KelurahanUseRow[]): KelurahanUse[] {
  const later = new Map(after.map((row) => [row.code, row]));
  return before.flatMap(({ code, families, unused }) => {
    const then = later.get(code);
    if (then === undefined) return [];
    return [{ code, before: { families, unused }, after: { families: then.families, unused: then.unused } }];
  });
}
