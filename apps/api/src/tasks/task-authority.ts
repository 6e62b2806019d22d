import type { EntityManager } from 'typeorm';
import { type Actor, type Answer, DomainError, type Refusal, type TaskAction, why } from '#domain';
import { type LockedTask, OfficerRepository } from '#persistence';

/** Asks `why` about a task row, and adds to each refusal the offices that could act instead. */
export class TaskAuthority {
  constructor(private readonly manager: EntityManager) {}

  async answer(actor: Actor, action: TaskAction, task: LockedTask): Promise<Answer> {
    const answer = why(actor, action, factsOf(task), task.today);
    if (answer.allowed) return answer;
    const offices = await new OfficerRepository(this.manager).officesFor(task.desk, task.territoryCode);
    const named = { offices: offices.join(', ') || '–' };
    return {
      ...answer,
      refusals: answer.refusals.map(({ code, details }) => ({ code, details: { ...details, ...named } })),
    };
  }

  /** Throws one DomainError that carries every refusal; the first one gives the code. */
  async demand(actor: Actor, action: TaskAction, task: LockedTask): Promise<Answer> {
    const answer = await this.answer(actor, action, task);
    const [first] = answer.refusals;
    if (first !== undefined) throw refusal(first, answer.refusals);
    return answer;
  }
}

const refusal = (first: Refusal, refusals: readonly Refusal[]): DomainError =>
  new DomainError(first.code, 'refused by the rules of authority', { ...first.details, refusals });

const factsOf = (task: LockedTask) => ({
  kind: task.kind,
  state: task.state,
  territoryCode: task.territoryCode,
  artefactHash: task.artefactHash,
  owner:
    task.ownerId === null || task.ownerName === null
      ? undefined
      : { officerId: task.ownerId, fullName: task.ownerName },
  signatures: task.signatures,
  mandate: task.mandate ?? undefined,
  desk: task.desk,
  freezes: task.freezes,
});
