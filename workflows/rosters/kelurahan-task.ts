import type { DeliveredDecision, TaskKind } from '#domain';
import { type CityPeriod, required } from '../periods/city-period.js';
import { decided } from '../tasks/human-task.js';

/** A task about the part of the roster that lies in a territory; `round` where its paper is made anew each time. */
export async function decidedFor(
  city: CityPeriod,
  kind: TaskKind,
  territoryCode: string,
  round?: string,
): Promise<DeliveredDecision> {
  const { inbox, periodId, cityCode } = city;
  const id = required(city.rosterId, 'rosterId');
  return decided(inbox, kind, { periodId, cityCode, territoryCode, type: 'roster', id }, round);
}
