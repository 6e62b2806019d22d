import type { EntityManager } from 'typeorm';
import { dueAfterSuspension, nextLife, type Calendars } from '#domain';
import { type EscalationScope, ProgrammeClockRepository, type RestingTask, TaskLifeRepository } from '#persistence';

/**
 * Resumes suspended tasks of a workflow whose day has come, in one statement; each is due later by the working days it
 * rested. The workflow waits for that day with the timer that brings reminders, so nobody else has to look. Returns how
 * many; a repeat, or another at the same moment, finds none of them. Throws CALENDAR_YEAR_UNKNOWN.
 */
export async function resumeDueTasks(
  manager: EntityManager,
  calendars: Calendars,
  limit: number,
  scope: EscalationScope,
): Promise<number> {
  const lives = new TaskLifeRepository(manager);
  const today = await new ProgrammeClockRepository(manager).today();
  const resting = await lives.dueToResume(limit, scope);
  const changes = resting.map((task) => {
    const from = lifeOf(task);
    const calendar = calendars.for(task.territoryCode);
    const later = (day: string) => dueAfterSuspension(calendar, day, from.suspendedOn ?? today, today);
    const dueOn = later(task.dueOn);
    return {
      ...{ taskId: task.id, event: 'resume' as const, from, to: nextLife(from, { event: 'resume', actorId: null }) },
      ...{ officerId: null, dueOn, details: { dueOn } },
      startDueOn: task.startDueOn === null ? undefined : later(task.startDueOn),
    };
  });
  return (await lives.applyAll(changes)).size;
}

const lifeOf = ({ state, ownerId, delegatedBy, delegationId, potentialOwners, ...rest }: RestingTask) => ({
  ...{ state, ownerId, delegatedBy, delegationId, potentialOwners },
  ...{ resumeState: rest.resumeState, suspendedOn: rest.suspendedOn, suspendedUntil: rest.suspendedUntil },
});
