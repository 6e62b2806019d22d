import { Body, Controller, HttpCode, Put } from '@nestjs/common';
import { z } from 'zod';
import { type CommandContext, WatchTask } from '#application';
import { IsCommand } from '../../shared/answers.js';
import { RequirePower } from '../../shared/power.decorator.js';
import { Command } from '../../shared/request-context.js';
import { TaskId } from '../task-route.js';

const Watch = z.strictObject({ isWatched: z.boolean() }).meta({ id: 'Watch' });
type Watch = z.infer<typeof Watch>;

/** Keeping an eye on a task: whoever sees it may, and nothing about the task changes. */
@Controller('tasks/:taskId/watch')
export class WatchController {
  constructor(private readonly tasks: WatchTask) {}

  @Put()
  @HttpCode(204)
  @RequirePower('task:read')
  @IsCommand()
  async watch(
    @Command() context: CommandContext,
    @TaskId() taskId: string,
    @Body({ schema: Watch }) { isWatched }: Watch,
  ): Promise<void> {
    await this.tasks.set(context, taskId, isWatched);
  }
}
