import type { EntityManager } from 'typeorm';
import {
  demandHorizon,
  endOfJakartaDay,
  type EscalationMoment,
  escalationMoments,
  type EscalationPlan,
  type IsoDate,
  Simulation,
  type SimulationLine,
  type WorkingCalendar,
} from '#domain';
import { EscalationRepository, type EscalationRow, HolidayRepository } from '#persistence';

const PAGE = 5_000;

export interface SimulationScope {
  readonly territories: readonly string[];
  readonly until: IsoDate;
  readonly periodId?: string | undefined;
}

export interface SimulatedEscalations {
  readonly from: Date;
  readonly until: IsoDate;
  /** Open tasks that were looked at. */
  readonly tasks: number;
  readonly lines: readonly SimulationLine[];
}

/**
 * Who would be told what and when until a day, if nobody did anything: the rule that runs when time passes, asked of every
 * open task. Reads page by page and writes nothing. Throws SIMULATION_PAST, SIMULATION_TOO_FAR.
 */
export async function simulateEscalations(
  manager: EntityManager,
  national: WorkingCalendar,
  command: SimulationScope,
): Promise<SimulatedEscalations> {
  const simulation = new Simulation();
  let tasks = 0;
  const { today, now } = await new EscalationRepository(manager).today();
  demandHorizon(command.until, today);
  for await (const { task, moments } of simulatedTasks(manager, national, command)) {
    tasks += 1;
    simulation.add(task, moments);
  }
  return { from: now, until: command.until, tasks, lines: simulation.lines() };
}

/** Every open task with what would happen to it until the day; a moment that has come and was not seen to comes first. */
export async function* simulatedTasks(
  manager: EntityManager,
  national: WorkingCalendar,
  { territories, until, periodId }: SimulationScope,
): AsyncGenerator<{ readonly task: EscalationRow; readonly moments: readonly EscalationMoment[] }> {
  const escalations = new EscalationRepository(manager);
  const calendars = await new HolidayRepository(manager).calendars(national);
  const last = endOfJakartaDay(until).toISOString();
  const plans = new Map<string, EscalationPlan>();
  for (let afterId: string | undefined; ;) {
    const page = await escalations.page({ territories, periodId, afterId, limit: PAGE });
    const unknown = [...new Set(page.map((task) => task.periodId))].filter((id) => !plans.has(id));
    for (const [id, plan] of await escalations.plans(unknown)) plans.set(id, plan);
    for (const task of page) {
      const plan = plans.get(task.periodId);
      if (plan === undefined) throw new Error('a task has a period with a policy');
      const moments = escalationMoments(task, plan, calendars.for(task.territoryCode));
      yield { task, moments: moments.filter(({ at }) => at <= last) };
    }
    if (page.length < PAGE) return;
    afterId = page.at(-1)?.id;
  }
}
