import { Controller, Get, Query } from '@nestjs/common';
import { EscalationSimulation, EscalationSimulator, type SignedIn, SimulationQuery } from '#application';
import { Answers } from '../../shared/answers.js';
import { RequirePower } from '../../shared/power.decorator.js';
import { CurrentActor } from '../../shared/request-context.js';

/** What silence would bring, before it does. */
@Controller('escalations')
export class EscalationsController {
  constructor(private readonly simulator: EscalationSimulator) {}

  /** Who would be told what and when until a day, if nobody acted; of the reader's territory. Writes nothing. */
  @Get('simulation')
  @RequirePower('task:read')
  @Answers(EscalationSimulation)
  async simulation(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: SimulationQuery }) query: SimulationQuery,
  ): Promise<EscalationSimulation> {
    return this.simulator.simulate(actor, query);
  }
}
