import type { EntityManager } from 'typeorm';
import type { BreakResolution, BreakType, ReturnBalance } from '#domain';
import { familyOfRow } from '../../families/family-of-row.js';
import { ofPayer } from '../service/of-payer.js';
import { FOR_PEOPLE } from './break-for-people.js';
import { isGivenUp } from './given-up.js';
import { BY_KEY } from '../return/of-return.js';
import { DEPOSIT_OF } from '../return/treasury-return.repository.js';
import { inTerritories } from '../../shared/territory-sql.js';
import { rowOf, rowsOf } from '../../shared/unit-of-work.js';
import { jakartaDay } from '../../shared/jakarta-day.js';

export interface BreakRow {
  id: string;
  orderId: string;
  endToEndId: string;
  kpmCode: string | null;
  familyCode: string | null;
  type: BreakType;
  expectedRupiah: string | null;
  foundRupiah: string | null;
  owner: string;
  dueOn: string;
  state: 'open' | 'settled';
  /** The bank's own reason, where it gave one. */
  reason: string | null;
  said: { answer: string; amountRupiah: string | null }[] | null;
  resolution: BreakResolution | null;
  explanation: string | null;
  /** It waits for two people; others a later file may settle until their deadline. */
  isForPeople: boolean;
  isSettledByPeople: boolean;
  openedAt: Date;
  settledAt: Date | null;
}

export type BreakSort = 'number' | 'due';

export interface BreakFilter {
  readonly periodId: string;
  readonly territories: readonly string[];
  readonly state?: string | undefined;
  readonly type?: string | undefined;
  readonly orderId?: string | undefined;
  /** A break's number with or without `B-`, a family's code, or the number of its payment. */
  readonly text?: string | undefined;
  /** Of a kelurahan or what lies above it. */
  readonly territoryCode?: string | undefined;
  /** The bank's file that opened it, or that settled it. */
  readonly openedBy?: string | undefined;
  readonly settledBy?: string | undefined;
  /** The name of who pays the order, `-` for the rules', and how. */
  readonly payer?: string | undefined;
  readonly channel?: string | undefined;
  readonly sort: BreakSort;
  /** Where the page before ended: its due day, and its number. */
  readonly after?: { readonly key: string; readonly id: string } | undefined;
  readonly limit: number;
}

const SORTED_BY: Record<BreakSort, string> = { number: 'b.id', due: '(b.due_on, b.id)' };
const AFTER: Record<BreakSort, string> = { number: '$4::bigint', due: '($8::date, $4::bigint)' };

/** Differences between our books and the bank's. */
export class BreakRepository {
  constructor(private readonly manager: EntityManager) {}

  async page(filter: BreakFilter): Promise<BreakRow[]> {
    const { sort } = filter;
    return rowsOf<BreakRow>(
      this.manager,
      `select b.id, b.order_id as "orderId", b.end_to_end_id as "endToEndId", e.kpm_code as "kpmCode",
              ${familyOfRow('e.roster_row_id')} as "familyCode", b.type,
              b.expected_rupiah as "expectedRupiah", b.found_rupiah as "foundRupiah", b.owner, b.due_on::text as "dueOn",
              b.state, b.reason, b.said, b.resolution, b.explanation, b.state = 'open' and ${FOR_PEOPLE} as "isForPeople",
              b.settled_round is not null as "isSettledByPeople",
              b.opened_at as "openedAt", b.settled_at as "settledAt"
         from reconciliation_break b join payment_order o on o.id = b.order_id
         left join entitlement e on e.id = b.entitlement_id
        where o.period_id = $1 and ${inTerritories('coalesce(e.kelurahan_code, o.city_code)', '$2')}
          and ($3::text is null or b.state = $3) and ($6::uuid is null or b.order_id = $6)
          and ($7::text is null or b.type = $7)
          and ($10::uuid is null or b.opened_by = $10) and ($11::uuid is null or b.settled_by = $11)
          and ${ofPayer('o', '$12', '$13')}
          and ($14::text is null or ${inTerritories('coalesce(e.kelurahan_code, o.city_code)', 'array[$14::text]')})
          and ($8::date is null or ${SORTED_BY[sort]} > ${AFTER[sort]})
          and ($9::text is null or upper($9) in ('B-' || b.id, b.id::text, upper(e.kpm_code), upper(b.end_to_end_id)))
        order by ${sort === 'due' ? 'b.due_on, b.id' : 'b.id'} limit $5`,
      [
        ...[filter.periodId, filter.territories, filter.state ?? null, filter.after?.id ?? null, filter.limit],
        ...[filter.orderId ?? null, filter.type ?? null, filter.after?.key ?? null, filter.text ?? null],
        ...[filter.openedBy ?? null, filter.settledBy ?? null, filter.payer ?? null, filter.channel ?? null],
        filter.territoryCode ?? null,
      ],
    );
  }

