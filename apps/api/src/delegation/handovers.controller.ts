import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { z } from 'zod';
import {
  AcceptHandover,
  Handover,
  HandoverAnswer,
  HandoverContents,
  HandoverItemQuery,
  HandoverItems,
  Handovers,
  OfferHandover,
  OfGiver,
  RefuseHandover,
  type CommandContext,
  type SignedIn,
  HandoverService,
} from '#application';
import { Answers, IsCommand } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import { type AmanahRequest, Command, CurrentActor } from '../shared/request-context.js';

const HandoverId = (): ParameterDecorator => Param('handoverId', { schema: z.uuid() });

/** Packs of everything an officer has in hand. While one is offered its giver keeps the right to act. */
@Controller('handovers')
export class HandoversController {
  constructor(private readonly handovers: HandoverService) {}

  /** Given by the reader, offered to them, or of officers below. */
  @Get()
  @RequirePower('task:read')
  @Answers(Handovers)
  async list(@CurrentActor() actor: SignedIn): Promise<Handover[]> {
    return this.handovers.list(actor);
  }

  @Get('contents')
  @RequirePower('task:act')
  @Answers(HandoverContents)
  async contents(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: OfGiver }) { fromOfficerId }: z.infer<typeof OfGiver>,
  ): Promise<HandoverContents> {
    return this.handovers.contents(actor, fromOfficerId);
  }

  @Post()
  @RequirePower('task:act')
  @IsCommand()
  @Answers(Handover, 201)
  async offer(
    @Command() context: CommandContext,
    @Body({ schema: OfferHandover }) command: OfferHandover,
  ): Promise<Handover> {
    return this.handovers.offer(context, command);
  }

  @Get(':handoverId')
  @RequirePower('task:read')
  @Answers(Handover)
  async find(@CurrentActor() actor: SignedIn, @HandoverId() handoverId: string): Promise<Handover> {
    return this.handovers.find(actor, handoverId);
  }

  @Get(':handoverId/items')
  @RequirePower('task:read')
  @Answers(HandoverItems)
  async items(
    @CurrentActor() actor: SignedIn,
    @HandoverId() handoverId: string,
    @Query({ schema: HandoverItemQuery }) query: z.infer<typeof HandoverItemQuery>,
    @Req() request: AmanahRequest,
  ): Promise<z.infer<typeof HandoverItems>> {
    return this.handovers.items(actor, handoverId, query, request.language ?? 'id');
  }

  /** Each item is judged for the receiver now, and again when they decide. */
  @Post(':handoverId/accept')
  @HttpCode(200)
  @RequirePower('task:act')
  @IsCommand()
  @Answers(HandoverAnswer)
  async accept(
    @Command() context: CommandContext,
    @HandoverId() handoverId: string,
    @Body({ schema: AcceptHandover }) { itemIds }: z.infer<typeof AcceptHandover>,
  ): Promise<HandoverAnswer> {
    return this.handovers.accept(context, handoverId, itemIds);
  }

  @Post(':handoverId/refuse')
  @HttpCode(200)
  @RequirePower('task:act')
  @IsCommand()
  @Answers(HandoverAnswer)
  async refuse(
    @Command() context: CommandContext,
    @HandoverId() handoverId: string,
    @Body({ schema: RefuseHandover }) command: RefuseHandover,
  ): Promise<HandoverAnswer> {
    return this.handovers.refuse(context, handoverId, command);
  }

  @Post(':handoverId/withdraw')
  @HttpCode(200)
  @RequirePower('task:act')
  @IsCommand()
  @Answers(Handover)
  async withdraw(@Command() context: CommandContext, @HandoverId() handoverId: string): Promise<Handover> {
    return this.handovers.withdraw(context, handoverId);
  }
}
