import type { TaskKind } from '../stages/stage-catalogue.js';
import { covers } from '../territories/territory.js';

/** What a freeze can stop: the decision of a kind of task, or the offer of a mandate. */
export type FrozenAction = TaskKind | 'mandate.offer';

/** Days on which named actions stand still in a territory, such as an election or an audit; dates are inclusive. */
export interface Freeze {
  readonly name: string;
  readonly reason: string;
  readonly territoryCode: string;
  readonly actions: readonly FrozenAction[];
  readonly validFrom: string;
  readonly validTo: string;
}

/** The first freeze that stops an action in a territory on a day; undefined when none does. */
export function freezeOf(
  freezes: readonly Freeze[],
  action: FrozenAction,
  territoryCode: string,
  today: string,
): Freeze | undefined {
  return freezes.find(
    (freeze) =>
      freeze.actions.includes(action) &&
      covers(freeze.territoryCode, territoryCode) &&
      freeze.validFrom <= today &&
      today <= freeze.validTo,
  );
}
