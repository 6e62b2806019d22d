/** An appointment as `why` reads it: `a` is the appointment, `f` its office. Whoever stands in says so. */
export const APPOINTMENT_JSON = `
  jsonb_build_object('id', a.id, 'role', a.role, 'officeName', f.name, 'territoryCode', f.territory_code,
                     'validFrom', a.valid_from, 'validTo', a.valid_to)
    || case when a.acting is null then '{}' else jsonb_build_object('acting', a.acting) end`;
