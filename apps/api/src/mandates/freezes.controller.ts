import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { DomainError, levelOf, TASK_KINDS } from '#domain';
import { AuditRepository, FreezeRepository, type FreezeRow } from '#persistence';
import { Answers, instant, IsCommand } from '../shared/answers.js';
import { CommandsService } from '../shared/commands.service.js';
import { RequirePower } from '../shared/power.decorator.js';
import { Command, type CommandContext } from '../shared/request-context.js';

const Action = z.enum([...TASK_KINDS, 'mandate.offer']);

const Freeze = z
  .object({
    id: z.uuid(),
    name: z.string(),
    reason: z.string(),
    territoryCode: z.string(),
    actions: z.array(Action),
    validFrom: z.string(),
    validTo: z.string(),
    createdBy: z.string(),
    createdAt: instant(),
    endedAt: instant().nullable(),
  })
  .meta({ id: 'Freeze' });
const Freezes = z.array(Freeze).meta({ id: 'Freezes' });

const NewFreeze = z
  .strictObject({
    name: z.string().trim().min(3).max(120),
    reason: z.string().trim().min(5).max(500),
    territoryCode: z.string().max(13),
    actions: z
      .array(Action)
      .min(1)
      .max(TASK_KINDS.length + 1),
    validFrom: z.iso.date(),
    validTo: z.iso.date(),
  })
  .meta({ id: 'NewFreeze' });
type NewFreeze = z.infer<typeof NewFreeze>;

/** Days on which named actions stand still: elections, audits. */
@Controller('freezes')
export class FreezesController {
  constructor(
    private readonly database: DataSource,
    private readonly commands: CommandsService,
  ) {}

  @Get()
  @RequirePower('mandate:read')
  @Answers(Freezes)
  async list(): Promise<FreezeRow[]> {
    return new FreezeRepository(this.database.manager).list();
  }

  /** The next decision feels it. Throws TERRITORY_CODE, FREEZE_DATES. */
  @Post()
  @RequirePower('freeze:write')
  @IsCommand()
  @Answers(Freeze, 201)
  async add(@Command() context: CommandContext, @Body({ schema: NewFreeze }) command: NewFreeze): Promise<FreezeRow> {
    return this.commands.run(context, 'freeze', command, async (manager) => {
      levelOf(command.territoryCode);
      if (command.validTo < command.validFrom) {
        const refusals = [{ code: 'FREEZE_DATES', field: 'validTo', details: {} }];
        throw new DomainError('FREEZE_DATES', 'the last day is before the first', { refusals });
      }
      const added = await new FreezeRepository(manager).add(command, context.actor.officerId);
      await new AuditRepository(manager).note({
        ...noteOf(context, added.id, added.territoryCode),
        action: 'freeze.added',
      });
      return added;
    });
  }

  /** Ends it now; ending it again changes nothing. */
  @Post(':freezeId/end')
  @HttpCode(204)
  @RequirePower('freeze:write')
  @IsCommand()
  async end(
    @Command() context: CommandContext,
    @Param('freezeId', { schema: z.uuid() }) freezeId: string,
  ): Promise<void> {
    await this.commands.run(context, `freeze:${freezeId}`, {}, async (manager) => {
      const territoryCode = await new FreezeRepository(manager).end(freezeId, context.actor.officerId);
      await new AuditRepository(manager).note({ ...noteOf(context, freezeId, territoryCode), action: 'freeze.ended' });
      return {};
    });
  }
}

const noteOf = ({ actor, requestId }: CommandContext, subjectId: string, territoryCode: string) => ({
  officerId: actor.officerId,
  subjectType: 'freeze',
  subjectId,
  territoryCode,
  requestId,
});
