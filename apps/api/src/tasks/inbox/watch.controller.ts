import { Body, Controller, HttpCode, Put } from '@nestjs/common';
import { z } from 'zod';
import { TaskRepository, TaskWatchRepository } from '#persistence';
import { IsCommand } from '../../shared/answers.js';
import { CommandsService } from '../../shared/commands.service.js';
import { RequirePower } from '../../shared/power.decorator.js';
import { Command, type CommandContext } from '../../shared/request-context.js';
import { TaskId } from '../task-route.js';
import { demandSight } from '../task-sight.js';

const Watch = z.strictObject({ isWatched: z.boolean() }).meta({ id: 'Watch' });
type Watch = z.infer<typeof Watch>;

/** Keeping an eye on a task: whoever sees it may, and nothing about the task changes. */
@Controller('tasks/:taskId/watch')
export class WatchController {
  constructor(private readonly commands: CommandsService) {}

  @Put()
  @HttpCode(204)
  @RequirePower('task:read')
  @IsCommand()
  async watch(
    @Command() context: CommandContext,
    @TaskId() taskId: string,
    @Body({ schema: Watch }) { isWatched }: Watch,
  ): Promise<void> {
    await this.commands.run(context, `watch:${taskId}`, { isWatched }, async (manager) => {
      demandSight(context.actor, await new TaskRepository(manager).facts(taskId));
      await new TaskWatchRepository(manager).set(context.actor.officerId, taskId, isWatched);
      return {};
    });
  }
}
