import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Config } from '#config';
import { DomainError } from '#domain';
import { AuditRepository, MailRepository, OutboxRepository, ProgrammeClockRepository } from '#persistence';
import { Answers, instant, IsCommand } from '../shared/answers.js';
import { CommandsService } from '../shared/commands.service.js';
import { CONFIG } from '../shared/config.provider.js';
import { RequirePower } from '../shared/power.decorator.js';
import { Command, type CommandContext } from '../shared/request-context.js';
import { WorkflowsService } from './workflows.service.js';

export const Workflows = z
  .object({
    temporal: z.enum(['reachable', 'unreachable']),
    temporalUi: z.string().nullable(),
    outbox: z.object({ waiting: z.number().int(), oldestAt: instant().nullable() }),
    /** Failed ones are those of the last 24 hours. */
    mails: z.object({ waiting: z.number().int(), failed: z.number().int(), oldestAt: instant().nullable() }),
    workflows: z.array(
      z.object({
        workflowId: z.string(),
        type: z.string(),
        status: z.string(),
        startedAt: instant(),
        closedAt: instant().nullable(),
        historyLength: z.number().int(),
        pendingActivities: z.array(
          z.object({ name: z.string(), attempt: z.number().int(), lastFailure: z.string().nullable() }),
        ),
        uiUrl: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Workflows' });

const Clock = z.object({ now: instant(), sandbox: z.boolean() }).meta({ id: 'Clock' });
const MoveClock = z.strictObject({ date: z.iso.date() });
type MoveClock = z.infer<typeof MoveClock>;

/** What operators look at: workflows, the queue towards Temporal, and the sandbox calendar. */
@Controller()
export class OperationsController {
  constructor(
    private readonly workflowsService: WorkflowsService,
    private readonly database: DataSource,
    private readonly commands: CommandsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('operations/workflows')
  @RequirePower('operations:read')
  @Answers(Workflows)
  async workflows(): Promise<z.infer<typeof Workflows>> {
    const seen = await this.workflowsService.list();
    const { manager } = this.database;
    const outbox = await new OutboxRepository(manager).backlog();
    return { ...seen, outbox, mails: await new MailRepository(manager).backlog() };
  }

  @Get('clock')
  @RequirePower('session')
  @Answers(Clock)
  async clock(): Promise<z.infer<typeof Clock>> {
    return { now: await new ProgrammeClockRepository(this.database.manager).now(), sandbox: this.config.sandbox };
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
    if (!this.config.sandbox) throw new DomainError('CLOCK_SANDBOX_ONLY', 'this is not a sandbox');
    return this.commands.run(context, 'sandbox:clock', command, async (manager) => {
      const clock = new ProgrammeClockRepository(manager);
      const offsetMs = await clock.moveTo(command.date);
      await new OutboxRepository(manager).tellClock(offsetMs);
      await new AuditRepository(manager).note({
        officerId: context.actor.officerId,
        action: 'sandbox.clock-moved',
        subjectType: 'clock',
        subjectId: command.date,
        requestId: context.requestId,
      });
      return { now: await clock.now(), sandbox: true };
    });
  }
}
