import { isLive } from '../../organisation/appointments/live-appointment.js';

/**
 * The condition that somebody holds the office today: `role` and `territory` are SQL. Nobody means that a task of this
 * office waits for a nomination, or for the officer who is appointed next.
 * Whoever is on leave still holds it: the task is theirs when they are back, waits in the open, and is escalated when late.
 */
export const officeIsHeld = (role: string, territory: string): string => `exists (
  select from appointment a join office f on f.id = a.office_id
   where a.role = ${role} and (f.territory_code = 'ID' or ${territory} = f.territory_code
                               or ${territory} like f.territory_code || '.%')
     and ${isLive('a')})`;
