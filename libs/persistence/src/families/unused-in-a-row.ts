/**
 * For how many months in a row families have not used what they were credited, as `months`, and the state of the newest case,
 * as `newest`, of those that have any. Counted are periods in which the bank confirmed the credit and a case was opened, newest first,
 * back to the last one that was used; periods in which the family was not paid, or the fault lay with bank or centre, neither count nor
 * break the row. Values: `families`, a relation with family_id; `which`, a condition on the period `p`, which may name the relation as `m`.
 */
export const unusedInARow = (families: string, which: string): string => `
  select b.family_id, sum(cardinality(b.months))::int as months,
         (array_agg(b.case_state order by b.months[1] desc))[1] as newest
    from (select l.family_id, p.months, e.state = 'transacted' as is_used, c.state as case_state,
                 max(p.months[1]) filter (where e.state = 'transacted') over (partition by l.family_id) as last_used
            from ${families} m join family_listing l on l.family_id = m.family_id
            join roster_row f on f.id = l.roster_row_id join roster r on r.id = f.roster_id
            join period p on p.id = r.period_id
            join entitlement e on e.live and e.period_id = p.id and e.purpose = p.programme and e.nik_hash = f.nik_hash
                              and e.roster_row_id = f.id and e.credited_on is not null
            left join follow_up_case c on c.entitlement_id = e.id
           where ${which}) b
   where not b.is_used and b.case_state is not null and (b.last_used is null or b.months[1] > b.last_used)
   group by b.family_id`;

/** Whether the newest case of a row is settled; a row whose newest is open, or lapsed with nobody having decided, is not. */
export const isLookedAfter = (newest: string): string => `${newest} in ('decided', 'used')`;
