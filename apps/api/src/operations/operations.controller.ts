import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { z } from 'zod';
import { Clock, type CommandContext, MoveClock, OperationsReader, ProgrammeClock, Workflows } from '#application';
import { Answers, IsCommand } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import { Command } from '../shared/request-context.js';

/** What operators look at: workflows, the queue towards Temporal, and the sandbox calendar. */
@Controller()
export class OperationsController {
  constructor(
    private readonly operations: OperationsReader,
    private readonly programmeClock: ProgrammeClock,
  ) {}

  @Get('operations/workflows')
  @RequirePower('operations:read')
  @Answers(Workflows)
  async workflows(): Promise<z.infer<typeof Workflows>> {
    return this.operations.page();
  }

  @Get('clock')
  @RequirePower('session')
  @Answers(Clock)
  async clock(): Promise<z.infer<typeof Clock>> {
    return this.programmeClock.read();
  }

  /** Moves the sandbox calendar to the morning of a later day and wakes every waiting workflow. */
  @Post('sandbox/clock')
  @HttpCode(200)
  @RequirePower('operations:act')
  @IsCommand()
  @Answers(Clock)
  async moveClock(
    @Command() context: CommandContext,
    @Body({ schema: MoveClock }) command: MoveClock,
  ): Promise<z.infer<typeof Clock>> {
    return this.programmeClock.moveTo(context, command);
  }
}
