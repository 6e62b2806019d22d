import { Controller, Get, Query } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { jakartaDate, NATION, WorkingCalendar } from '#domain';
import { simulateEscalations } from '#persistence';
import { HolidaysService } from '../../calendar/holidays.service.js';
import { Answers } from '../../shared/answers.js';
import { RequirePower } from '../../shared/power.decorator.js';
import { CurrentActor, type SignedIn } from '../../shared/request-context.js';
import { scopeOf } from '../../shared/scope.js';
import { EscalationSimulation, SimulationQuery } from './escalations.schemas.js';

/** What silence would bring, before it does. */
@Controller('escalations')
export class EscalationsController {
  constructor(
    private readonly database: DataSource,
    private readonly calendar: WorkingCalendar,
    private readonly holidays: HolidaysService,
  ) {}

  /** Who would be told what and when until a day, if nobody acted; of the reader's territory. Writes nothing. */
  @Get('simulation')
  @RequirePower('task:read')
  @Answers(EscalationSimulation)
  async simulation(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: SimulationQuery }) { until, territory, period }: SimulationQuery,
  ): Promise<EscalationSimulation> {
    const territories = scopeOf(actor, 'task:read', territory);
    const wish = { territories, until, periodId: period };
    const { lines, ...simulated } = await simulateEscalations(this.database.manager, this.calendar, wish);
    const place = territories.length === 1 ? territories[0] : undefined;
    return {
      ...simulated,
      lines: lines.map((line) => ({ ...line, at: new Date(line.at), amountRupiah: line.amountRupiah.toString() })),
      holidays: await this.holidays.between(place ?? NATION, jakartaDate(simulated.from), until),
    };
  }
}
