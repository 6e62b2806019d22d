import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { type Actor, type Answer, nextLife, type TaskEvent, why } from '#domain';
import { lifeOf, type LifeChange, type TaskContext, ProgrammeClockRepository, TaskLifeRepository } from '#persistence';
import { behalfOf, standingActor } from '../../delegation/standing-actor.js';
import { Commands } from '../../shared/commands.js';
import type { CommandContext } from '../../shared/command-context.js';
import { judged, runInChunks } from './in-chunks.js';
import type { BulkAnswer } from './bulk.schemas.js';
import type { EventCommand } from '../life/event-options.js';
import { toTaskFacts, refusalsOf, TaskAuthority } from '../decision/task-authority.js';

export type BulkEvent = Extract<TaskEvent, 'claim' | 'release' | 'forward'>;

/** Claims, releases and forwards many tasks in one request. */
@Injectable()
export class MoveMany {
  constructor(private readonly commands: Commands) {}

  /**
   * One event for many tasks: a result for each, by the same rules as for one. What may go on is done, what may not is
   * told why; a mixed result is an answer. The same key again gets the first answer.
   */
  async act(
    context: CommandContext,
    event: BulkEvent,
    taskIds: readonly string[],
    command: EventCommand = {},
  ): Promise<BulkAnswer> {
    return this.commands.run(context, `bulk:${event}`, { taskIds, ...command }, async (manager) => {
      const actor = await standingActor(manager, context.actor);
      const today = await new ProgrammeClockRepository(manager).today();
      const targets =
        command.targetIds === undefined ? [] : await new TaskAuthority(manager).demandTargets(command.targetIds, []);
      const lives = new TaskLifeRepository(manager);
      return runInChunks(manager, taskIds, context, async (tasks) => {
        const action = { type: event, reason: command.reason };
        const answers = new Map(tasks.map((task) => [task.id, why(actor, action, toTaskFacts(task), today)]));
        const { allowed, refused } = judged(tasks, (task) => [
          ...(answers.get(task.id)?.refusals ?? []),
          ...refusalsOf(targets, task),
        ]);
        const changes = allowed.map((task) => change(actor, event, task, { ...command, answer: answers.get(task.id) }));
        await lives.applyAll(changes.filter(({ from, to }) => !isDeepStrictEqual(from, to)));
        return refused;
      });
    });
  }
}

function change(
  { officerId }: Actor,
  event: BulkEvent,
  task: TaskContext,
  { reason, targetIds, answer }: EventCommand & { readonly answer: Answer | undefined },
): LifeChange {
  const from = lifeOf(task);
  return {
    taskId: task.id,
    event,
    from,
    to: nextLife(from, { event, actorId: officerId, targetIds, onBehalf: answer && behalfOf(answer) }),
    officerId,
    reason,
    details: {
      ...(targetIds !== undefined && { to: targetIds }),
      ...(answer?.standIn && { for: answer.standIn.principal.officerId }),
    },
  };
}
