import type { EntityManager } from 'typeorm';
import { type MandateFacts, type MandateState, ROLES, stateOfChain } from '#domain';
import { rowsOf } from '../shared/unit-of-work.js';

const RANKS = { nation: 0, province: 1, city: 2, kecamatan: 3, kelurahan: 4 } as const;
const ranksOfRoles = Object.fromEntries(Object.entries(ROLES).map(([role, level]) => [role, RANKS[level]]));

interface Step {
  id: string;
  state: MandateState;
  validFrom: string;
  validTo: string;
}

/**
 * The mandate that covers a task: the deepest slice in force (or suspended) that holds the task's place and stage and
 * was given to an office at or above the desk's, of equals the narrowest; else the city's own. Its state is that of
 * the whole chain above it.
 */
export async function mandateOfTask(manager: EntityManager, taskId: string): Promise<MandateFacts | null> {
  const steps = await rowsOf<Step>(
    manager,
    `with recursive of_task as (
       select role, stage, period_id, city_code, territory_code from task where id = $1
     ), covering as (
       select m.id from of_task t join mandate m on m.period_id = t.period_id
              and (t.territory_code = m.territory_code or starts_with(t.territory_code, m.territory_code || '.'))
         join office e on e.id = m.grantee_office_id
        where m.parent_id is null and m.territory_code = t.city_code
           or m.parent_id is not null and m.state in ('accepted', 'suspended') and t.stage = any(m.powers)
              and ($2::jsonb ->> e.level)::int <= ($3::jsonb ->> t.role)::int
        order by m.depth desc, length(m.territory_code) desc, m.id limit 1
     ), chain as (
       select m.id, m.parent_id, m.depth, m.state, m.valid_from, m.valid_to from mandate m join covering c on c.id = m.id
       union all
       select m.id, m.parent_id, m.depth, m.state, m.valid_from, m.valid_to from mandate m join chain c on c.parent_id = m.id
     )
     select id, state, valid_from::text as "validFrom", valid_to::text as "validTo" from chain order by depth`,
    [taskId, JSON.stringify(RANKS), JSON.stringify(ranksOfRoles)],
  );
  const last = steps.at(-1);
  if (last === undefined) return null;
  const state = stateOfChain(steps.map((step) => step.state));
  return { id: last.id, state, validFrom: last.validFrom, validTo: last.validTo };
}
