import type { DataSource } from 'typeorm';
import type { WorkingCalendar } from '#domain';
import { HolidayRepository, inTransaction } from '#persistence';
import { resumeDueTasks } from '#application';

const BATCH = 1_000;

/** Takes up suspended tasks on their day, a thousand at a time; the rows say which worker was first. */
export async function resumeTasks(
  database: DataSource,
  calendar: WorkingCalendar,
  stopping: AbortSignal,
): Promise<void> {
  const calendars = await new HolidayRepository(database.manager).calendars(calendar);
  const resume = () => inTransaction(database, (manager) => resumeDueTasks(manager, calendars, BATCH));
  while (!stopping.aborted && (await resume()) === BATCH);
}
