import { Controller, Get, Param } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { officeForecast, officeWindowFrom, ROLE_NAMES, territoriesWith, WorkingCalendar } from '#domain';
import { HolidayRepository, OfficeWorkRepository, ProgrammeClockRepository } from '#persistence';
import { Answers } from '../../shared/answers.js';
import { RequirePower } from '../../shared/power.decorator.js';
import { CurrentActor, type SignedIn } from '../../shared/request-context.js';

const Offices = z
  .array(
    z.object({
      role: z.enum(ROLE_NAMES),
      territoryCode: z.string(),
      territoryName: z.string().nullable(),
      open: z.number().int(),
      late: z.number().int(),
      families: z.number().int(),
      lastDueOn: z.string().nullable(),
      /** Decided per working day of the last ten. */
      perWorkingDay: z.number(),
      finishesOn: z.string().nullable(),
      isLate: z.boolean(),
    }),
  )
  .meta({ id: 'OfficeForecasts' });

/** The work of each office, and whether it will be done in time. */
@Controller('periods/:periodId/offices')
export class OfficesController {
  constructor(
    private readonly database: DataSource,
    private readonly calendar: WorkingCalendar,
  ) {}

  @Get()
  @RequirePower('task:read')
  @Answers(Offices)
  async list(
    @CurrentActor() actor: SignedIn,
    @Param('periodId', { schema: z.uuid() }) periodId: string,
  ): Promise<z.infer<typeof Offices>> {
    const { manager } = this.database;
    const today = await new ProgrammeClockRepository(manager).today();
    const calendars = await new HolidayRepository(manager).calendars(this.calendar);
    const from = officeWindowFrom(today, this.calendar);
    const rows = await new OfficeWorkRepository(manager).list(periodId, territoriesWith(actor, 'task:read'), from);
    return rows.map(({ decidedLately, ...row }) => ({
      ...row,
      ...officeForecast({ ...row, decidedLately }, today, calendars.for(row.territoryCode)),
    }));
  }
}
