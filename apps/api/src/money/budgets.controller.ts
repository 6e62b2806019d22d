import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import {
  BudgetRefusal,
  Budgets,
  BudgetService,
  type CommandContext,
  NewBudget,
  PeriodBudget,
  PeriodBudgetQuery,
  type SignedIn,
} from '#application';
import { Answers, IsCommand } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import { Command, CurrentActor } from '../shared/request-context.js';

const Id = { schema: z.uuid() };
const Made = z.object({ id: z.uuid() }).meta({ id: 'MadeBudget' });

/** The ceilings (DIPA) above every allocation. */
@Controller()
export class BudgetsController {
  constructor(private readonly budgets: BudgetService) {}

  @Get('budgets')
  @RequirePower('budget:read')
  @Answers(Budgets)
  async list(@CurrentActor() actor: SignedIn): Promise<z.infer<typeof Budgets>> {
    return this.budgets.list(actor);
  }

  @Get('periods/:periodId/budget')
  @RequirePower('budget:read')
  @Answers(PeriodBudget)
  async ofPeriod(
    @Param('periodId', Id) periodId: string,
    @Query({ schema: PeriodBudgetQuery }) { changeRupiah }: PeriodBudgetQuery,
  ): Promise<z.infer<typeof PeriodBudget>> {
    return this.budgets.ofPeriod(periodId, BigInt(changeRupiah));
  }

  @Post('budgets')
  @RequirePower('budget:write')
  @IsCommand()
  @Answers(Made, 201)
  async propose(
    @Command() context: CommandContext,
    @Body({ schema: NewBudget }) command: NewBudget,
  ): Promise<z.infer<typeof Made>> {
    return this.budgets.propose(context, command);
  }

  @Post('budgets/:budgetId/confirm')
  @HttpCode(204)
  @RequirePower('budget:confirm')
  @IsCommand()
  async confirm(@Command() context: CommandContext, @Param('budgetId', Id) budgetId: string): Promise<void> {
    await this.budgets.confirm(context, budgetId);
  }

  @Post('budgets/:budgetId/refuse')
  @HttpCode(204)
  @RequirePower('budget:confirm')
  @IsCommand()
  async refuse(
    @Command() context: CommandContext,
    @Param('budgetId', Id) budgetId: string,
    @Body({ schema: BudgetRefusal }) command: BudgetRefusal,
  ): Promise<void> {
    await this.budgets.refuse(context, budgetId, command);
  }

  @Post('budgets/:budgetId/withdraw')
  @HttpCode(204)
  @RequirePower('budget:write')
  @IsCommand()
  async withdraw(@Command() context: CommandContext, @Param('budgetId', Id) budgetId: string): Promise<void> {
    await this.budgets.withdraw(context, budgetId);
  }
}
