import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { addCalendarDays, addMonths, hasPower, NATION, territoriesWith } from '#domain';
import {
  CalendarQuery,
  Holiday,
  HolidayCalendar,
  Holidays,
  NewHoliday,
  type CommandContext,
  type SignedIn,
} from '#application';
import { Answers, IsCommand } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import { Command, CurrentActor } from '../shared/request-context.js';

/** Working days by territory: the national decree, and the days that a territory adds. */
@Controller('calendar')
export class CalendarController {
  constructor(private readonly holidays: Holidays) {}

  @Get()
  @RequirePower('session')
  @Answers(HolidayCalendar)
  async month(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: CalendarQuery }) { month, territory }: CalendarQuery,
  ): Promise<HolidayCalendar> {
    const roles = actor.appointments.map(({ role }) => role);
    const territoryCode = territory ?? actor.appointments[0]?.territoryCode ?? NATION;
    const from = `${month}-01`;
    return {
      ...{ territoryCode, month },
      isYearKnown: this.holidays.years().includes(month.slice(0, 4)),
      addsIn: hasPower(roles, 'calendar:write') ? territoriesWith(actor, 'calendar:write') : [],
      holidays: await this.holidays.between(territoryCode, from, addCalendarDays(addMonths(from, 1), -1)),
    };
  }

  /** Due days that stand already stay; reminders, days left and due days to come count it. */
  @Post('holidays')
  @RequirePower('calendar:write')
  @IsCommand()
  @Answers(Holiday, 201)
  async add(@Command() context: CommandContext, @Body({ schema: NewHoliday }) holiday: NewHoliday): Promise<Holiday> {
    return this.holidays.add(context, holiday);
  }

  @Post('holidays/:holidayId/remove')
  @HttpCode(204)
  @RequirePower('calendar:write')
  @IsCommand()
  async remove(
    @Command() context: CommandContext,
    @Param('holidayId', { schema: z.uuid() }) holidayId: string,
  ): Promise<void> {
    await this.holidays.remove(context, holidayId);
  }
}
