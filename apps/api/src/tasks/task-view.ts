import type { IsoDate, WorkingCalendar } from '#domain';
import type { TaskRow } from '#persistence';
import type { Task } from './tasks.schemas.js';

/** A task as people see it: the row, with the working days that are left. */
export function viewTask(row: TaskRow, today: IsoDate, calendar: WorkingCalendar): Task {
  const { workflowId: _workflowId, chainKey: _chainKey, ...task } = row;
  return { ...task, workingDaysLeft: row.closedAt === null ? daysLeft(today, row.dueOn, calendar) : null };
}

/** Null where no holiday decree is loaded for a year: better no number than a wrong one. */
function daysLeft(today: IsoDate, dueOn: IsoDate, calendar: WorkingCalendar): number | null {
  try {
    return calendar.workingDaysLeft(today, dueOn);
  } catch {
    return null;
  }
}
