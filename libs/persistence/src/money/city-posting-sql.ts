import { jakartaDay } from '../shared/jakarta-day.js';

/** What the postings of a statement have to return for `keepCitySums`. */
export const POSTED = 'returning transaction_id, account, families, amount_rupiah';

/**
 * SQL: keeps what the postings in the common table `posted` did to each account of their city. Every statement that posts
 * does this too, so that the two can't part; what only moved inside the city leaves nothing.
 */
export const keepCitySums = (posted: string): string =>
  `insert into city_posting (transaction_id, period_id, city_code, account, families, amount_rupiah, posted_on)
   select t.id, t.period_id, t.city_code, p.account, sum(p.families), sum(p.amount_rupiah), ${jakartaDay('t.posted_at')}
     from ${posted} p join ledger_transaction t on t.id = p.transaction_id
    group by t.id, p.account having sum(p.families) <> 0 or sum(p.amount_rupiah) <> 0`;
