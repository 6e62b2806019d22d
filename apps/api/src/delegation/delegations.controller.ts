import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import {
  DelegateQuery,
  Delegates,
  Delegation,
  Delegations,
  DelegationService,
  NewDelegation,
  type CommandContext,
  type SignedIn,
} from '#application';
import { Answers, IsCommand } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import { type AmanahRequest, Command, CurrentActor } from '../shared/request-context.js';

/** Who stands in for an officer who is out of office. */
@Controller('delegations')
export class DelegationsController {
  constructor(private readonly delegations: DelegationService) {}

  /** Given and received by the reader, and in whose office they stand in today. */
  @Get()
  @RequirePower('task:read')
  @Answers(Delegations)
  async list(@CurrentActor() actor: SignedIn): Promise<Delegations> {
    return this.delegations.list(actor);
  }

  @Get('candidates')
  @RequirePower('task:act')
  @Answers(Delegates)
  async candidates(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: DelegateQuery }) query: DelegateQuery,
    @Req() request: AmanahRequest,
  ): Promise<Delegates> {
    return this.delegations.delegates(actor, query, request.language ?? 'id');
  }

  @Post()
  @RequirePower('task:act')
  @IsCommand()
  @Answers(z.array(Delegation), 201)
  async add(
    @Command() context: CommandContext,
    @Body({ schema: NewDelegation }) command: NewDelegation,
  ): Promise<Delegation[]> {
    return this.delegations.add(context, command);
  }

  /** At once; what the delegate holds by it goes back. Ending it again changes nothing. */
  @Post(':delegationId/end')
  @HttpCode(204)
  @RequirePower('task:act')
  @IsCommand()
  async end(
    @Command() context: CommandContext,
    @Param('delegationId', { schema: z.uuid() }) delegationId: string,
  ): Promise<void> {
    await this.delegations.end(context, delegationId);
  }
}
