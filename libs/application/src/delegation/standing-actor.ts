import type { EntityManager } from 'typeorm';
import type { Actor, Answer } from '#domain';
import { DelegationRepository, type TaskContext } from '#persistence';

/**
 * The person as they stand inside this transaction: delegations that ended since the request came in are gone, and those
 * that are left cannot end before it is over. Whoever stands in for nobody costs nothing.
 */
export async function standingActor<Someone extends Actor>(manager: EntityManager, actor: Someone): Promise<Someone> {
  const { standsFor } = actor;
  if (standsFor === undefined || standsFor.length === 0) return actor;
  const links = [...new Set(standsFor.flatMap((one) => one.links))];
  const holding = await new DelegationRepository(manager).holding(links);
  return { ...actor, standsFor: standsFor.filter((one) => one.links.every((link) => holding.has(link))) };
}

/** A task as it is decided: on behalf of the absent officer where somebody stands in, who then is accountable for it. */
export function onBehalf(task: TaskContext, { standIn }: Answer): TaskContext {
  if (standIn === undefined) return task;
  const { principal, delegationId } = standIn;
  return { ...task, delegatedBy: principal.officerId, delegatedByName: principal.fullName, delegationId };
}

/** For `nextLife`: whom the actor stands in for. */
export const behalfOf = ({ standIn }: Answer) =>
  standIn && { principalId: standIn.principal.officerId, delegationId: standIn.delegationId };

/** Who passed the office on: they sign with the others, so that none of them signs the chain in another capacity later. */
export const betweenOf = ({ standIn }: Answer): readonly string[] =>
  (standIn?.between ?? []).map(({ officerId }) => officerId);
