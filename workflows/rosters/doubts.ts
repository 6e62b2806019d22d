import { patched } from '@temporalio/workflow';
import { type CityPeriod, required } from '../periods/city-period.js';
import { activities } from '../tasks/activities.js';
import { decidedFor } from './kelurahan-task.js';

/** Opens what is to be asked about the families, before the kelurahan look at them. */
export async function doubtsFound(city: CityPeriod): Promise<void> {
  if (patched('doubts')) await activities.findDoubts(required(city.rosterId, 'rosterId'));
}

/** Kelurahan that call a family eligible which a list names, and have not said what they found at its home. */
export async function kelurahanToCheck(city: CityPeriod): Promise<string[]> {
  return patched('doubts') ? activities.kelurahanToCheck(required(city.rosterId, 'rosterId')) : [];
}

/**
 * Two people of the city decide on every doubted family that the kelurahan did not rule out, before anybody signs the list. One
 * round at a time, also where several kelurahan come here at once: a list has one paper of doubts.
 */
export async function doubtsSettled(city: CityPeriod): Promise<void> {
  if (!patched('doubts')) return;
  const turn = (city.doubts ?? Promise.resolve()).then(() => settleRounds(city));
  city.doubts = turn;
  await turn;
}

/** Returned, a round is proposed anew. Silence escalates; it lets nobody in, and the list waits. */
async function settleRounds(city: CityPeriod): Promise<void> {
  const rosterId = required(city.rosterId, 'rosterId');
  for (;;) {
    const { families, round } = await activities.openDoubts(rosterId);
    if (families === 0) return;
    await decidedFor(city, 'doubts.propose', city.cityCode, `${round}`);
    const { outcome } = await decidedFor(city, 'doubts.settle', city.cityCode, `${round}`);
    if (outcome === 'approved') await activities.settleDoubts(rosterId, round);
  }
}
