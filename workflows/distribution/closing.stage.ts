import { advanceTo, required, type StageRunner } from '../periods/city-period.js';
import { activities, longActivities } from '../tasks/activities.js';
import { decided } from '../tasks/human-task.js';

/**
 * The PPK sets the final list, the KPA ratifies it: two signatures, and the entitlements are frozen. A list that has changed
 * since is set anew.
 */
export const closingStage: StageRunner = async (city) => {
  const { inbox, periodId, cityCode } = city;
  const decreeId = await longActivities.draftDecree(periodId, cityCode, required(city.rosterId, 'rosterId'));
  const subject = { periodId, cityCode, territoryCode: cityCode, type: 'decree', id: decreeId } as const;
  const set = await decided(inbox, 'closing.set', subject);
  if (set.outcome === 'returned') {
    await activities.reopenRoster(required(city.rosterId, 'rosterId'));
    return advanceTo('endorsement');
  }
  const ratified = await decided(inbox, 'closing.ratify', subject);
  if (ratified.outcome === 'returned') return advanceTo('closing');
  // Runs that began before the list could change were answered nothing.
  const act = (await longActivities.ratifyDecree(decreeId)) as { isListChanged: boolean } | undefined | null;
  if (act?.isListChanged === true) return advanceTo('closing');
  city.decreeId = decreeId;
  return advanceTo('payment');
};
