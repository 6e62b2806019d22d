import type { EntityManager } from 'typeorm';
import { inTerritories } from '../../shared/territory-sql.js';
import { rowsOf } from '../../shared/unit-of-work.js';
import type { PaymentOrderRow } from './payment-order.repository.js';

/** An order as a list shows it. Money in rupiah. */
export interface OrderBoardRow {
  id: string;
  cityCode: string;
  cityName: string | null;
  messageId: string;
  state: PaymentOrderRow['state'];
  attempt: number;
  /** Its payments have failed before, in another order. */
  isReissue: boolean;
  families: number;
  amountRupiah: string;
  spmNumber: string | null;
  sp2dNumber: string | null;
  executionOn: string | null;
  /** When the bank's last file on it was taken in; null while it is silent. */
  answeredAt: Date | null;
  openBreaks: number;
}

export type OrderSort = 'place' | 'amount';

export interface OrderBoardFilter {
  readonly periodId: string;
  readonly territories: readonly string[];
  readonly states?: readonly string[] | undefined;
  /** A part of a message id, of a number of the SPM or the SP2D, or of a city's name. */
  readonly text?: string | undefined;
  readonly sort: OrderSort;
  /** Where the page before ended: the value that it is sorted by, and the order. */
  readonly after?: { readonly key: string; readonly id: string } | undefined;
  readonly limit: number;
}

const SORTS: Record<OrderSort, { readonly key: string; readonly type: string; readonly isAscending: boolean }> = {
  place: { key: 'o.city_code', type: 'text', isAscending: true },
  amount: { key: 'o.amount_rupiah', type: 'bigint', isAscending: false },
};

const HOLDING_TEXT = ['o.message_id', 'o.spm_number', 'o.sp2d_number', 't.name']
  .map((column) => `strpos(lower(${column}), lower($5)) > 0`)
  .join(' or ');

/** The orders of a period, each with what its bank has said and left open. */
export class OrderBoardReadModel {
  constructor(private readonly manager: EntityManager) {}

  async page(filter: OrderBoardFilter): Promise<OrderBoardRow[]> {
    const { key, type, isAscending } = SORTS[filter.sort];
    const [order, beyond] = isAscending ? ['asc', '>'] : ['desc', '<'];
    return rowsOf<OrderBoardRow>(
      this.manager,
      `select page.*,
              (select max(f.applied_at) from bank_file f where f.order_id = page.id and f.state = 'applied') as "answeredAt",
              (select count(*)::int from reconciliation_break b where b.order_id = page.id and b.state = 'open') as "openBreaks"
         from (select o.id, o.city_code as "cityCode", t.name as "cityName", o.message_id as "messageId", o.state, o.attempt,
                      o.reissues_id is not null as "isReissue", o.families, o.amount_rupiah as "amountRupiah",
                      o.spm_number as "spmNumber", o.sp2d_number as "sp2dNumber", o.execution_on::text as "executionOn"
                 from payment_order o left join territory t on t.code = o.city_code
                where o.period_id = $1 and ${inTerritories('o.city_code', '$2')}
                  and ($3::text[] is null or o.state = any($3))
                  and ($4::${type} is null or (${key}, o.id) ${beyond} ($4::${type}, $7::uuid))
                  and ($5::text is null or ${HOLDING_TEXT})
                order by ${key} ${order}, o.id ${order} limit $6) page`,
      [
        ...[filter.periodId, filter.territories, filter.states ?? null, filter.after?.key ?? null],
        ...[filter.text ?? null, filter.limit, filter.after?.id ?? null],
      ],
    );
  }
}
