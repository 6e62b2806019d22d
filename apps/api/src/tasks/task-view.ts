import { type Calendars, type IsoDate, unlessYearUnknown, type WorkingCalendar } from '#domain';
import type { LockedTask, TaskRow } from '#persistence';
import type { Task } from './tasks.schemas.js';

const NO_FACTS = {
  ...{ signatures: [], mandate: null, desk: null, freezes: [], holidays: [], version: '', today: '' },
  ...{ approval: null, approvalRequestId: null, approvedBy: [], observers: [], excludedOwners: [] },
};

/** A task as people see it: the row, with the working days that are left while its clock runs. */
export function viewTask(row: TaskRow | LockedTask, today: IsoDate, calendars: Calendars): Task {
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
    holidays,
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
    addedRoles: [...task.addedRoles],
    isForwarded: potentialOwners !== null,
    workingDaysLeft: isWaiting
      ? unlessYearUnknown(() => calendars.for(row.territoryCode).workingDaysLeft(today, row.dueOn))
      : null,
  };
}

/** The calendar of one task that was read with its facts: no other question is asked. */
export const calendarOf = (task: LockedTask, national: WorkingCalendar): Calendars => {
  const calendar = national.plus(task.holidays);
  return { for: () => calendar };
};
