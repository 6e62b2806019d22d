import type { EntityManager } from 'typeorm';
import { nextLife, type TaskLife } from '#domain';
import { TaskLifeRepository, DelegationRepository } from '#persistence';

/**
 * Gives open tasks back to the officers for whom they were held by dated delegations that hold no longer: ended, over,
 * or with an office that was left. A suspended task sleeps on under its principal. Returns how many; a repeat finds none.
 */
export async function returnToPrincipals(manager: EntityManager, limit = 500): Promise<number> {
  const stranded = await new DelegationRepository(manager).stranded(limit);
  const changes = stranded.map(({ id, ...from }) => ({
    ...{ taskId: id, event: 'return-to-principal' as const, from, to: backWithPrincipal(from) },
    officerId: null,
    details: { delegation: from.delegationId, to: [from.delegatedBy] },
  }));
  return changes.length === 0 ? 0 : (await new TaskLifeRepository(manager).applyAll(changes)).size;
}

const backWithPrincipal = (life: TaskLife): TaskLife => nextLife(life, { event: 'return-to-principal', actorId: null });
