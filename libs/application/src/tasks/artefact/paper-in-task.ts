import type { EntityManager } from 'typeorm';
import { DomainError, type TaskKind } from '#domain';
import { ProgrammeClockRepository, type TaskContext, TaskLifeRepository, TaskRepository } from '#persistence';
import { noteBy } from '../../audit/note-by.js';
import { behalfOf, standingActor } from '../../delegation/standing-actor.js';
import type { CommandContext, SignedIn } from '../../shared/command-context.js';
import { TaskAuthority } from '../decision/task-authority.js';

/** Opens a paper that is made in its task: who may prepare it takes the task. Throws TASK_UNKNOWN for a task of another kind, and what authority refuses. */
export async function takeToWrite(
  manager: EntityManager,
  context: CommandContext,
  taskId: string,
  kind: TaskKind,
): Promise<{ readonly actor: SignedIn; readonly task: TaskContext }> {
  const actor = await standingActor(manager, context.actor);
  const task = await new TaskRepository(manager).lock(taskId);
  if (task.kind !== kind) throw new DomainError('TASK_UNKNOWN', 'the paper is made in a task of another kind');
  const answer = await new TaskAuthority(manager).demand(actor, { type: 'prepare' }, task);
  await new TaskLifeRepository(manager).take(task, actor.officerId, behalfOf(answer));
  return { actor, task };
}

/** Keeps the paper's new hash with the task, and the act in the trail. Returns the moment. */
export async function keepPaper(
  manager: EntityManager,
  context: CommandContext,
  task: TaskContext,
  act: { readonly action: string; readonly artefactHash: string; readonly details: Readonly<Record<string, unknown>> },
): Promise<Date> {
  await new TaskRepository(manager).setArtefact(task.id, act.artefactHash);
  await noteBy(manager, context, {
    action: act.action,
    subjectType: 'task',
    subjectId: task.id,
    territoryCode: task.territoryCode,
    details: { ...act.details, artefactHash: act.artefactHash },
  });
  return new ProgrammeClockRepository(manager).now();
}
