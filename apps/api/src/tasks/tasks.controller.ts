import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import {
  DecidedTask,
  DecideTask,
  TaskCounts,
  TaskDecision,
  TaskDetail,
  TaskPage,
  TaskQuery,
  TaskReader,
  type CommandContext,
  type SignedIn,
} from '#application';
import { Answers, IsCommand } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import { type AmanahRequest, Command, CurrentActor } from '../shared/request-context.js';

@Controller('tasks')
export class TasksController {
  constructor(
    private readonly tasks: TaskReader,
    private readonly decisions: DecideTask,
  ) {}

  @Get()
  @RequirePower('task:read')
  @Answers(TaskPage)
  async list(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: TaskQuery }) query: TaskQuery,
  ): Promise<z.infer<typeof TaskPage>> {
    return this.tasks.list(actor, query);
  }

  @Get('counts')
  @RequirePower('task:read')
  @Answers(TaskCounts)
  async counts(@CurrentActor() actor: SignedIn): Promise<z.infer<typeof TaskCounts>> {
    return this.tasks.counts(actor);
  }

  @Get(':taskId')
  @RequirePower('task:read')
  @Answers(TaskDetail)
  async find(
    @CurrentActor() actor: SignedIn,
    @Param('taskId', { schema: z.uuid() }) taskId: string,
    @Req() request: AmanahRequest,
  ): Promise<z.infer<typeof TaskDetail>> {
    return this.tasks.find(actor, taskId, request.language ?? 'id');
  }

  /** The first edit takes the task, so no claim is needed before. */
  @Post(':taskId/decide')
  @HttpCode(200)
  @RequirePower('task:act')
  @IsCommand()
  @Answers(DecidedTask)
  async decide(
    @Command() context: CommandContext,
    @Param('taskId', { schema: z.uuid() }) taskId: string,
    @Body({ schema: TaskDecision }) command: TaskDecision,
  ): Promise<DecidedTask> {
    return this.decisions.decide(context, taskId, command);
  }
}
