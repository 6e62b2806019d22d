import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import {
  CaseDetail,
  CasePage,
  CaseQuery,
  Desks,
  DeskTotals,
  Findings,
  FollowUpReader,
  type SignedIn,
} from '#application';
import { Answers } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import { CurrentActor } from '../shared/request-context.js';

const PeriodId = (): ParameterDecorator => Param('periodId', { schema: z.uuid() });

/** Follow-up desks and cases. Findings and outcomes are recorded by deciding the case's open task. */
@Controller()
export class FollowUpController {
  constructor(private readonly followUp: FollowUpReader) {}

  @Get('periods/:periodId/desks')
  @RequirePower('follow-up:read')
  @Answers(Desks)
  async desks(@CurrentActor() actor: SignedIn, @PeriodId() periodId: string): Promise<z.infer<typeof Desks>> {
    return this.followUp.desks(actor, periodId);
  }

  /** The same, the desks of a kecamatan and of a city together. */
  @Get('periods/:periodId/desks/totals')
  @RequirePower('follow-up:read')
  @Answers(DeskTotals)
  async totals(@CurrentActor() actor: SignedIn, @PeriodId() periodId: string): Promise<z.infer<typeof DeskTotals>> {
    return this.followUp.totals(actor, periodId);
  }

  @Get('periods/:periodId/cases')
  @RequirePower('follow-up:read')
  @Answers(CasePage)
  async cases(
    @CurrentActor() actor: SignedIn,
    @PeriodId() periodId: string,
    @Query({ schema: CaseQuery }) query: CaseQuery,
  ): Promise<z.infer<typeof CasePage>> {
    return this.followUp.cases(actor, periodId, query);
  }

  @Get('cases/:caseId')
  @RequirePower('follow-up:read')
  @Answers(CaseDetail)
  async find(
    @CurrentActor() actor: SignedIn,
    @Param('caseId', { schema: z.uuid() }) caseId: string,
  ): Promise<z.infer<typeof CaseDetail>> {
    return this.followUp.find(actor, caseId);
  }

  /** What a visit can find, with what each finding asks for and allows today. */
  @Get('periods/:periodId/findings')
  @RequirePower('follow-up:read')
  @Answers(Findings)
  async findings(@PeriodId() periodId: string): Promise<z.infer<typeof Findings>> {
    return this.followUp.findings(periodId);
  }
}
