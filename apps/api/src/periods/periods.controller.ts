import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import {
  Board,
  BoardReader,
  ChangeQuotas,
  Conservation,
  ConservationQuery,
  NewPeriod,
  NewQuotas,
  PeriodDetail,
  Periods,
  PeriodService,
  TerritoryConservation,
  TerritoryConservationQuery,
  type CommandContext,
  type SignedIn,
} from '#application';
import { Answers, IsCommand } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import { Command, CurrentActor } from '../shared/request-context.js';

const CityCode = z.string().regex(/^\d{2}\.\d{2}$/);

@Controller('periods')
export class PeriodsController {
  constructor(
    private readonly periods: PeriodService,
    private readonly boards: BoardReader,
    private readonly quotas: ChangeQuotas,
  ) {}

  @Get()
  @RequirePower('period:read')
  @Answers(Periods)
  async list(): Promise<z.infer<typeof Periods>> {
    return this.periods.list();
  }

  @Post()
  @RequirePower('period:create')
  @IsCommand()
  @Answers(PeriodDetail, 201)
  async create(
    @Command() context: CommandContext,
    @Body({ schema: NewPeriod }) command: NewPeriod,
  ): Promise<z.infer<typeof PeriodDetail>> {
    return this.periods.create(context, command);
  }

  @Get(':periodId')
  @RequirePower('period:read')
  @Answers(PeriodDetail)
  async find(@Param('periodId', { schema: z.uuid() }) periodId: string): Promise<z.infer<typeof PeriodDetail>> {
    return this.periods.find(periodId);
  }

  @Put(':periodId/allocations')
  @RequirePower('period:create')
  @IsCommand()
  @Answers(PeriodDetail)
  async changeQuotas(
    @Command() context: CommandContext,
    @Param('periodId', { schema: z.uuid() }) periodId: string,
    @Body({ schema: NewQuotas }) command: NewQuotas,
  ): Promise<z.infer<typeof PeriodDetail>> {
    return this.quotas.change(context, periodId, command);
  }

  @Get(':periodId/cities/:cityCode/board')
  @RequirePower('period:read')
  @Answers(Board)
  async board(
    @CurrentActor() actor: SignedIn,
    @Param('periodId', { schema: z.uuid() }) periodId: string,
    @Param('cityCode', { schema: CityCode }) cityCode: string,
  ): Promise<z.infer<typeof Board>> {
    return this.boards.board(actor, periodId, cityCode);
  }

  @Get(':periodId/cities/:cityCode/conservation')
  @RequirePower('money:read')
  @Answers(Conservation)
  async conservation(
    @CurrentActor() actor: SignedIn,
    @Param('periodId', { schema: z.uuid() }) periodId: string,
    @Param('cityCode', { schema: CityCode }) cityCode: string,
    @Query({ schema: ConservationQuery }) query: ConservationQuery,
  ): Promise<z.infer<typeof Conservation>> {
    return this.boards.conservation(actor, periodId, cityCode, query);
  }

  @Get(':periodId/conservation')
  @RequirePower('money:read')
  @Answers(TerritoryConservation)
  async territoryConservation(
    @CurrentActor() actor: SignedIn,
    @Param('periodId', { schema: z.uuid() }) periodId: string,
    @Query({ schema: TerritoryConservationQuery }) query: TerritoryConservationQuery,
  ): Promise<z.infer<typeof TerritoryConservation>> {
    return this.boards.territory(actor, periodId, query);
  }
}
