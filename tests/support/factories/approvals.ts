import type { DataSource } from 'typeorm';
import type { ApprovalGroup, ApprovalPolicy } from '#domain';
import { ApprovalPolicyRepository, inTransaction, rowsOf } from '#persistence';
import { anOfficer } from './officers.js';
import type { MadePeriod } from './periods.js';
import { nextNumber } from './sequence.js';
import { aNewTask } from './tasks.js';
import { openApproval } from '#application';

export interface ApprovalTask {
  readonly id: string;
  readonly role: string;
  readonly state: string;
  readonly stepKey: string;
}

/** Puts a policy for the approval of allocations in force, whatever was before. */
export async function policyFor(
  database: DataSource,
  groups: readonly ApprovalGroup[],
  more: Partial<ApprovalPolicy> = {},
): Promise<void> {
  const { officerId } = await anOfficer(database.manager, 'auditor');
  await inTransaction(database, async (manager) => {
    const policies = new ApprovalPolicyRepository(manager);
    const current = (await policies.list()).find(({ kind }) => kind === 'allocation.approve');
    const policy: ApprovalPolicy = {
      kind: 'allocation.approve',
      territoryCode: 'ID',
      bands: [{ fromRupiah: 0n, groups }],
      observers: [],
      ...more,
    };
    if (current !== undefined) await policies.end(current.id, (await anOfficer(manager, 'auditor')).officerId);
    await policies.save(policy, current?.version ?? 0, officerId);
  });
}

/** Opens the approval of an allocation as a workflow would, as often as it is asked; all its tasks, the gate first. */
export async function openAllocation(
  database: DataSource,
  period: MadePeriod,
  { amountRupiah = '400000', stepKey = `approve-${nextNumber()}` } = {},
): Promise<{ gateId: string; workflowId: string; tasks: ApprovalTask[] }> {
  const workflowId = `workflow-of-${stepKey}`;
  const task = aNewTask(period, {
    ...{ kind: 'allocation.approve', territoryCode: 'ID', cityCode: 'ID', subjectType: 'period' },
    ...{ workflowId, stepKey, chainKey: `allocation:${stepKey}`, amountRupiah },
  });
  const { taskId } = await inTransaction(database, (manager) => openApproval(manager, task));
  return { gateId: taskId, workflowId, tasks: await tasksOf(database, workflowId) };
}

export const tasksOf = (database: DataSource, workflowId: string): Promise<ApprovalTask[]> =>
  rowsOf(
    database.manager,
    `select id, role, state, step_key as "stepKey" from task where workflow_id = $1 order by length(step_key), role`,
    [workflowId],
  );

/** What the workflow was told. */
export const toldTo = async (database: DataSource, workflowId: string): Promise<unknown[]> =>
  (
    await rowsOf<{ payload: unknown }>(
      database.manager,
      'select payload from outbox where workflow_id = $1 order by id',
      [workflowId],
    )
  ).map(({ payload }) => payload);
