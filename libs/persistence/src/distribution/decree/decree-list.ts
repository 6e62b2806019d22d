import { doubtOutcome } from '../../rosters/doubts/doubt-outcome.js';
import { areaInForce } from '../service/service-area.repository.js';
import { rowDigest } from './list-hash.js';

/**
 * Already paid for one of these months: by another city, or by another batch whose months overlap. Each is looked up by the
 * index that keeps a second live payment out.
 */
const IS_PAID_ELSEWHERE = `exists (
    select from entitlement e
     where e.live and e.nik_hash = f.nik_hash and e.purpose = (select programme from period where id = $1)
       and e.period_id = any(array(
             select o.id from period own join period o on o.programme = own.programme and o.months && own.months
              where own.id = $1))
       and (e.period_id, e.city_code) is distinct from ($1::uuid, $2::text))`;

const PERIOD = (column: string): string => `(select ${column} from period where id = $1)`;
const LACKS_ACCOUNT = `(f.account_hash is null or f.findings @> '[{"code": "ACCOUNT_LENGTH"}]')`;

/**
 * By which channel a row is paid: as its period says, but that a family without an account which a bank can carry fetches its money at the
 * post office, where one pays in the city.
 */
const CHANNEL = `case when ${PERIOD('channel')} = 'post'
    or (${LACKS_ACCOUNT} and ${areaInForce('$2', PERIOD('programme'), `'post'`)} is not null) then 'post' else 'card' end`;

/** Why a family on the roster is not paid; the first that applies. Null for those who are. */
const EXCLUSION = `case
  when f.state = 'invalid' then 'row_invalid' when f.state = 'duplicate' then 'row_duplicate'
  when f.verdict = 'ineligible' then 'ineligible_' || coalesce(f.verdict_reason, 'unknown')
  when f.verdict is distinct from 'eligible' then 'not_verified'
  when way.channel = 'card' and f.account_hash is null then 'no_account'
  when way.channel = 'card' and f.findings @> '[{"code": "ACCOUNT_LENGTH"}]' then 'account_format'
  when way.channel = 'card' and f.findings @> '[{"code": "ACCOUNT_DUPLICATE"}]' then 'account_shared'
  when q.exclusion is not null then q.exclusion
  when f.match_result is distinct from 'matched' and q.is_identity_asked is not true then 'frozen_' || coalesce(f.match_result, 'unmatched')
  when ${IS_PAID_ELSEWHERE} then 'paid_elsewhere'
  end`;

/** Signed is the account that is paid; none where the money waits for a person. */
const ACCOUNT = `case way.channel when 'card' then f.account_hash end`;

/**
 * Every family of a roster as the decree sees it now: paid where `exclusion` is null, those within the quota first, in roster
 * order. Columns id, kelurahan_code, digest, channel, rupiah_per_family, exclusion. Values: period, city, roster.
 */
export const DECREE_LIST = `
  with doubted as (${doubtOutcome('$3')}
  ), judged as (
    select f.id, f.kelurahan_code, ${rowDigest({ who: 'f', account: ACCOUNT, sealed: 'f.sealed' })} as digest, way.channel,
           ${EXCLUSION} as exclusion
      from roster_row f cross join lateral (select ${CHANNEL} as channel) way left join doubted q on q.roster_row_id = f.id where f.roster_id = $3
  ), ranked as (
    select j.*, case when j.exclusion is null then row_number() over (partition by j.exclusion is null order by j.id) end as place
      from judged j
  )
  select r.id, r.kelurahan_code, r.digest, r.channel, a.rupiah_per_family,
         case when r.place > a.quota_families then 'over_quota' else r.exclusion end as exclusion
    from ranked r cross join (select * from allocation where period_id = $1 and city_code = $2) a`;
