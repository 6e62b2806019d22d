/**
 * What became of the frozen money: taken back, used by then after all, or refused, which moves nothing and is a break.
 * Another amount than was frozen is no return; what is held on a named ground is no file's to take. Values: order, number of the file.
 */
export const JUDGE_RETURN = `
  with told as (
    select e.id, e.end_to_end_id, e.amount_rupiah as held_rupiah, count(distinct a.answer) as words, min(a.answer) as answer,
           min(a.reason) as reason, min(a.on_date) as on_date, min(a.amount_rupiah) as amount_rupiah
      from bank_answer a join entitlement e on e.end_to_end_id = a.end_to_end_id and e.order_id = $1
     where a.file_number = $2
       and not exists (select from case_measure m where m.entitlement_id = e.id and m.kind = 'hold' and m.state = 'in_force')
     group by e.id
  ), heard as (
    select *, case when words > 1 then 'refused' when answer = 'returned' and amount_rupiah <> held_rupiah then 'refused'
                   else answer end as word
      from told
  ), moves as (
    insert into entitlement_move (entitlement_id, to_state, on_date) select id, word, on_date from heard where word <> 'refused'
  )
  insert into break_found (entitlement_id, end_to_end_id, type, expected_rupiah, found_rupiah, reason)
  select id, end_to_end_id, 'debit_refused', held_rupiah, amount_rupiah, reason from heard where word = 'refused'`;
