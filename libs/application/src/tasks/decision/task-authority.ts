import type { EntityManager } from 'typeorm';
import {
  type Actor,
  type Answer,
  DomainError,
  type Refusal,
  type TaskAction,
  type TaskFacts,
  why,
  whyNotOwner,
} from '#domain';
import { CandidateRepository, type TaskContext, OfficerRepository } from '#persistence';

/** Asks `why` about a task row, and adds to each refusal the offices that could act instead. */
export class TaskAuthority {
  constructor(private readonly manager: EntityManager) {}

  async answer(actor: Actor, action: TaskAction, task: TaskContext): Promise<Answer> {
    const [answer] = await this.answers(actor, [action], task);
    if (answer === undefined) throw new Error('an action has an answer');
    return answer;
  }

  /** One answer for each action; the day and the offices are looked up once. */
  async answers(actor: Actor, actions: readonly TaskAction[], task: TaskContext): Promise<Answer[]> {
    const answers = actions.map((action) => why(actor, action, toTaskFacts(task), task.today));
    if (answers.every(({ allowed }) => allowed)) return answers;
    const offices = await new OfficerRepository(this.manager).officesFor(task.responsibleRole, task.territoryCode);
    const named = { offices: offices.join(', ') || '–' };
    return answers.map((answer) => ({
      ...answer,
      refusals: answer.refusals.map(({ code, details }) => ({ code, details: { ...details, ...named } })),
    }));
  }

  /** Throws one DomainError that carries every refusal; the first one gives the code. */
  async demand(actor: Actor, action: TaskAction, task: TaskContext): Promise<Answer> {
    const answer = await this.answer(actor, action, task);
    demandNone(answer.refusals);
    return answer;
  }

  /**
   * The officers a task is to go to, each of whom could own it now. Throws OFFICER_UNKNOWN, OFFICER_ON_LEAVE, or every reason why one of
   * them could not: no such office, or a signature in another capacity.
   */
  async demandTargets(officerIds: readonly string[], tasks: readonly TaskContext[]): Promise<readonly Actor[]> {
    const targets = await new CandidateRepository(this.manager).byId(officerIds);
    if (targets.length !== new Set(officerIds).size) throw new DomainError('OFFICER_UNKNOWN', 'no such officer');
    const away = await new CandidateRepository(this.manager).onLeave(officerIds);
    if (away.length > 0) throw new DomainError('OFFICER_ON_LEAVE', 'new work does not go to who is away');
    demandNone(tasks.flatMap((task) => refusalsOf(targets, task)));
    return targets;
  }
}

/** Why a task may not go to these officers; empty when it may go to each of them. */
export const refusalsOf = (targets: readonly Actor[], task: TaskContext): Refusal[] =>
  targets.map((target) => whyNotOwner(target, toTaskFacts(task))).filter((refusal) => refusal !== undefined);

function demandNone(refusals: readonly Refusal[]): void {
  const [first] = refusals;
  if (first === undefined) return;
  throw new DomainError(first.code, 'refused by the rules of authority', { ...first.details, refusals });
}

const personOf = (officerId: string | null, fullName: string | null) =>
  officerId === null || fullName === null ? undefined : { officerId, fullName };

/** A row as `why` reads it. */
export const toTaskFacts = (task: TaskContext): TaskFacts => ({
  kind: task.kind,
  state: task.state,
  territoryCode: task.territoryCode,
  artefactHash: task.artefactHash,
  owner: personOf(task.ownerId, task.ownerName),
  principal: personOf(task.delegatedBy, task.delegatedByName),
  delegationId: task.delegationId ?? undefined,
  potentialOwners: task.potentialOwners ?? undefined,
  suspendedUntil: task.suspendedUntil ?? undefined,
  signatures: task.signatures,
  mandate: task.mandate ?? undefined,
  responsibleRole: task.responsibleRole,
  addedRoles: task.addedRoles,
  freezes: task.freezes,
  approvedBy: task.approvedBy,
  observers: task.observers,
  excludedOwners: task.excludedOwners,
});
