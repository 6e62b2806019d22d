import { advanceTo, required, type StageRunner } from '../periods/city-period.js';
import { decided } from '../tasks/human-task.js';

/** Dukcapil's result is loaded. A mismatch freezes a family until somebody has looked; it deletes nobody. */
export const identityStage: StageRunner = async ({ inbox, periodId, cityCode, rosterId }) => {
  const id = required(rosterId, 'rosterId');
  const subject = { periodId, cityCode, territoryCode: cityCode, type: 'roster', id } as const;
  await decided(inbox, 'identity.submit', subject);
  return advanceTo('verification');
};
