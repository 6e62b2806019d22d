import { jakartaDay } from '../../shared/jakarta-day.js';

/** SQL: files of the bank that answer a file of ours `x`; each bears its order's message id, and for use its day, in the name. */
const ANSWERS = `from bank_file a
   where a.order_id = x.order_id and a.state = 'applied'
     and case x.kind when 'usage_request' then a.kind = 'usage' and a.name = replace(x.name, '.usage-request-', '.usage-')
                     when 'return_order' then a.kind = 'return' and split_part(a.name, '.', 1) = split_part(x.name, '.', 1)
                     else a.kind = 'status' and split_part(a.name, '.', 1) = split_part(x.name, '.', 1) end`;

export const IS_ANSWERED = `exists (select ${ANSWERS})`;

/** SQL: when a file of ours `x` was first answered; null while it is not. */
export const ANSWERED_AT = `(select min(a.applied_at) ${ANSWERS})`;

/** SQL: calendar days from a file of ours `x` to its first answer, or to today while there is none. */
export const DAYS_TO_ANSWER = `(coalesce(${jakartaDay(ANSWERED_AT)}, programme_today()) - ${jakartaDay('x.passed_at')})`;
