import type { EntityManager } from 'typeorm';
import { type MandateFacts, type MandateState, ROLES, stateOfChain } from '#domain';
import { rowsOf } from '../shared/unit-of-work.js';

const RANKS = { nation: 0, province: 1, city: 2, kecamatan: 3, kelurahan: 4 } as const;
const ranksOfRoles = Object.fromEntries(Object.entries(ROLES).map(([role, level]) => [role, RANKS[level]]));

interface Step {
  taskId: string;
  id: string;
  state: MandateState;
  validFrom: string;
  validTo: string;
}

/**
 * The mandates that cover these tasks, by task: the deepest slice in force (or suspended) that holds the task's place
 * and stage and was given to an office at or above the desk's, of equals the narrowest; else the city's own. Its state
 * is that of the whole chain above it. A task without a mandate is missing.
 */
export async function mandatesOfTasks(
  manager: EntityManager,
  taskIds: readonly string[],
): Promise<Map<string, MandateFacts>> {
  const steps = await rowsOf<Step>(
    manager,
    `with recursive covering as (
       select t.id as task_id, c.id
         from task t cross join lateral (
           select m.id from mandate m join office e on e.id = m.grantee_office_id
            where m.period_id = t.period_id
              and (t.territory_code = m.territory_code or starts_with(t.territory_code, m.territory_code || '.'))
              and (m.parent_id is null and m.territory_code = t.city_code
                   or m.parent_id is not null and m.state in ('accepted', 'suspended') and t.stage = any(m.powers)
                      and ($2::jsonb ->> e.level)::int <= ($3::jsonb ->> t.role)::int)
            order by m.depth desc, length(m.territory_code) desc, m.id limit 1) c
        where t.id = any($1::uuid[])
     ), chain as (
       select c.task_id, m.id, m.parent_id, m.depth, m.state, m.valid_from, m.valid_to
         from covering c join mandate m on m.id = c.id
       union all
       select c.task_id, m.id, m.parent_id, m.depth, m.state, m.valid_from, m.valid_to
         from chain c join mandate m on m.id = c.parent_id
     )
     select task_id as "taskId", id, state, valid_from::text as "validFrom", valid_to::text as "validTo"
       from chain order by task_id, depth`,
    [taskIds, JSON.stringify(RANKS), JSON.stringify(ranksOfRoles)],
  );
  return new Map([...Map.groupBy(steps, ({ taskId }) => taskId)].map(([taskId, chain]) => [taskId, governing(chain)]));
}

/** The last of a chain from the top, in the state that the whole chain gives it. */
function governing(chain: readonly Step[]): MandateFacts {
  const last = chain.at(-1);
  if (last === undefined) throw new Error('a chain has at least one mandate');
  const { id, validFrom, validTo } = last;
  return { id, state: stateOfChain(chain.map((step) => step.state)), validFrom, validTo };
}
