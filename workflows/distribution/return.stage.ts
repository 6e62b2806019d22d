import { executeChild } from '@temporalio/workflow';
import { advanceTo, required, type StageRunner } from '../periods/city-period.js';
import { treasuryReturnWorkflow } from './treasury-return.workflow.js';

/** After the deadline untouched money is frozen and goes back to the treasury. */
export const returnStage: StageRunner = async ({ periodId, cityCode, orderId, returnOn }) => {
  const id = required(orderId, 'orderId');
  const input = { periodId, cityCode, orderId: id, returnOn: required(returnOn, 'returnOn') };
  await executeChild(treasuryReturnWorkflow, { workflowId: `return:${id}`, args: [input] });
  return advanceTo('reporting');
};
