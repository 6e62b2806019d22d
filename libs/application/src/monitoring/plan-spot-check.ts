import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  type Allocated,
  allocate,
  allocateAs,
  covers,
  DomainError,
  marginOf,
  sampleSize,
  territoriesWith,
} from '#domain';
import { PeriodRepository, ReferenceRepository, SpotCheckRepository } from '#persistence';
import type { SignedIn } from '../shared/command-context.js';
import type { SpotDraw, SpotPlan, SpotPlanQuery } from './spot-checks.schemas.js';

/** How many families a spot check would visit, and where, before anybody is drawn. */
@Injectable()
export class PlanSpotCheck {
  constructor(private readonly database: DataSource) {}

  /** Throws what `planned` throws. */
  async plan(actor: SignedIn, query: SpotPlanQuery): Promise<SpotPlan> {
    const { manager } = this.database;
    const strata = await planned(manager, actor, { ...query, sizes: {} });
    const sum = (of: 'population' | 'sample'): number => strata.reduce((total, stratum) => total + stratum[of], 0);
    const places = await new ReferenceRepository(manager).territoriesBelow(query.cityCode);
    return {
      ...{ population: sum('population'), sample: sum('sample') },
      reached: tenths(marginOf(sum('population'), sum('sample'), query.confidence)),
      strata: strata.map((stratum) => ({
        ...stratum,
        name: places.find(({ code }) => code === stratum.code)?.name ?? stratum.code,
      })),
    };
  }
}

type Wanted = Pick<SpotDraw, 'periodId' | 'cityCode' | 'confidence' | 'margin' | 'mostVisits' | 'sizes'>;

/**
 * The shares of a sample. Throws PERIOD_UNKNOWN, SPOT_CHECK_PLACE outside the officer's city, SPOT_CHECK_NOBODY where no family was
 * credited, SPOT_CHECK_STRATUM_SIZE, SPOT_CHECK_STRATUM_UNKNOWN, and SPOT_CHECK_MARGIN where the margin is not reached with what is to be visited.
 */
export async function planned(manager: EntityManager, actor: SignedIn, wanted: Wanted): Promise<Allocated[]> {
  const { periodId, cityCode, confidence, margin, mostVisits, sizes } = wanted;
  if (!territoriesWith(actor, 'spot-check:draw').some((scope) => covers(scope, cityCode))) {
    throw new DomainError('SPOT_CHECK_PLACE', 'outside the officer’s territory', { field: 'cityCode' });
  }
  await new PeriodRepository(manager).find(periodId);
  const strata = await new SpotCheckRepository(manager).strata(periodId, cityCode);
  const population = strata.reduce((sum, stratum) => sum + stratum.population, 0);
  if (population === 0) throw new DomainError('SPOT_CHECK_NOBODY', 'no family of the city was credited');
  const needed = sampleSize(population, { confidence, margin });
  const shares = allocateAs(allocate(strata, needed), sizes);
  const visits = shares.reduce((sum, { sample }) => sum + sample, 0);
  const reachable = Math.min(visits, mostVisits ?? visits);
  // Fewer than the formula wants, or more than the office can visit.
  if (reachable < needed || visits > reachable) {
    throw new DomainError('SPOT_CHECK_MARGIN', 'the margin is not reached with so few visits', {
      ...{ margin, needed: Math.max(needed, visits), offered: reachable, field: 'margin' },
      ...{
        missing: Math.max(needed, visits) - reachable,
        reached: tenths(marginOf(population, reachable, confidence)),
      },
    });
  }
  return shares;
}

/** Rounded up: a margin that is not reached is never shown as one that is. */
const tenths = (points: number): number => Math.ceil(points * 10 - 1e-9) / 10;
