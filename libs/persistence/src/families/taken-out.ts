/**
 * When and why families were taken out, as `at` and `reason`: their kelurahan found them not eligible, two people excluded them, or
 * a suspension or exclusion by a follow-up case came into force. Only
 * what still holds: no signed re-entry since, and no decree that lists the family since. Values: `families`, a relation
 * with family_id; `before`, a condition on the list `r` in which it was.
 */
export const takenOut = (families: string, before: string): string => `
  select o.* from (
    select l.family_id, f.verdict_at as at, coalesce(f.verdict_reason, 'unknown') as reason
      from ${families} m join family_listing l on l.family_id = m.family_id
      join roster_row f on f.id = l.roster_row_id and f.verdict = 'ineligible'
      join roster r on r.id = f.roster_id where ${before}
    union all
    select l.family_id, d.settled_at, 'adjudicated_' || d.kind
      from ${families} m join family_listing l on l.family_id = m.family_id
      join family_doubt d on d.roster_row_id = l.roster_row_id and d.decision = 'excluded' and d.settled_at is not null
       and d.kind <> 'excluded'
      join roster r on r.id = d.roster_id where ${before}
    union all
    select l.family_id, s.in_force_at, 'case_' || s.kind
      from ${families} m join family_listing l on l.family_id = m.family_id
      join roster_row f on f.id = l.roster_row_id
      join entitlement e on e.roster_row_id = f.id
      join follow_up_case k on k.entitlement_id = e.id
      join case_sanction s on s.case_id = k.id and s.state = 'in_force'
      join roster r on r.id = f.roster_id where ${before}) o
   where not exists (select from family_change c where c.family_id = o.family_id and c.field = 'reentry'
                        and c.state = 'confirmed' and c.decided_at > o.at)
     and not exists (select from family_listing k join entitlement e on e.roster_row_id = k.roster_row_id
                       join decree n on n.id = e.decree_id
                      where k.family_id = o.family_id and n.ratified_at > o.at)`;
