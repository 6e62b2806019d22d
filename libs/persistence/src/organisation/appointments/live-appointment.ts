/**
 * The condition "this appointment is live today", the same everywhere: sessions, pools, notifications, screens. `alias`
 * is the appointment's. One that was proposed and not confirmed is none yet. An appointment that was ended has its last day behind it, so it stops with the next request.
 */
export const isLive = (alias: string): string =>
  `not ${alias}.is_proposed and (select programme_today()) between ${alias}.valid_from and coalesce(${alias}.valid_to, 'infinity')`;

/**
 * The condition that an officer is on leave today; `officerId` is SQL. Leave keeps new work away from somebody who could
 * not do it, and never takes a right: whoever signs in during their leave acts as on any other day.
 */
export const isOnLeave = (officerId: string): string => `exists (
  select from officer_leave l where l.officer_id = ${officerId} and l.cancelled_at is null
     and (select programme_today()) between l.first_day and l.last_day)`;
