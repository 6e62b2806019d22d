import { followUpStage } from '../follow-up/follow-up.stage.js';
import type { CityPeriod, OrderOfCity } from '../periods/city-period.js';
import { DecisionInbox } from '../tasks/decision-inbox.js';
import { ProgrammeClock } from '../tasks/programme-clock.js';
import { distributionStage } from './distribution.stage.js';
import { isPaid } from './is-paid.js';
import { returnStage } from './return.stage.js';

/**
 * An order beside a city's first, which makes failed payments again or pays by another channel: signed, sent and answered as the first
 * is, with a cut-off, visits and a return of its own. It ends when its money is used or returned.
 */
export async function reissuedOrderWorkflow({ periodId, cityCode, orderId }: OrderOfCity): Promise<void> {
  const clock = await ProgrammeClock.start();
  const city: CityPeriod = { periodId, cityCode, clock, inbox: new DecisionInbox(clock), orderId };
  while (!(await isPaid(city, orderId)));
  await distributionStage(city);
  await followUpStage(city);
  await returnStage(city);
}
