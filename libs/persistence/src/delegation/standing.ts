import { MOST_LINKS } from '#domain';
import type { Prepared } from '../shared/prepared.js';
import { APPOINTMENT_JSON } from '../organisation/appointments/appointment-json.js';
import { isLive } from '../organisation/appointments/live-appointment.js';

const TODAY = '(select programme_today())';

const held = (appointment: string): string =>
  `exists (select from appointment p where p.id = ${appointment} and p.acting is null
             and ${isLive('p')})`;

/** Holds today: not ended, of its days, between two offices that are both still held, by officers who may still sign in. */
const holdsToday = `not exists (select from officer x where x.id in (d.from_officer_id, d.to_officer_id)
     and x.disabled_at is not null) and d.ended_at is null and ${TODAY} between d.valid_from and d.valid_to
  and ${held('d.appointment_id')} and ${held('d.to_appointment_id')}`;

/**
 * Who stands in for whom today, along chains: `who` narrows the last link `d`. Rows of `up`: the office that is stood
 * in for, its delegations in order, the officers from the absent one to who stands in.
 */
export const standing = (who: string): string => `recursive up as (
    select d.appointment_id, array[d.id] as links, array[d.from_officer_id, d.to_officer_id] as officers, d.valid_to
      from office_delegation d where ${who} and ${holdsToday}
    union all
    select d.appointment_id, d.id || up.links, d.from_officer_id || up.officers, least(d.valid_to, up.valid_to)
      from up join office_delegation d on d.to_appointment_id = up.appointment_id
     where cardinality(up.links) < ${MOST_LINKS} and not d.from_officer_id = any(up.officers) and ${holdsToday}
  )`;

const person = (officer: string): string =>
  `jsonb_build_object('officerId', ${officer}.id, 'fullName', ${officer}.full_name)`;

/** Whether an officer stands in for anybody today: one look into an index, for every request asks it. */
export const standsIn = (officerId: string): string => `
  exists (select from office_delegation d where d.to_officer_id = ${officerId} and d.ended_at is null
             and ${TODAY} between d.valid_from and d.valid_to)`;

/**
 * The offices in which an officer, `$1`, stands in today, as `why` reads them. A statement of its own: as a part of the
 * query that loads the person it cost everybody a third more, for starting it, though almost nobody stands in.
 */
export const STANDS_FOR: Prepared = {
  name: 'stands-for',
  text: `
  with ${standing('d.to_officer_id = $1::uuid')}
  select up.links[1] as "delegationId", up.links, ${person('absent')} as principal, up.valid_to::text as "validTo",
         ${APPOINTMENT_JSON} as appointment,
         (select coalesce(jsonb_agg(${person('via')} order by array_position(up.officers, via.id)), '[]')
            from officer via where via.id = any(up.officers[2:cardinality(up.officers) - 1])) as between
    from up join officer absent on absent.id = up.officers[1]
    join appointment a on a.id = up.appointment_id join office f on f.id = a.office_id
   order by absent.full_name, up.links[1]`,
};
