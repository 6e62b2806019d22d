import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import {
  NewQuotaChange,
  PeriodQuotas,
  QuotaChange,
  QuotaChanges,
  QuotaChangeService,
  type CommandContext,
} from '#application';
import { Answers, IsCommand } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import { Command } from '../shared/request-context.js';

@Controller()
export class QuotaChangesController {
  constructor(private readonly changes: QuotaChangeService) {}

  @Get('periods/:periodId/quotas')
  @RequirePower('period:read')
  @Answers(PeriodQuotas)
  async quotas(
    @Command() { language }: CommandContext,
    @Param('periodId', { schema: z.uuid() }) periodId: string,
  ): Promise<z.infer<typeof PeriodQuotas>> {
    return this.changes.quotas(periodId, language);
  }

  @Get('periods/:periodId/quota-changes')
  @RequirePower('period:read')
  @Answers(QuotaChanges)
  async list(
    @Command() { language }: CommandContext,
    @Param('periodId', { schema: z.uuid() }) periodId: string,
  ): Promise<z.infer<typeof QuotaChanges>> {
    return this.changes.list(periodId, language);
  }

  @Post('periods/:periodId/quota-changes')
  @RequirePower('period:create')
  @IsCommand()
  @Answers(QuotaChange, 201)
  async propose(
    @Command() context: CommandContext,
    @Param('periodId', { schema: z.uuid() }) periodId: string,
    @Body({ schema: NewQuotaChange }) command: NewQuotaChange,
  ): Promise<z.infer<typeof QuotaChange>> {
    return this.changes.propose(context, periodId, command);
  }

  @Get('quota-changes/:changeId')
  @RequirePower('period:read')
  @Answers(QuotaChange)
  async find(
    @Command() { language }: CommandContext,
    @Param('changeId', { schema: z.uuid() }) changeId: string,
  ): Promise<z.infer<typeof QuotaChange>> {
    return this.changes.find(changeId, language);
  }
}
