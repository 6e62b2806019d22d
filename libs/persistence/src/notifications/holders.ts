import { isLive } from '../organisation/appointments/live-appointment.js';

/** A table expression: the live appointments `a` in a role that reach a territory; both are SQL. Who is disabled holds nothing. */
export const holdersOf = (role: string, territory: string): string => `lateral (
  select h.officer_id from appointment h
    join office f on f.id = h.office_id join officer o on o.id = h.officer_id and o.disabled_at is null
   where h.role = ${role} and ${isLive('h')}
     and (f.territory_code = 'ID' or ${territory} = f.territory_code or ${territory} like f.territory_code || '.%')) a`;
