import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { covers, estimateShare, SPOT_MEASURES, type SpotMeasure, territoriesWith } from '#domain';
import {
  PersonVault,
  SpotCheckRepository,
  type SpotCheckRow,
  SpotCheckSampleRepository,
  SpotCheckTallyReadModel,
  type SpotFamilyRow,
  type StratumTally,
} from '#persistence';
import type { SignedIn } from '../shared/command-context.js';
import { ByMoment, ByNumber, decodeCursor, toPage } from '../shared/page.js';
import { mayClose } from './spot-check-desk.js';
import type {
  SpotCheckDetails,
  SpotCheckPage,
  SpotCheckQuery,
  SpotFamilyPage,
  SpotFamilyQuery,
} from './spot-checks.schemas.js';

type Page = z.infer<typeof SpotCheckPage>;
type Families = z.infer<typeof SpotFamilyPage>;

/** Spot checks as their readers may see them: counts of the whole city, families of their own territory. */
@Injectable()
export class SpotCheckReader {
  constructor(
    private readonly database: DataSource,
    private readonly vault: PersonVault,
  ) {}

  /** The newest first. */
  async list(actor: SignedIn, { state, text, periodId, limit, cursor }: SpotCheckQuery): Promise<Page> {
    const page = { limit: limit + 1, after: decodeCursor(cursor, ByMoment) };
    const checks = new SpotCheckRepository(this.database.manager);
    const rows = await checks.list(territoriesWith(actor, 'spot-check:read'), { state, text, periodId }, page);
    const cut = toPage(rows, limit, ({ id, drawnAt }) => ({ key: drawnAt.toISOString(), id }));
    return { rows: cut.rows.map(shown), next: cut.next };
  }

  /** Throws SPOT_CHECK_UNKNOWN. */
  async find(actor: SignedIn, id: string): Promise<SpotCheckDetails> {
    const { manager } = this.database;
    const check = await new SpotCheckRepository(manager).find(territoriesWith(actor, 'spot-check:read'), id);
    const tallies = await new SpotCheckTallyReadModel(manager).tallies(id);
    const isOpen = check.state === 'drawn';
    return {
      ...shown(check),
      strata: tallies.map(({ code, name, population, sample, toVisit, answered, unreached, replaced }) => ({
        ...{ code, name, population, sample, toVisit, answered, unreached, replaced },
      })),
      estimates: SPOT_MEASURES.map((measure) => estimated(measure, tallies, check)),
      mayVisit: isOpen && territoriesWith(actor, 'spot-check:visit').some((scope) => isNear(scope, check.cityCode)),
      mayClose: isOpen && mayClose(actor, check),
    };
  }

  /** Masked, within the territories of the reader. Throws SPOT_CHECK_UNKNOWN. */
  async families(actor: SignedIn, id: string, { view, limit, cursor }: SpotFamilyQuery): Promise<Families> {
    const { manager } = this.database;
    const territories = territoriesWith(actor, 'spot-check:read');
    await new SpotCheckRepository(manager).find(territories, id);
    const page = { view, afterId: decodeCursor(cursor, ByNumber)?.id, limit: limit + 1 };
    const rows = await new SpotCheckSampleRepository(manager).families(territories, id, page);
    const cut = toPage(rows, limit, (family) => ({ id: family.id }));
    return { rows: cut.rows.map((family) => this.shownFamily(family)), next: cut.next };
  }

  private shownFamily({ noteSealed, rowId: _rowId, ...family }: SpotFamilyRow): Families['rows'][number] {
    return { ...family, note: noteSealed === null ? null : this.vault.openBytes(noteSealed).toString('utf8') };
  }
}

const isNear = (scope: string, cityCode: string): boolean => covers(scope, cityCode) || covers(cityCode, scope);

function shown({ drawnBy: _drawnBy, ...row }: SpotCheckRow): Page['rows'][number] {
  return row;
}

function estimated(
  measure: SpotMeasure,
  tallies: readonly StratumTally[],
  { confidence }: SpotCheckRow,
): SpotCheckDetails['estimates'][number] {
  const strata = tallies.map((tally) => ({
    ...{ code: tally.code, population: tally.population },
    ...{ answered: tally[`${measure}_known`], yes: tally[`${measure}_yes`] },
  }));
  return {
    measure,
    known: strata.reduce((sum, { answered }) => sum + answered, 0),
    yes: strata.reduce((sum, { yes }) => sum + yes, 0),
    estimate: estimateShare(strata, confidence) ?? null,
    missing: tallies.filter((tally) => tally[`${measure}_known`] === 0).map(({ name }) => name),
  };
}
