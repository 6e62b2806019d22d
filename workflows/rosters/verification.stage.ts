import { advanceTo, required, type StageRunner } from '../periods/city-period.js';
import { activities } from '../tasks/activities.js';
import { decidedFor } from './kelurahan-task.js';

/** Every kelurahan gives each of its families a verdict, side by side. Silence escalates; it approves nobody. */
export const verificationStage: StageRunner = async (city) => {
  const kelurahan = await activities.listKelurahan(required(city.rosterId, 'rosterId'));
  await Promise.all(kelurahan.map((code) => decidedFor(city, 'verification.complete', code)));
  return advanceTo('endorsement');
};
