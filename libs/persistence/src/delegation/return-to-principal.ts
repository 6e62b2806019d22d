import type { EntityManager } from 'typeorm';
import { nextLife, type TaskLife } from '#domain';
import { rowsOf } from '../shared/unit-of-work.js';
import { openTask } from '../tasks/open-task.js';
import { TaskLifeRepository } from '../tasks/life/task-life.repository.js';
import { standing } from './standing.js';

/**
 * Gives open tasks back to the officers for whom they were held by dated delegations that hold no longer: ended, over,
 * or with an office that was left. A suspended task sleeps on under its principal. Returns how many; a repeat finds none.
 */
export async function returnToPrincipals(manager: EntityManager, limit = 500): Promise<number> {
  const stranded = await rowsOf<TaskLife & { id: string }>(
    manager,
    `with ${standing('true')}
     select t.id, t.state, t.owner_id as "ownerId", t.delegated_by as "delegatedBy", t.delegation_id as "delegationId",
            t.potential_owners as "potentialOwners", t.resume_state as "resumeState",
            t.suspended_on::text as "suspendedOn", t.suspended_until::text as "suspendedUntil"
       from task t
      where t.delegation_id is not null and ${openTask('t')} and not exists (
              select from up where up.links[1] = t.delegation_id and up.officers[1] = t.delegated_by
                 and up.officers[cardinality(up.officers)] = t.owner_id)
      order by t.id limit $1 for update of t`,
    [limit],
  );
  const changes = stranded.map(({ id, ...from }) => ({
    ...{ taskId: id, event: 'return-to-principal' as const, from, to: backWithPrincipal(from) },
    officerId: null,
    details: { delegation: from.delegationId, to: [from.delegatedBy] },
  }));
  return changes.length === 0 ? 0 : (await new TaskLifeRepository(manager).applyAll(changes)).size;
}

const backWithPrincipal = (life: TaskLife): TaskLife => nextLife(life, { event: 'return-to-principal', actorId: null });
