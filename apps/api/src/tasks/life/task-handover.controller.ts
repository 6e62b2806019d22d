import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import {
  Candidates,
  ForwardTask,
  HandTask,
  MoveTask,
  Task,
  TaskReader,
  type CommandContext,
  type SignedIn,
} from '#application';
import { Answers } from '../../shared/answers.js';
import { RequirePower } from '../../shared/power.decorator.js';
import { type AmanahRequest, Command, CurrentActor } from '../../shared/request-context.js';
import { ActsOnTasks, TaskId } from '../task-route.js';

/** Giving a task to somebody else. Four-eyes is asked of the receiver now, and again when they decide. */
@Controller('tasks/:taskId')
export class TaskHandoverController {
  constructor(
    private readonly events: MoveTask,
    private readonly tasks: TaskReader,
  ) {}

  /** Who could own the task, and why not where not. */
  @Get('candidates')
  @RequirePower('task:act')
  @Answers(Candidates)
  async candidates(
    @CurrentActor() actor: SignedIn,
    @TaskId() taskId: string,
    @Req() request: AmanahRequest,
  ): Promise<Candidates> {
    return this.tasks.candidates(actor, taskId, request.language ?? 'id');
  }

  /** Who delegates stays accountable; the delegate decides, or gives it back. */
  @Post('delegate')
  @ActsOnTasks(Task)
  async delegate(
    @Command() context: CommandContext,
    @TaskId() taskId: string,
    @Body({ schema: HandTask }) { officerId, reason }: HandTask,
  ): Promise<Task> {
    return this.events.act(context, taskId, 'delegate', { targetIds: [officerId], reason });
  }

  /** From now on these officers, and nobody else, may take the task. */
  @Post('forward')
  @ActsOnTasks(Task)
  async forward(
    @Command() context: CommandContext,
    @TaskId() taskId: string,
    @Body({ schema: ForwardTask }) { officerIds, reason }: ForwardTask,
  ): Promise<Task> {
    return this.events.act(context, taskId, 'forward', { targetIds: [...new Set(officerIds)], reason });
  }

  @Post('nominate')
  @ActsOnTasks(Task)
  async nominate(
    @Command() context: CommandContext,
    @TaskId() taskId: string,
    @Body({ schema: HandTask }) { officerId, reason }: HandTask,
  ): Promise<Task> {
    return this.events.act(context, taskId, 'nominate', { targetIds: [officerId], reason });
  }
}
