import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { territoriesWith } from '#domain';
import { AuditRepository, MandateRepository } from '#persistence';
import { Answers, IsCommand, rupiah } from '../shared/answers.js';
import { CommandsService } from '../shared/commands.service.js';
import { RequirePower } from '../shared/power.decorator.js';
import { Command, type CommandContext, CurrentActor, type SignedIn } from '../shared/request-context.js';

const Mandates = z
  .array(
    z.object({
      id: z.uuid(),
      kind: z.string(),
      periodId: z.uuid(),
      periodCode: z.string(),
      grantor: z.string(),
      grantee: z.string(),
      territoryCode: z.string(),
      powers: z.array(z.string()),
      ceilingFamilies: z.number().int(),
      ceilingRupiah: rupiah(),
      usedFamilies: z.number().int(),
      usedRupiah: rupiah(),
      validFrom: z.string(),
      validTo: z.string(),
      state: z.string(),
    }),
  )
  .meta({ id: 'Mandates' });

const MandateChange = z.strictObject({
  event: z.enum(['suspended', 'resumed', 'revoked']),
  reason: z.string().trim().min(5).max(500),
});
type MandateChange = z.infer<typeof MandateChange>;

/** The mandate ledger. A suspended or revoked mandate stops the next decision at once. */
@Controller('mandates')
export class MandatesController {
  constructor(
    private readonly database: DataSource,
    private readonly commands: CommandsService,
  ) {}

  @Get()
  @RequirePower('mandate:read')
  @Answers(Mandates)
  async list(@CurrentActor() actor: SignedIn): Promise<z.infer<typeof Mandates>> {
    return new MandateRepository(this.database.manager).list(territoriesWith(actor, 'mandate:read'));
  }

  @Post(':mandateId/events')
  @HttpCode(204)
  @RequirePower('mandate:write')
  @IsCommand()
  async change(
    @Command() context: CommandContext,
    @Param('mandateId', { schema: z.uuid() }) mandateId: string,
    @Body({ schema: MandateChange }) command: MandateChange,
  ): Promise<void> {
    await this.commands.run(context, `mandate:${mandateId}`, command, async (manager) => {
      await new MandateRepository(manager).record(mandateId, command.event, context.actor.officerId, command.reason);
      await new AuditRepository(manager).note({
        officerId: context.actor.officerId,
        action: `mandate.${command.event}`,
        subjectType: 'mandate',
        subjectId: mandateId,
        requestId: context.requestId,
      });
      return {};
    });
  }
}
