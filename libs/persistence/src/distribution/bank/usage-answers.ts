import { linesOf } from './lines-of.js';
import { jakartaDay } from '../../shared/jakarta-day.js';

/** The newest report rules, and one clear use stands; where one report alone has spoken there is nothing to put in order. */
const summed = (isOnly: boolean): string =>
  isOnly
    ? `select id, end_to_end_id, ordered_rupiah, word as last_word, is_unequal,
              case when word = 'balance_difference' or is_unequal then withdrawn_rupiah + balance_rupiah
                   else amount_rupiah end as found_rupiah,
              case when word = 'transacted' then on_date end as transacted_on, word = 'transacted' as is_transacted
         from heard`
    : `select id, end_to_end_id, ordered_rupiah,
             (array_agg(word order by said_at desc, number desc))[1] as last_word,
             (array_agg(is_unequal order by said_at desc, number desc))[1] as is_unequal,
             (array_agg(case when word = 'balance_difference' or is_unequal then withdrawn_rupiah + balance_rupiah
                             else amount_rupiah end order by said_at desc, number desc))[1] as found_rupiah,
             (array_agg(on_date order by said_at, number) filter (where word = 'transacted'))[1] as transacted_on,
             coalesce(bool_or(word = 'transacted'), false) as is_transacted
        from heard group by id, end_to_end_id, ordered_rupiah`;

/**
 * What the usage reports say of each instruction that the file names; the newest report rules, and one clear use stands.
 * "Did not transact" is said only of a family whose credit is confirmed and whose money lies there untouched: an empty
 * account, another credit or impossible days are the bank's to explain. Where two people found that she used it, that
 * stands. Values: order, number of the file.
 */
export const judgeUsage = (isOnly: boolean): string => `
  with said as (
    select a.file_number, a.end_to_end_id, count(*) as times, min(a.answer) as answer, min(a.on_date) as on_date,
           min(a.amount_rupiah) as amount_rupiah, min(a.withdrawn_rupiah) as withdrawn_rupiah,
           min(a.balance_rupiah) as balance_rupiah
      from bank_answer a where ${linesOf('usage', isOnly)}
     group by a.file_number, a.end_to_end_id
  ), told as (
    select e.id, e.amount_rupiah as ordered_rupiah, e.state, e.settled_file, e.credited_on, f.number, f.said_at, s.*
      from said s join bank_file f on f.number = s.file_number
      join entitlement e on e.end_to_end_id = s.end_to_end_id and e.order_id = $1
     where f.number > coalesce(e.settled_file, 0)
  ), heard as (
    select *, withdrawn_rupiah + balance_rupiah <> amount_rupiah as is_unequal,
           case when state = 'transacted' and settled_file is not null then 'silence'
                -- What went back early lies there no more; only use of it is news.
                when state = 'returned' then case when withdrawn_rupiah > 0 then 'balance_difference' else 'silence' end
                when times > 1 then 'use_conflict'
                when state in ('decreed', 'ordered', 'unreconciled', 'failed')
                then case when answer = 'transacted' or withdrawn_rupiah > 0 then 'used_before_credit' else 'silence' end
                when amount_rupiah is distinct from ordered_rupiah then 'use_amount'
                when answer = 'transacted' and (on_date < credited_on or on_date > ${jakartaDay('said_at')})
                then 'use_date'
                when answer = 'not_transacted' and withdrawn_rupiah > 0 then 'use_conflict'
                when withdrawn_rupiah = 0 and balance_rupiah = 0 then 'empty_account'
                when answer = 'not_transacted' and balance_rupiah <> amount_rupiah then 'balance_difference'
                else answer end as word
      from told
  ), summed as (
    ${summed(isOnly)}
  ), moves as (
    insert into entitlement_move (entitlement_id, to_state, on_date)
    select id, case when is_transacted then 'transacted' else 'not_transacted' end, transacted_on
      from summed where is_transacted or last_word = 'not_transacted'
  )
  insert into break_found (entitlement_id, end_to_end_id, type, expected_rupiah, found_rupiah)
  select id, end_to_end_id, type, ordered_rupiah, found_rupiah
    from summed cross join lateral unnest(array[
           case when last_word not in ('transacted', 'not_transacted', 'silence') then last_word end,
           case when last_word = 'transacted' and is_unequal then 'balance_difference' end,
           case when last_word = 'not_transacted' and is_transacted then 'use_withdrawn' end]) as type
   where type is not null`;

/** A credit of which the report says nothing is neither used nor unused. Values: order, number of the file. */
export const JUDGE_UNSPOKEN_USE = `
  insert into break_found (entitlement_id, end_to_end_id, type, expected_rupiah)
  select e.id, e.end_to_end_id, 'use_unknown', e.amount_rupiah from entitlement e
   where e.order_id = $1 and e.state = 'credited'
     and not exists (select from bank_answer a where a.file_number = $2 and a.end_to_end_id = e.end_to_end_id)`;
