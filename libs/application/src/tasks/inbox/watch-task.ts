import { Injectable } from '@nestjs/common';
import { TaskRepository, TaskWatchRepository } from '#persistence';
import type { CommandContext } from '../../shared/command-context.js';
import { Commands } from '../../shared/commands.js';
import { demandSight } from './task-sight.js';

/** Keeping an eye on a task: whoever sees it may, and nothing about the task changes. */
@Injectable()
export class WatchTask {
  constructor(private readonly commands: Commands) {}

  async set(context: CommandContext, taskId: string, isWatched: boolean): Promise<void> {
    await this.commands.run(context, `watch:${taskId}`, { isWatched }, async (manager) => {
      demandSight(context.actor, await new TaskRepository(manager).facts(taskId));
      await new TaskWatchRepository(manager).set(context.actor.officerId, taskId, isWatched);
      return {};
    });
  }
}
