import type { EntityManager } from 'typeorm';
import { dueAfterSuspension, nextLife, type WorkingCalendar } from '#domain';
import { ProgrammeClockRepository } from '../period/programme-clock.repository.js';
import { TaskLifeRepository } from './task-life.repository.js';

/**
 * Resumes suspended tasks whose day has come, in one statement; each is due later by the working days it rested.
 * Returns how many; a repeat, or another worker at the same moment, finds none of them. Throws CALENDAR_YEAR_UNKNOWN.
 */
export async function resumeDueTasks(
  manager: EntityManager,
  calendar: WorkingCalendar,
  limit: number,
): Promise<number> {
  const lives = new TaskLifeRepository(manager);
  const today = await new ProgrammeClockRepository(manager).today();
  const changes = (await lives.dueToResume(limit)).map(({ id, dueOn, ...from }) => {
    const moved = dueAfterSuspension(calendar, dueOn, from.suspendedOn ?? today, today);
    const to = nextLife(from, { event: 'resume', actorId: null });
    return { taskId: id, event: 'resume' as const, from, to, officerId: null, dueOn: moved, details: { dueOn: moved } };
  });
  return (await lives.applyAll(changes)).size;
}
