import type { EntityManager } from 'typeorm';
import type { PaymentChannel } from '#domain';
import { oneOf, UNUSED_STATES } from '../../money/money-held.js';
import { inTerritories } from '../../shared/territory-sql.js';
import { rowsOf } from '../../shared/unit-of-work.js';
import { payerName } from '../service/of-payer.js';
import { lastDayOfUseOf } from './last-day-of-use.js';

/**
 * Where the return of an order stands: `ahead` of its last day of use, `soon` and `near` within the days of the policy, `due` once that day has
 * passed and nobody has instructed it, `at_bank`, `deposited` until the treasurer confirms it, and `done`.
 */
export const RETURN_STAGES = [...(['ahead', 'soon', 'near', 'due', 'at_bank', 'deposited', 'done'] as const)];
export type ReturnStage = (typeof RETURN_STAGES)[number];

/** The rules of a period about its last day of use. */
export interface ReturnRules {
  readonly periodId: string;
  /** `return.window` of the policy. */
  readonly window: string;
  /** Calendar days before the last day of use, as escalations count them. */
  readonly soonDays: number;
  readonly nearDays: number;
}

/** One order in the calendar. Money in rupiah, days are calendar days in Jakarta. */
export interface ReturnCalendarRow {
  orderId: string;
  messageId: string;
  periodId: string;
  cityCode: string;
  cityName: string | null;
  channel: PaymentChannel;
  /** Who pays the order; `-` where the rules of the programme say. */
  payer: string;
  lastDayOfUse: string;
  /** Days until then, from the programme's today; negative afterwards. */
  daysLeft: number;
  stage: ReturnStage;
  /** Paid in and not used by now. */
  unused: number;
  unusedRupiah: string;
  /** Of those, kept for the family by a hold that is in force. */
  onHold: number;
  returned: number;
  returnedRupiah: string;
}

export interface ReturnCalendarFilter {
  readonly rules: readonly ReturnRules[];
  readonly territories: readonly string[];
  readonly stages: readonly ReturnStage[];
  /** A part of a message id or of a city's name. */
  readonly text?: string | undefined;
  /** Where the page before ended: the last day of use, and the order. */
  readonly after?: { readonly key: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** Nothing is left to instruct of an order whose list was empty. */
const STAGE = `case
  when r.state = 'confirmed' or (r.state = 'drafted' and r.families = 0) or r.state = 'overtaken' then 'done'
  when r.state = 'deposited' then 'deposited'
  when r.state in ('held', 'sent') then 'at_bank'
  when d.day < programme_today() then 'due'
  when d.day - programme_today() <= w."nearDays" then 'near'
  when d.day - programme_today() <= w."soonDays" then 'soon'
  else 'ahead' end`;

const PAGE = `select o.id, o.message_id, o.period_id, o.city_code, t.name as city_name, o.channel, ${payerName('o')} as payer, d.day, s.stage
    from jsonb_to_recordset($1::jsonb) as w("periodId" uuid, "window" text, "soonDays" int, "nearDays" int)
    join payment_order o on o.period_id = w."periodId"
    left join territory t on t.code = o.city_code
    left join treasury_return r on r.order_id = o.id and r.number = 0
   cross join lateral (select ${lastDayOfUseOf('o', 'w."window"')} as day) d
   cross join lateral (select ${STAGE} as stage) s
   where o.state in ('sent', 'settled') and ${inTerritories('o.city_code', '$2')} and s.stage = any($3::text[])
     and ($4::text is null or strpos(lower(o.message_id), lower($4)) > 0 or strpos(lower(t.name), lower($4)) > 0)
     and ($5::date is null or (d.day, o.id) > ($5::date, $6::uuid))
   order by d.day, o.id limit $7`;

const UNUSED = `e.state in ${oneOf(UNUSED_STATES)}`;
const ON_HOLD = `exists (select from case_measure m where m.entitlement_id = e.id and m.kind = 'hold' and m.state = 'in_force')`;

/** The orders whose money goes back unless families use it, the next last day of use first. */
export class ReturnCalendarReadModel {
  constructor(private readonly manager: EntityManager) {}

  async page(filter: ReturnCalendarFilter): Promise<ReturnCalendarRow[]> {
    return rowsOf<ReturnCalendarRow>(
      this.manager,
      `select page.id as "orderId", page.message_id as "messageId", page.period_id as "periodId", page.city_code as "cityCode",
              page.city_name as "cityName", page.channel, page.payer, page.day::text as "lastDayOfUse",
              page.day - programme_today() as "daysLeft", page.stage, f.*
         from (${PAGE}) page
        cross join lateral (
         select count(*) filter (where ${UNUSED})::int as unused,
                coalesce(sum(e.amount_rupiah) filter (where ${UNUSED}), 0)::bigint::text as "unusedRupiah",
                count(*) filter (where ${UNUSED} and ${ON_HOLD})::int as "onHold",
                count(*) filter (where e.state = 'returned')::int as returned,
                coalesce(sum(e.amount_rupiah) filter (where e.state = 'returned'), 0)::bigint::text as "returnedRupiah"
           from entitlement e where e.order_id = page.id) f
        order by page.day, page.id`,
      [
        ...[JSON.stringify(filter.rules), filter.territories, filter.stages, filter.text ?? null],
        ...[filter.after?.key ?? null, filter.after?.id ?? null, filter.limit],
      ],
    );
  }
}
