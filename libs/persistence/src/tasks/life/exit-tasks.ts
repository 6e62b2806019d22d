import type { EntityManager } from 'typeorm';
import type { TaskKind } from '#domain';
import { closedFor, moving } from './moving.js';

interface Exit {
  readonly subjectId: string;
  readonly kinds: readonly TaskKind[];
  /** What the history says; a constant of the program. */
  readonly reason: string;
}

/** Closes the open tasks of these kinds about a subject, which is settled without them, and tells their workflows that they were skipped. A repeat changes nothing. */
export async function exitTasks(manager: EntityManager, { subjectId, kinds, reason }: Exit): Promise<void> {
  await manager.query(
    `with ${moving({
      event: 'exit',
      set: closedFor('$3'),
      where: 't.subject_id = $1::text and t.kind = any($2::text[])',
      reason: '$3',
    })}, told as (
      insert into outbox (workflow_id, kind, payload)
      select t.workflow_id, 'decision', jsonb_build_object('taskId', t.id, 'kind', t.kind, 'outcome', 'skipped') from moved t
    ) select count(*) from noted`,
    [subjectId, kinds, reason],
  );
}
