import { advanceTo, required, type StageRunner } from '../periods/city-period.js';
import { activities } from '../tasks/activities.js';
import { doubtsFound, doubtsSettled } from './doubts.js';
import { decidedFor } from './kelurahan-task.js';

/**
 * Every kelurahan gives each of its families a verdict, side by side; then the city decides on those of whom it is asked who they
 * are. Silence escalates; it approves nobody.
 */
export const verificationStage: StageRunner = async (city) => {
  await doubtsFound(city);
  const kelurahan = await activities.listKelurahan(required(city.rosterId, 'rosterId'));
  await Promise.all(kelurahan.map((code) => decidedFor(city, 'verification.complete', code)));
  // A list to compare with may have come meanwhile.
  await doubtsFound(city);
  await doubtsSettled(city);
  return advanceTo('endorsement');
};
