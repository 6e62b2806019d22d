import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Actor, jakartaDate, NATION, WorkingCalendar } from '#domain';
import { Holidays } from '../../calendar/holidays.js';
import { scopeOf } from '../../shared/scope.js';
import type { EscalationSimulation, SimulationQuery } from './escalations.schemas.js';
import { simulateEscalations } from './simulate-escalations.js';

/** What silence would bring, before it does. */
@Injectable()
export class EscalationSimulator {
  constructor(
    private readonly database: DataSource,
    private readonly calendar: WorkingCalendar,
    private readonly holidays: Holidays,
  ) {}

  /** Who would be told what and when until a day, if nobody acted; of the reader's territory. Writes nothing. */
  async simulate(actor: Actor, { until, territory, period }: SimulationQuery): Promise<EscalationSimulation> {
    const territories = scopeOf(actor, 'task:read', territory);
    const question = { territories, until, periodId: period };
    const { lines, ...simulated } = await simulateEscalations(this.database.manager, this.calendar, question);
    const place = territories.length === 1 ? territories[0] : undefined;
    return {
      ...simulated,
      lines: lines.map((line) => ({ ...line, at: new Date(line.at), amountRupiah: line.amountRupiah.toString() })),
      holidays: await this.holidays.between(place ?? NATION, jakartaDate(simulated.from), until),
    };
  }
}
