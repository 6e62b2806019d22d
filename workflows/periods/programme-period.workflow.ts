import { executeChild, workflowInfo } from '@temporalio/workflow';
import { allocate } from './allocate.js';
import { activities } from '../tasks/activities.js';
import { DecisionInbox } from '../tasks/decision-inbox.js';
import { decided } from '../tasks/human-task.js';
import { ProgrammeClock } from '../tasks/programme-clock.js';
import { cityPeriodWorkflow } from './city-period.workflow.js';
import { type ProgrammePeriodInput } from './period.messages.js';
import { cityWorkflowId } from '#domain';

/**
 * One payment period of a programme: allocation, then every city side by side, then closure, which the KPA can sign
 * only when every rupiah is explained.
 */
export async function programmePeriodWorkflow({ periodId }: ProgrammePeriodInput): Promise<void> {
  const inbox = new DecisionInbox(await ProgrammeClock.start());
  const cities = await allocate(inbox, periodId);
  await Promise.all(
    cities.map((cityCode) =>
      executeChild(cityPeriodWorkflow, {
        workflowId: cityWorkflowId(workflowInfo().workflowId, cityCode),
        args: [{ periodId, cityCode }],
      }),
    ),
  );
  const reportId = await activities.buildPeriodReport(periodId);
  const subject = { periodId, cityCode: 'ID', territoryCode: 'ID', type: 'report', id: reportId } as const;
  await decided(inbox, 'period.close', subject);
  await activities.closePeriod(periodId);
}
