import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import {
  Made,
  MandateChange,
  MandateEvents,
  Mandates,
  NewSlice,
  Offices,
  RenewMandate,
  type CommandContext,
  type SignedIn,
  MandateService,
} from '#application';
import { Answers, IsCommand } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import { Command, CurrentActor } from '../shared/request-context.js';

/** The mandate ledger. A suspended, revoked or expired mandate stops the next decision at once. */
@Controller('mandates')
export class MandatesController {
  constructor(private readonly mandates: MandateService) {}

  @Get()
  @RequirePower('mandate:read')
  @Answers(Mandates)
  async list(@CurrentActor() actor: SignedIn): Promise<z.infer<typeof Mandates>> {
    return this.mandates.list(actor);
  }

  @Get(':mandateId/events')
  @RequirePower('mandate:read')
  @Answers(MandateEvents)
  async events(
    @CurrentActor() actor: SignedIn,
    @Param('mandateId', { schema: z.uuid() }) mandateId: string,
  ): Promise<z.infer<typeof MandateEvents>> {
    return this.mandates.events(actor, mandateId);
  }

  /** Offices to which a slice could go. */
  @Get(':mandateId/offices')
  @RequirePower('mandate:write')
  @Answers(Offices)
  async offices(
    @CurrentActor() actor: SignedIn,
    @Param('mandateId', { schema: z.uuid() }) mandateId: string,
  ): Promise<z.infer<typeof Offices>> {
    return this.mandates.officesBelow(actor, mandateId);
  }

  /** Accepts, refuses, suspends, resumes, revokes or gives back. */
  @Post(':mandateId/events')
  @HttpCode(204)
  @RequirePower('mandate:write')
  @IsCommand()
  async change(
    @Command() context: CommandContext,
    @Param('mandateId', { schema: z.uuid() }) mandateId: string,
    @Body({ schema: MandateChange }) command: MandateChange,
  ): Promise<void> {
    await this.mandates.change(context, mandateId, command);
  }

  /** A later last day; a city's mandate that has ended is offered anew. */
  @Post(':mandateId/renewal')
  @HttpCode(204)
  @RequirePower('mandate:write')
  @IsCommand()
  async renew(
    @Command() context: CommandContext,
    @Param('mandateId', { schema: z.uuid() }) mandateId: string,
    @Body({ schema: RenewMandate }) command: RenewMandate,
  ): Promise<void> {
    await this.mandates.renew(context, mandateId, command);
  }

  /** Offers a slice to an office below. */
  @Post(':mandateId/slices')
  @RequirePower('mandate:write')
  @IsCommand()
  @Answers(Made, 201)
  async offer(
    @Command() context: CommandContext,
    @Param('mandateId', { schema: z.uuid() }) mandateId: string,
    @Body({ schema: NewSlice }) command: NewSlice,
  ): Promise<Made> {
    return this.mandates.offer(context, mandateId, command);
  }
}
