import { advanceTo, required, type StageRunner } from '../periods/city-period.js';
import { activities } from '../tasks/activities.js';
import { doubtsFound, doubtsSettled, kelurahanToCheck } from './doubts.js';
import { decidedFor } from './kelurahan-task.js';

/**
 * Every kelurahan gives each of its families a verdict, side by side, again where a list that came meanwhile names one; then the city decides on those of whom it is asked who they
 * are. Silence escalates; it approves nobody.
 */
export const verificationStage: StageRunner = async (city) => {
  await doubtsFound(city);
  let toVerify = await activities.listKelurahan(required(city.rosterId, 'rosterId'));
  while (toVerify.length > 0) {
    await Promise.all(toVerify.map((code) => decidedFor(city, 'verification.complete', code)));
    toVerify = await kelurahanToCheck(city);
  }
  await doubtsSettled(city);
  return advanceTo('endorsement');
};
