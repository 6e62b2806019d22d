import { advanceTo, type StageRunner } from '../periods/city-period.js';
import { activities } from '../tasks/activities.js';
import { decided } from '../tasks/human-task.js';

/** The Dinsos operator loads the list and submits it. Coming back here makes the next version; the old one stays. */
export const rosterStage: StageRunner = async (city) => {
  const { inbox, periodId, cityCode } = city;
  const rosterId = await activities.draftRoster(periodId, cityCode);
  const subject = { periodId, cityCode, territoryCode: cityCode, type: 'roster', id: rosterId } as const;
  await decided(inbox, 'roster.submit', subject);
  await activities.submitRoster(rosterId);
  city.rosterId = rosterId;
  return advanceTo('identity');
};
