import { Body, Controller, Post, UseInterceptors } from '@nestjs/common';
import {
  BulkAnswer,
  BulkDecide,
  BulkForward,
  BulkTasks,
  DecideMany,
  MoveMany,
  type CommandContext,
} from '#application';
import { Command } from '../../shared/request-context.js';
import { BulkProgress } from './bulk-progress.js';
import { ActsOnTasks } from '../task-route.js';

/** Many tasks in one request; a result for each, and how far it is for who accepts `application/x-ndjson`. */
@Controller('tasks/bulk')
@UseInterceptors(BulkProgress)
export class BulkController {
  constructor(
    private readonly events: MoveMany,
    private readonly decisions: DecideMany,
  ) {}

  @Post('claim')
  @ActsOnTasks(BulkAnswer)
  async claim(
    @Command() context: CommandContext,
    @Body({ schema: BulkTasks }) { taskIds }: BulkTasks,
  ): Promise<BulkAnswer> {
    return this.events.act(context, 'claim', taskIds);
  }

  @Post('release')
  @ActsOnTasks(BulkAnswer)
  async release(
    @Command() context: CommandContext,
    @Body({ schema: BulkTasks }) { taskIds }: BulkTasks,
  ): Promise<BulkAnswer> {
    return this.events.act(context, 'release', taskIds);
  }

  @Post('forward')
  @ActsOnTasks(BulkAnswer)
  async forward(
    @Command() context: CommandContext,
    @Body({ schema: BulkForward }) { taskIds, officerIds, reason }: BulkForward,
  ): Promise<BulkAnswer> {
    return this.events.act(context, 'forward', taskIds, { targetIds: [...new Set(officerIds)], reason });
  }

  /** Only kinds that the catalogue marks; never a decree, a payment order, a return or a closure. */
  @Post('decide')
  @ActsOnTasks(BulkAnswer)
  async decide(
    @Command() context: CommandContext,
    @Body({ schema: BulkDecide }) body: BulkDecide,
  ): Promise<BulkAnswer> {
    return this.decisions.decide(context, body);
  }
}
