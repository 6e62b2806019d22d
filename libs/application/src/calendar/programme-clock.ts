import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Config } from '#config';
import { DomainError, type IsoDate } from '#domain';
import { OutboxRepository, ProgrammeClockRepository } from '#persistence';
import { noteBy } from '../audit/note-by.js';
import type { CommandContext } from '../shared/command-context.js';
import { Commands } from '../shared/commands.js';
import { CONFIG } from '../shared/config.js';
import type { Clock } from '../operations/operations.schemas.js';

/** The programme's calendar: the real one, or the sandbox's, which an operator may move forward. */
@Injectable()
export class ProgrammeClock {
  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async read(): Promise<z.infer<typeof Clock>> {
    return { now: await new ProgrammeClockRepository(this.database.manager).now(), sandbox: this.config.sandbox };
  }

  /** Moves the sandbox to the morning of a later day and wakes every waiting workflow. Throws CLOCK_SANDBOX_ONLY, CLOCK_ONLY_FORWARD. */
  async moveTo(context: CommandContext, command: { readonly date: IsoDate }): Promise<z.infer<typeof Clock>> {
    if (!this.config.sandbox) throw new DomainError('CLOCK_SANDBOX_ONLY', 'this is not a sandbox');
    return this.commands.run(context, 'sandbox:clock', command, async (manager) => {
      const clock = new ProgrammeClockRepository(manager);
      await new OutboxRepository(manager).tellClock(await clock.moveTo(command.date));
      const about = { subjectType: 'clock', subjectId: command.date };
      await noteBy(manager, context, { action: 'sandbox.clock-moved', ...about });
      return { now: await clock.now(), sandbox: true };
    });
  }

  /** Milliseconds by which the programme's calendar differs from the machine's; 0 outside a sandbox. */
  async offsetMs(): Promise<number> {
    return new ProgrammeClockRepository(this.database.manager).offsetMs();
  }
}