  async openCount(orderId: string): Promise<number> {
    const row = await rowOf<{ breaks: number }>(
      this.manager,
      `select count(*)::int as breaks from reconciliation_break where order_id = $1 and state = 'open'`,
      [orderId],
    );
    return row?.breaks ?? 0;
  }

  /** Opens a break of the order as a whole. One that is open already stays as it is; false then. */
  async openOfOrder(
    orderId: string,
    found: {
      readonly type: BreakType;
      readonly endToEndId: string;
      readonly reason?: string | undefined;
      readonly dueOn: string;
    },
  ): Promise<boolean> {
    const row = await rowOf(
      this.manager,
      `insert into reconciliation_break (order_id, end_to_end_id, type, reason, owner, due_on, state, opened_at)
       values ($1, $2, $3, $4, 'bank', $5, 'open', programme_now())
       on conflict (order_id, end_to_end_id, type) where (state = 'open') do nothing returning id`,
      [orderId, found.endToEndId, found.type, found.reason ?? null, found.dueOn],
    );
    return row !== undefined;
  }

  /**
   * Holds the treasury's receipts against the families' rows once the bank has answered: a difference is a break of the
   * order while it is there, but for one that two people have explained. `key` is that of the return. Rupiah.
   */
  async holdDeposit(
    key: string,
    { returnedRupiah, depositedRupiah, isExplained }: ReturnBalance,
    dueOn: string,
  ): Promise<void> {
    if (returnedRupiah === depositedRupiah || isExplained) {
      await this.manager.query(
        `update reconciliation_break b set state = 'settled', settled_at = programme_now() from treasury_return r
          where ${BY_KEY} and b.order_id = r.order_id and b.end_to_end_id = ${DEPOSIT_OF} and b.type = 'deposit_difference' and b.state = 'open'`,
        [key],
      );
      return;
    }
    await this.manager.query(
      `insert into reconciliation_break as b (order_id, end_to_end_id, type, expected_rupiah, found_rupiah, owner, due_on, state, opened_at)
       select r.order_id, ${DEPOSIT_OF}, 'deposit_difference', $2::bigint, $3::bigint, 'bank', $4::date, 'open', programme_now()
         from treasury_return r where ${BY_KEY} and r.state in ('deposited', 'confirmed')
       on conflict (order_id, end_to_end_id, type) where (state = 'open')
       do update set expected_rupiah = excluded.expected_rupiah, found_rupiah = excluded.found_rupiah,
                     -- What was proposed for other figures is no longer proposed.
                     proposed_round = case when (b.expected_rupiah, b.found_rupiah) = (excluded.expected_rupiah, excluded.found_rupiah)
                                           then b.proposed_round end`,
      [key, returnedRupiah.toString(), depositedRupiah.toString(), dueOn],
    );
  }

  /** The day (ISO date) on which the bank was last asked again for this answer; null when it never was. */
  async askedAgainOn(orderId: string, answer: string): Promise<string | null> {
    const row = await rowOf<{ askedOn: string | null }>(
      this.manager,
      `select max(${jakartaDay('settled_at')})::text as "askedOn" from reconciliation_break
        where order_id = $1 and end_to_end_id = $2 and type = 'late' and settled_round is not null`,
      [orderId, answer],
    );
    return row?.askedOn ?? null;
  }

  /** Whether two people have decided since that day (ISO date) to expect no more report on use. */
  async wasGivenUpSince(orderId: string, day: string): Promise<boolean> {
    const row = await rowOf(
      this.manager,
      `select 1 where ${isGivenUp('$1', `'usage'`, `${jakartaDay('g.settled_at')} >= $2::date`)}`,
      [orderId, day],
    );
    return row !== undefined;
  }
}
