import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { type CommandContext, NewResolutions, ProposeResolutions, ResolutionsSaved } from '#application';
import { Answers, IsCommand } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import { Command } from '../shared/request-context.js';

@Controller()
export class DistributionController {
  constructor(private readonly resolutions: ProposeResolutions) {}

  /** Proposes how to settle breaks of the task's order; another officer settles them. */
  @Post('tasks/:taskId/resolutions')
  @HttpCode(200)
  @RequirePower('task:act')
  @IsCommand()
  @Answers(ResolutionsSaved)
  async propose(
    @Command() context: CommandContext,
    @Param('taskId', { schema: z.uuid() }) taskId: string,
    @Body({ schema: NewResolutions }) command: NewResolutions,
  ): Promise<z.infer<typeof ResolutionsSaved>> {
    return this.resolutions.save(context, taskId, command);
  }
}
