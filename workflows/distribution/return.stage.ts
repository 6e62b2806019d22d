import { executeChild } from '@temporalio/workflow';
import { activities } from '../tasks/activities.js';
import { advanceTo, required, type StageRunner } from '../periods/city-period.js';
import { treasuryReturnWorkflow } from './treasury-return.workflow.js';

/** After the deadline untouched money is frozen and goes back to the treasury; money that was paid again by then, or by another channel, goes its own way to the same end. */
export const returnStage: StageRunner = async ({ periodId, cityCode, orderId, returnOn, repair, beside = [] }) => {
  const id = required(orderId, 'orderId');
  const input = { periodId, cityCode, orderId: id, returnOn: required(returnOn, 'returnOn') };
  await executeChild(treasuryReturnWorkflow, { workflowId: `return:${id}`, args: [input] });
  if (repair !== undefined) {
    await activities.endRepairs(id);
    await repair.result();
  }
  await Promise.all(beside.map((order) => order.result()));
  return advanceTo('reporting');
};
