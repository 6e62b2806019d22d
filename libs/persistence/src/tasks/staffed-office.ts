/**
 * The condition that somebody holds the office today: `role` and `territory` are SQL. Nobody means that a task of this
 * office waits for a nomination, or for the officer who is appointed next.
 */
export const officeIsHeld = (role: string, territory: string): string => `exists (
  select from appointment a join office f on f.id = a.office_id
   where a.role = ${role} and (f.territory_code = 'ID' or ${territory} = f.territory_code
                               or ${territory} like f.territory_code || '.%')
     and (select programme_today()) between a.valid_from and coalesce(a.valid_to, 'infinity'))`;
