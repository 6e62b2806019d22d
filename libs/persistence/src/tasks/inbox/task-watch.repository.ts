import type { EntityManager } from 'typeorm';
import { rowOf } from '../../shared/unit-of-work.js';

/** Which tasks an officer keeps an eye on. */
export class TaskWatchRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Begins or ends watching; repeating it changes nothing. */
  async set(officerId: string, taskId: string, isWatched: boolean): Promise<void> {
    await this.manager.query(
      isWatched
        ? `insert into task_watch (officer_id, task_id, since) values ($1, $2, programme_now()) on conflict do nothing`
        : 'delete from task_watch where officer_id = $1 and task_id = $2',
      [officerId, taskId],
    );
  }

  async isWatched(officerId: string, taskId: string): Promise<boolean> {
    const row = await rowOf(this.manager, 'select 1 from task_watch where officer_id = $1 and task_id = $2', [
      officerId,
      taskId,
    ]);
    return row !== undefined;
  }
}
