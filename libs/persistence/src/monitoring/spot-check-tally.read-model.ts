import type { EntityManager } from 'typeorm';
import type { SpotMeasure } from '#domain';
import { rowsOf } from '../shared/unit-of-work.js';
import { IN_SAMPLE, IS_REPLACED, SPOT_SAMPLE } from './spot-check-sample.repository.js';

/** What the families of one stratum said, and how many of them could say something. */
export type StratumTally = {
  readonly code: string;
  readonly name: string;
  readonly population: number;
  readonly sample: number;
  readonly toVisit: number;
  readonly answered: number;
  /** Could not be reached, and nobody took their place. */
  readonly unreached: number;
  readonly replaced: number;
} & Readonly<Record<`${SpotMeasure}_known` | `${SpotMeasure}_yes`, number>>;

const ALL = ['used_for_food', 'own_control', 'fair_price'] as const;
const count = (condition: string, name: string): string => `(count(*) filter (where ${condition}))::int as "${name}"`;

const MEASURES = [
  count('r.receipt is not null', 'received_known'),
  count(`r.receipt = 'received'`, 'received_yes'),
  ...ALL.flatMap((name) => [
    count(`r.${name} in ('yes', 'no')`, `${name}_known`),
    count(`r.${name} = 'yes'`, `${name}_yes`),
  ]),
  // One "no" is enough to know; one "unknown" among "yes" is not.
  count(
    `'no' in (${ALL.map((name) => `r.${name}`).join(', ')}) or (${ALL.map((name) => `r.${name} = 'yes'`).join(' and ')})`,
    'all_three_known',
  ),
  count(ALL.map((name) => `r.${name} = 'yes'`).join(' and '), 'all_three_yes'),
];

/** Counts of a spot check by stratum, of the whole city: no family can be told from them. */
export class SpotCheckTallyReadModel {
  constructor(private readonly manager: EntityManager) {}

  async tallies(spotCheckId: string): Promise<StratumTally[]> {
    return rowsOf<StratumTally>(
      this.manager,
      `select s.code, coalesce((select t.name from territory t where t.code = s.code), s.code) as name, s.population, s.sample, n.*
         from spot_check_stratum s cross join lateral (
           select ${count('r.id is null', 'toVisit')}, ${count('r.receipt is not null', 'answered')},
                  ${count(`r.unreached is not null and not ${IS_REPLACED}`, 'unreached')}, ${count(IS_REPLACED, 'replaced')},
                  ${MEASURES.join(', ')}
             from ${SPOT_SAMPLE} where f.spot_check_id = s.spot_check_id and f.stratum_code = s.code and ${IN_SAMPLE}) n
        where s.spot_check_id = $1 order by s.code`,
      [spotCheckId],
    );
  }
}
