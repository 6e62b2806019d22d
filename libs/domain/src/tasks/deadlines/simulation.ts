import type { Role } from '../../organisation/role.js';
import { addCalendarDays, type IsoDate } from '../../calendar/working-days.js';
import { DomainError } from '../../shared/domain-error.js';
import type { TaskKind } from '../../stages/stage-catalogue.js';
import type { EscalationAct, EscalationMoment, EscalationStep, EscalationTo } from './escalation.js';

const MOST_DAYS = 400;

/** Everything of one moment that reaches the same office for the same kind of task. */
export interface SimulationLine {
  readonly at: string;
  readonly step: EscalationStep;
  readonly act: EscalationAct;
  readonly kind: TaskKind;
  readonly to: EscalationTo;
  readonly toRole: Role;
  readonly tasks: number;
  readonly families: number;
  readonly amountRupiah: bigint;
}

interface SimulatedTask {
  readonly kind: TaskKind;
  readonly families: number;
  readonly amountRupiah: string;
}

/** Throws SIMULATION_PAST, SIMULATION_TOO_FAR, each with its field and what would do. */
export function demandHorizon(until: IsoDate, today: IsoDate): void {
  const latest = addCalendarDays(today, MOST_DAYS);
  const code = until < today ? 'SIMULATION_PAST' : until > latest ? 'SIMULATION_TOO_FAR' : undefined;
  if (code === undefined) return;
  const refusals = [{ code, field: 'until', details: { today, latest } }];
  throw new DomainError(code, 'the simulation ends on a day that it cannot', { today, latest, refusals });
}

/** Adds up what would be told, task by task, so that memory holds lines and not tasks. */
export class Simulation {
  private readonly sums = new Map<string, SimulationLine>();

  add(task: SimulatedTask, moments: readonly EscalationMoment[]): void {
    for (const { at, step, tells } of moments) {
      for (const { act, to, toRole } of tells) {
        const key = [at, step, act, task.kind, to, toRole].join(' ');
        const sum = this.sums.get(key) ?? {
          ...{ at, step, act, kind: task.kind, to, toRole },
          ...{ tasks: 0, families: 0, amountRupiah: 0n },
        };
        this.sums.set(key, {
          ...sum,
          tasks: sum.tasks + 1,
          families: sum.families + task.families,
          amountRupiah: sum.amountRupiah + BigInt(task.amountRupiah),
        });
      }
    }
  }

  /** In the order in which it would happen. */
  lines(): SimulationLine[] {
    return [...this.sums.entries()].sort(([one], [other]) => one.localeCompare(other)).map(([, line]) => line);
  }
}
