import { linesOf } from './lines-of.js';

/**
 * How what was heard of an instruction is summed up. Nearly always one report alone has spoken of it, and then nothing need
 * be put in order; `isOnly` says that no other file of this kind and sending has a line.
 */
const summed = (isOnly: boolean): string =>
  isOnly
    ? `select id, end_to_end_id, ordered_rupiah, state, number as last_number,
              coalesce(settled_as, case when word in ('credited', 'failed') then word end) as first_word,
              nullif(word, 'pending') as last_word, amount_rupiah as found_rupiah,
              case when word = 'failed' then reason end as reason, case when word = 'credited' then on_date end as credited_on,
              word = 'credited' as is_credited, word = 'failed' as is_failed,
              came_back and settled_as is distinct from 'failed' as came_back
         from heard`
    : `select id, end_to_end_id, ordered_rupiah, state,
              (array_agg(number order by said_at desc, number desc) filter (where word <> 'pending'))[1] as last_number,
              coalesce(settled_as, (array_agg(word order by said_at, number)
                                     filter (where word in ('credited', 'failed')))[1]) as first_word,
              (array_agg(word order by said_at desc, number desc) filter (where word <> 'pending'))[1] as last_word,
              (array_agg(amount_rupiah order by said_at desc, number desc) filter (where word <> 'pending'))[1] as found_rupiah,
              (array_agg(reason order by said_at, number) filter (where word = 'failed'))[1] as reason,
              (array_agg(on_date order by said_at, number) filter (where word = 'credited'))[1] as credited_on,
              coalesce(bool_or(word = 'credited'), false) as is_credited,
              coalesce(bool_or(word = 'failed'), false) as is_failed,
              bool_or(came_back) and settled_as is distinct from 'failed' as came_back
         from heard group by id, end_to_end_id, ordered_rupiah, state, settled_as`;

/**
 * What the status reports of this sending say of each instruction that the file names, read anew from every file and in
 * the order in which the bank wrote them: a file that comes late, twice or out of order ends in the same place. Values:
 * order, number of the file, sending.
 *
 * A final answer that changes is a break and moves no money towards the family; one that takes money back does, for what
 * came back is no longer hers; a statement may tell of both at once. Words that contradict each other in one file, or
 * another amount, wait for a clear word.
 */
export const judgeStatus = (isOnly: boolean): string => `
  with said as (
    select a.file_number, a.end_to_end_id, count(*) as times,
           min(a.answer) <> max(a.answer) or min(a.amount_rupiah) <> max(a.amount_rupiah)
             or count(a.amount_rupiah) not in (0, count(*)) as is_contradiction,
           bool_or(a.answer = 'came_back') as came_back, min(a.answer) as answer, min(a.reason) as reason,
           min(a.on_date) as on_date, min(a.amount_rupiah) as amount_rupiah
      from bank_answer a where ${linesOf('status', isOnly)}
     group by a.file_number, a.end_to_end_id
  ), told as (
    select e.id, e.amount_rupiah as ordered_rupiah, e.state, e.settled_as, f.number, f.said_at, s.*
      from said s join bank_file f on f.number = s.file_number and f.attempt = $3
      join entitlement e on e.end_to_end_id = s.end_to_end_id and e.order_id = $1
     where f.number > coalesce(e.settled_file, 0)
  ), heard as (
    select *, case when came_back then 'failed' when is_contradiction then 'conflict' when times > 1 then 'duplicate'
                   when answer = 'credited' and amount_rupiah is distinct from ordered_rupiah then 'amount_mismatch'
                   else answer end as word
      from told
  ), summed as (
    ${summed(isOnly)}
  ), moves as (
    insert into entitlement_move (entitlement_id, to_state, reason, on_date)
    select id, case when first_word is null then 'ordered' when first_word = 'failed' or is_failed then 'failed'
                    else 'credited' end,
           reason, credited_on
      from summed where first_word is not null or state = 'unreconciled'
  )
  insert into break_found (entitlement_id, end_to_end_id, type, expected_rupiah, found_rupiah, reason, said)
  select id, end_to_end_id, type, ordered_rupiah, found_rupiah, reason,
         case when type in ('conflict', 'duplicate') then (
           select jsonb_agg(distinct jsonb_build_object('answer', a.answer, 'amountRupiah', a.amount_rupiah::text))
             from bank_answer a where a.file_number = last_number and a.end_to_end_id = summed.end_to_end_id) end
    from summed cross join lateral unnest(array[
           case when first_word = 'failed' and is_credited and not came_back
                then case state when 'reissued' then 'paid_twice' else 'changed_answer' end end,
           case when came_back or first_word = 'credited' and is_failed then 'later_return' end,
           case when last_word in ('conflict', 'duplicate', 'amount_mismatch') then last_word end]) as type
   where type is not null`;

/**
 * Silence is no answer: what no report of this sending names is unreconciled. Values: order, number of the file, sending.
 */
export const judgeSilence = (isOnly: boolean): string => `
  with spoken as (
    select a.end_to_end_id from bank_answer a
     where ${isOnly ? 'a.file_number = $2' : `a.file_number in (select number from bank_file where order_id = $1 and kind = 'status' and state = 'applied' and attempt = $3)`}
  ), silent as (
    select e.id, e.end_to_end_id, e.amount_rupiah from entitlement e
     where e.order_id = $1 and e.state = 'ordered' and $2::bigint is not null and $3::int is not null
       and not exists (select from spoken s where s.end_to_end_id = e.end_to_end_id)
  ), moves as (
    insert into entitlement_move (entitlement_id, to_state) select id, 'unreconciled' from silent
  )
  insert into break_found (entitlement_id, end_to_end_id, type, expected_rupiah)
  select id, end_to_end_id, 'unmatched_internal', amount_rupiah from silent`;

/** The group's answer, said of each instruction. Values: file, order, answer, reason, day of the credit. */
export const SPREAD_GROUP_ANSWER = `
  insert into bank_answer (file_number, end_to_end_id, line, answer, reason, on_date, amount_rupiah)
  select $1, end_to_end_id, row_number() over (order by id), $3::text, $4::text, $5::date, amount_rupiah
    from entitlement where order_id = $2`;
