import { jakartaDay } from '../../shared/jakarta-day.js';

/** SQL: the first day on which anybody could visit a case `c`, that of its first task; ISO date. */
export const OPENED_ON = `(select min(${jakartaDay('v.created_at')})::text from task v
  where v.subject_type = 'case' and v.subject_id = c.id::text)`;
