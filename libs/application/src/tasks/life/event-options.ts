import {
  DomainError,
  dueAfterSuspension,
  type IsoDate,
  type Role,
  type TaskEvent,
  type WorkingCalendar,
} from '#domain';
import type { TaskContext, TaskRow } from '#persistence';

/** What a person says with an event. */
export interface EventCommand {
  readonly reason?: string | undefined;
  /** Whom the task goes to. */
  readonly targetIds?: readonly string[] | undefined;
  readonly until?: IsoDate | undefined;
  readonly dueOn?: IsoDate | undefined;
  readonly followUpOn?: IsoDate | undefined;
  /** The office that is waited for while the task is suspended. */
  readonly waitingFor?: Role | undefined;
}

interface Day {
  readonly today: IsoDate;
  readonly calendar: WorkingCalendar;
}

/**
 * The due day that an event gives a task; undefined where it keeps its own. Throws what is wrong with the wish itself:
 * UNTIL_NOT_LATER, DUE_NOT_LATER, FOLLOW_UP_NOT_LATER, DELEGATED_ALREADY, TARGET_IS_HOLDER, CALENDAR_YEAR_UNKNOWN.
 */
export function dueOnOf(
  event: TaskEvent,
  command: EventCommand,
  task: TaskRow,
  officerId: string,
  { today, calendar }: Day,
): IsoDate | undefined {
  switch (event) {
    case 'suspend':
      demandLater('UNTIL_NOT_LATER', command.until, today);
      // Resuming needs the calendar of that year; better refused now than stuck then.
      dueAfterSuspension(calendar, task.dueOn, today, command.until ?? today);
      return undefined;
    case 'resume':
      return dueAfterSuspension(calendar, task.dueOn, task.suspendedOn ?? today, today);
    case 'extend':
      demandLater('DUE_NOT_LATER', command.dueOn, task.dueOn > today ? task.dueOn : today);
      return command.dueOn;
    case 'delegate':
      demandOnce(task, command, officerId);
      return undefined;
    case 'set-reminder':
      demandLater('FOLLOW_UP_NOT_LATER', command.followUpOn, today);
      return undefined;
    case 'claim':
    case 'release':
    case 'start':
    case 'stop':
    case 'forward':
    case 'nominate':
    case 'comment':
    case 'skip':
    case 'fail':
    case 'decide':
    case 'escalate':
    case 'exit':
    case 'hand-over':
    case 'vote':
    case 'return-to-principal':
    case 'return-to-grantor':
    case 'restore-to-grantee':
      return undefined;
  }
}

/** The day by which somebody begins, later by the days that a resumed task rested. */
export const startAfterRest = (
  { startDueOn, suspendedOn, today }: TaskContext,
  calendar: WorkingCalendar,
): IsoDate | undefined =>
  startDueOn === null || suspendedOn === null
    ? undefined
    : dueAfterSuspension(calendar, startDueOn, suspendedOn, today);

const FIELD_OF = { UNTIL_NOT_LATER: 'until', DUE_NOT_LATER: 'dueOn', FOLLOW_UP_NOT_LATER: 'followUpOn' } as const;

function demandLater(code: keyof typeof FIELD_OF, day: IsoDate | undefined, than: IsoDate): void {
  if (day !== undefined && day > than) return;
  const refusals = [{ code, field: FIELD_OF[code], details: { than } }];
  throw new DomainError(code, 'the day is not later', { than, refusals });
}

/** What was delegated is not delegated on: the delegate gives it back, and who is accountable decides anew. */
function demandOnce(task: TaskRow, { targetIds = [] }: EventCommand, officerId: string): void {
  if (task.delegatedBy !== null) {
    throw new DomainError('DELEGATED_ALREADY', 'a delegated task is not delegated on', { name: task.delegatedByName });
  }
  if (targetIds.includes(officerId)) throw new DomainError('TARGET_IS_HOLDER', 'the officer holds the task already');
}
