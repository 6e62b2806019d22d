import type { StageName } from '#domain';
import { activities } from '../tasks/activities.js';
import { DecisionInbox } from '../tasks/decision-inbox.js';
import { ProgrammeClock } from '../tasks/programme-clock.js';
import type { CityPeriod } from './city-period.js';
import { CITY_STAGES } from './stages.js';

export interface CityPeriodInput {
  readonly periodId: string;
  readonly cityCode: string;
}

/** Runs one city through its stages, back to an earlier one where an official returns the work. */
export async function cityPeriodWorkflow({ periodId, cityCode }: CityPeriodInput): Promise<'refused' | 'reported'> {
  const clock = await ProgrammeClock.start();
  const city: CityPeriod = { periodId, cityCode, clock, inbox: new DecisionInbox(clock) };
  let stage: Exclude<StageName, 'allocation'> = 'acceptance';
  for (;;) {
    await activities.startStage(periodId, cityCode, stage);
    const outcome = await CITY_STAGES[stage](city);
    await activities.finishStage(periodId, cityCode, stage);
    if ('end' in outcome) return outcome.end;
    if (outcome.next === 'allocation') throw new Error('a city does not go back to allocation');
    stage = outcome.next;
  }
}
