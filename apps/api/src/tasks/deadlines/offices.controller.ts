import { Controller, Get, Param } from '@nestjs/common';
import { z } from 'zod';
import { OfficeForecastReader, OfficeForecasts, type SignedIn } from '#application';
import { Answers } from '../../shared/answers.js';
import { RequirePower } from '../../shared/power.decorator.js';
import { CurrentActor } from '../../shared/request-context.js';

/** The work of each office, and whether it will be done in time. */
@Controller('periods/:periodId/offices')
export class OfficesController {
  constructor(private readonly forecasts: OfficeForecastReader) {}

  @Get()
  @RequirePower('task:read')
  @Answers(OfficeForecasts)
  async list(
    @CurrentActor() actor: SignedIn,
    @Param('periodId', { schema: z.uuid() }) periodId: string,
  ): Promise<OfficeForecasts> {
    return this.forecasts.ofPeriod(actor, periodId);
  }
}
