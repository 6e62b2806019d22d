import type { EntityManager } from 'typeorm';
import { inTerritories } from '../shared/territory-sql.js';
import { rowsOf } from '../shared/unit-of-work.js';

export interface BreakRow {
  id: string;
  orderId: string;
  endToEndId: string;
  kpmCode: string | null;
  type: string;
  expectedRupiah: string | null;
  foundRupiah: string | null;
  owner: string;
  dueOn: string;
  state: 'open' | 'settled';
  openedAt: Date;
  settledAt: Date | null;
}

/** Differences between our books and the bank's, oldest first. */
export class BreakRepository {
  constructor(private readonly manager: EntityManager) {}

  async page(filter: {
    periodId: string;
    territories: readonly string[];
    state?: string | undefined;
    afterId?: string | undefined;
    limit: number;
  }): Promise<BreakRow[]> {
    return rowsOf<BreakRow>(
      this.manager,
      `select b.id, b.order_id as "orderId", b.end_to_end_id as "endToEndId", e.kpm_code as "kpmCode", b.type,
              b.expected_rupiah as "expectedRupiah", b.found_rupiah as "foundRupiah", b.owner, b.due_on::text as "dueOn",
              b.state, b.opened_at as "openedAt", b.settled_at as "settledAt"
         from reconciliation_break b join payment_order o on o.id = b.order_id
         left join entitlement e on e.id = b.entitlement_id
        where o.period_id = $1 and ${inTerritories('coalesce(e.kelurahan_code, o.city_code)', '$2')}
          and ($3::text is null or b.state = $3) and ($4::bigint is null or b.id > $4)
        order by b.id limit $5`,
      [filter.periodId, filter.territories, filter.state ?? null, filter.afterId ?? null, filter.limit],
    );
  }
}
