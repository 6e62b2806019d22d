import { Body, Controller, Post } from '@nestjs/common';
import {
  CommentTask,
  ExtendTask,
  FollowUpTask,
  MoveTask,
  SuspendTask,
  Task,
  WithReason,
  type CommandContext,
} from '#application';
import { Command } from '../../shared/request-context.js';
import { ActsOnTasks, TaskId } from '../task-route.js';

/** What an officer does with a task they work on. */
@Controller('tasks/:taskId')
export class TaskEventsController {
  constructor(private readonly events: MoveTask) {}

  @Post('claim')
  @ActsOnTasks(Task)
  async claim(@Command() context: CommandContext, @TaskId() taskId: string): Promise<Task> {
    return this.events.act(context, taskId, 'claim');
  }

  /** Gives a task back: to its pool, or to who delegated it. What was entered stays. */
  @Post('release')
  @ActsOnTasks(Task)
  async release(@Command() context: CommandContext, @TaskId() taskId: string): Promise<Task> {
    return this.events.act(context, taskId, 'release');
  }

  @Post('start')
  @ActsOnTasks(Task)
  async start(@Command() context: CommandContext, @TaskId() taskId: string): Promise<Task> {
    return this.events.act(context, taskId, 'start');
  }

  @Post('stop')
  @ActsOnTasks(Task)
  async stop(@Command() context: CommandContext, @TaskId() taskId: string): Promise<Task> {
    return this.events.act(context, taskId, 'stop');
  }

  /** The clock stops until the day, on which the task comes back by itself. */
  @Post('suspend')
  @ActsOnTasks(Task)
  async suspend(
    @Command() context: CommandContext,
    @TaskId() taskId: string,
    @Body({ schema: SuspendTask }) body: SuspendTask,
  ): Promise<Task> {
    return this.events.act(context, taskId, 'suspend', body);
  }

  @Post('resume')
  @ActsOnTasks(Task)
  async resume(@Command() context: CommandContext, @TaskId() taskId: string): Promise<Task> {
    return this.events.act(context, taskId, 'resume');
  }

  @Post('extend')
  @ActsOnTasks(Task)
  async extend(
    @Command() context: CommandContext,
    @TaskId() taskId: string,
    @Body({ schema: ExtendTask }) body: ExtendTask,
  ): Promise<Task> {
    return this.events.act(context, taskId, 'extend', body);
  }

  /** Reminds the holder on a day; the deadline stays. */
  @Post('set-reminder')
  @ActsOnTasks(Task)
  async setReminder(
    @Command() context: CommandContext,
    @TaskId() taskId: string,
    @Body({ schema: FollowUpTask }) body: FollowUpTask,
  ): Promise<Task> {
    return this.events.act(context, taskId, 'set-reminder', body);
  }

  @Post('skip')
  @ActsOnTasks(Task)
  async skip(
    @Command() context: CommandContext,
    @TaskId() taskId: string,
    @Body({ schema: WithReason }) body: WithReason,
  ): Promise<Task> {
    return this.events.act(context, taskId, 'skip', body);
  }

  /** The step is opened anew for the whole office. */
  @Post('fail')
  @ActsOnTasks(Task)
  async fail(
    @Command() context: CommandContext,
    @TaskId() taskId: string,
    @Body({ schema: WithReason }) body: WithReason,
  ): Promise<Task> {
    return this.events.act(context, taskId, 'fail', body);
  }

  @Post('comments')
  @ActsOnTasks(Task)
  async comment(
    @Command() context: CommandContext,
    @TaskId() taskId: string,
    @Body({ schema: CommentTask }) { text }: CommentTask,
  ): Promise<Task> {
    return this.events.act(context, taskId, 'comment', { reason: text });
  }
}
