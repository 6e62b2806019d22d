import { executeChild, workflowInfo } from '@temporalio/workflow';
import { advanceTo, required, type StageRunner } from '../periods/city-period.js';
import { longActivities } from '../tasks/activities.js';
import { followUpDeskWorkflow } from './follow-up-desk.workflow.js';

/** Opens a case for every credited family that did not transact, and one desk for each kelurahan that has any. */
export const followUpStage: StageRunner = async (city) => {
  const orderId = required(city.orderId, 'orderId');
  const desks = await longActivities.openCases(orderId, `desk:${workflowInfo().workflowId}:`);
  await Promise.all(
    desks.map((desk) =>
      executeChild(followUpDeskWorkflow, {
        workflowId: desk.workflowId,
        args: [{ deskId: desk.workflowId, schedule: desk.schedule, escalations: 0 }],
      }),
    ),
  );
  return advanceTo('return');
};
