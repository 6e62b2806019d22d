import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError, isOpen, type Refusal, taskRule, why } from '#domain';
import {
  type BulkDecision,
  type DecisionRow,
  type TaskContext,
  ProgrammeClockRepository,
  TaskBulkRepository,
  TaskRepository,
} from '#persistence';
import { betweenOf, onBehalf, standingActor } from '../../delegation/standing-actor.js';
import { Commands } from '../../shared/commands.js';
import type { CommandContext } from '../../shared/command-context.js';
import { judged, type Refused, runInChunks } from './in-chunks.js';
import type { BulkAnswer, BulkDecide } from './bulk.schemas.js';
import { DECISION_CHECKS } from '../decision/decision-checks.js';
import { decisionOf } from '../decision/decision-record.js';
import { toTaskFacts } from '../decision/task-authority.js';
import type { TaskDecision } from '../tasks.schemas.js';

/** Decides many tasks alike, of kinds that the catalogue marks for it; never law or money. */
@Injectable()
export class DecideMany {
  constructor(private readonly commands: Commands) {}

  /**
   * The same decision on many tasks, each judged as it would be alone: own artefact, four-eyes, holder, mandate. What
   * may stand is recorded, what may not is told why. What this person decided so before counts as done.
   */
  async decide(context: CommandContext, { items, ...command }: BulkDecide): Promise<BulkAnswer> {
    return this.commands.run(context, 'bulk:decide', { items, ...command }, async (manager) => {
      const seen = new Map(items.map(({ taskId, artefactHash }) => [taskId, artefactHash]));
      const actor = await standingActor(manager, context.actor);
      const today = await new ProgrammeClockRepository(manager).today();
      return runInChunks(manager, [...seen.keys()], context, async (tasks) => {
        const before = await decidedBefore(manager, tasks);
        const open = tasks.filter((task) => !isSame(before.get(task.id), context, command.outcome));
        const commandFor = (task: TaskContext): TaskDecision => ({ ...command, artefactHash: seen.get(task.id) ?? '' });
        const decisions: BulkDecision[] = [];
        const { allowed, refused } = judged(open, (task) => {
          const earlier = before.get(task.id);
          if (earlier !== undefined) return [decidedRefusal(earlier)];
          if (!taskRule(task.kind).bulkDecidable) return [{ code: 'BULK_NOT_ALLOWED', details: {} }];
          const answer = why(actor, { type: 'decide', ...commandFor(task) }, toTaskFacts(task), today);
          if (answer.appointment !== undefined && answer.allowed) {
            decisions.push({
              task: onBehalf(task, answer),
              between: betweenOf(answer),
              decision: decisionOf(context, task, commandFor(task), answer),
            });
          }
          return answer.refusals;
        });
        const incomplete = await unfulfilled(manager, allowed, commandFor);
        const late = await recorded(
          manager,
          decisions.filter(({ task }) => !incomplete.has(task.id)),
        );
        return new Map([...refused, ...incomplete, ...late]);
      });
    });
  }
}

async function decidedBefore(
  manager: EntityManager,
  tasks: readonly TaskContext[],
): Promise<ReadonlyMap<string, DecisionRow>> {
  const closed = tasks.filter(({ state }) => !isOpen(state)).map(({ id }) => id);
  if (closed.length === 0) return new Map();
  const rows = await new TaskRepository(manager).decisions(closed);
  return new Map(rows.map((row) => [row.taskId, row]));
}

const isSame = (earlier: DecisionRow | undefined, { actor }: CommandContext, outcome: string): boolean =>
  earlier?.officerId === actor.officerId && earlier.outcome === outcome;

const decidedRefusal = ({ officer, decidedAt, outcome }: DecisionRow): Refusal => ({
  code: 'TASK_DECIDED',
  details: { officer, decidedAt: decidedAt.toISOString(), outcome },
});

/** What the kind itself asks of a decision, task by task. */
async function unfulfilled(
  manager: EntityManager,
  tasks: readonly TaskContext[],
  commandFor: (task: TaskContext) => TaskDecision,
): Promise<Map<string, readonly Refusal[]>> {
  const refused = new Map<string, readonly Refusal[]>();
  for (const task of tasks) {
    const refusal = await refusalOf(() => DECISION_CHECKS[task.kind](manager, task, commandFor(task)));
    if (refusal !== undefined) refused.set(task.id, [refusal]);
  }
  return refused;
}

/** All at once; when a signature came meanwhile, one by one, so that only those it concerns are refused. */
async function recorded(manager: EntityManager, decisions: readonly BulkDecision[]): Promise<Refused> {
  const refused = new Map<string, readonly Refusal[]>();
  const record = (some: readonly BulkDecision[]): Promise<Refusal | undefined> =>
    refusalOf(() => manager.transaction((own) => new TaskBulkRepository(own).decideAll(some)));
  if ((await record(decisions)) === undefined) return refused;
  for (const decision of decisions) {
    const refusal = await record([decision]);
    if (refusal !== undefined) refused.set(decision.task.id, [refusal]);
  }
  return refused;
}

async function refusalOf(work: () => Promise<void>): Promise<Refusal | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { code: error.code, details: error.details as Record<string, string> };
  }
}
