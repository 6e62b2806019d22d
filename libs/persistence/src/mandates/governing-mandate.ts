import { type MandateFacts, type MandateState, ROLES, stateOfChain } from '#domain';

const RANKS = { nation: 0, province: 1, city: 2, kecamatan: 3, kelurahan: 4 } as const;
const ranksOfRoles = Object.fromEntries(Object.entries(ROLES).map(([role, level]) => [role, RANKS[level]]));

/** One mandate of a chain, from the top. */
export interface ChainStep {
  readonly id: string;
  readonly state: MandateState;
  readonly validFrom: string;
  readonly validTo: string;
}

/**
 * The chain of the mandate that covers the task `t`, as JSON, null where there is none: the deepest slice in force (or
 * suspended) that holds the task's place and stage and was given to an office at or above the task's, of equals the
 * narrowest; else the city's own; and all above it.
 */
export const GOVERNING_CHAIN = `(
  with recursive covering as (
    select m.id from mandate m join office e on e.id = m.grantee_office_id
     where m.period_id = t.period_id
       and (t.territory_code = m.territory_code or starts_with(t.territory_code, m.territory_code || '.'))
       and (m.parent_id is null and m.territory_code = t.city_code
            or m.parent_id is not null and m.state in ('accepted', 'suspended') and t.stage = any(m.powers)
               and ('${JSON.stringify(RANKS)}'::jsonb ->> e.level)::int
                   <= ('${JSON.stringify(ranksOfRoles)}'::jsonb ->> t.role)::int)
     order by m.depth desc, length(m.territory_code) desc, m.id limit 1
  ), chain as (
    select m.id, m.parent_id, m.depth, m.state, m.valid_from, m.valid_to
      from covering c join mandate m on m.id = c.id
    union all
    select m.id, m.parent_id, m.depth, m.state, m.valid_from, m.valid_to
      from chain c join mandate m on m.id = c.parent_id
  )
  select jsonb_agg(jsonb_build_object('id', id, 'state', state, 'validFrom', valid_from, 'validTo', valid_to)
                   order by depth) from chain)`;

/** The last of a chain, in the state that the whole chain gives it. */
export function governing(chain: readonly ChainStep[] | null): MandateFacts | null {
  const last = chain?.at(-1);
  if (chain === null || last === undefined) return null;
  return { ...last, state: stateOfChain(chain.map(({ state }) => state)) };
}
