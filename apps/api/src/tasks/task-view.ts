import { type IsoDate, unlessYearUnknown, type WorkingCalendar } from '#domain';
import type { LockedTask, TaskRow } from '#persistence';
import type { Task } from './tasks.schemas.js';

const NO_FACTS = {
  ...{ signatures: [], mandate: null, desk: null, freezes: [], version: '', today: '' },
  ...{ approval: null, approvalRequestId: null, approvedBy: [], observers: [], excludedOwners: [] },
};

/** A task as people see it: the row, with the working days that are left while its clock runs. */
export function viewTask(row: TaskRow | LockedTask, today: IsoDate, calendar: WorkingCalendar): Task {
  const {
    workflowId,
    chainKey,
    resumeState,
    potentialOwners,
    signatures,
    mandate,
    desk,
    freezes,
    approval,
    approvalRequestId,
    approvedBy,
    observers,
    excludedOwners,
    version,
    today: _,
    ...task
  } = {
    ...NO_FACTS,
    ...row,
  };
  const isWaiting = row.closedAt === null && row.state !== 'suspended';
  return {
    ...task,
    isForwarded: potentialOwners !== null,
    workingDaysLeft: isWaiting ? unlessYearUnknown(() => calendar.workingDaysLeft(today, row.dueOn)) : null,
  };
}
