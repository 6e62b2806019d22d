import { advanceTo, type StageRunner } from '../periods/city-period.js';
import { activities } from '../tasks/activities.js';
import { decided } from '../tasks/human-task.js';

/** The head of Dinsos accepts the city's mandate, which opens the city's period, or refuses it with a reason. */
export const acceptanceStage: StageRunner = async ({ inbox, periodId, cityCode }) => {
  const mandateId = await activities.findMandate(periodId, cityCode);
  const subject = { periodId, cityCode, territoryCode: cityCode, type: 'mandate', id: mandateId } as const;
  const decision = await decided(inbox, 'mandate.accept', subject);
  await activities.answerMandate(decision.taskId, mandateId);
  return decision.outcome === 'approved' ? advanceTo('roster') : { end: 'refused' };
};
