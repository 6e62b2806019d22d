import type { EntityManager } from 'typeorm';
import type { EntitlementState } from '#domain';
import { ofPayer } from '../distribution/service/of-payer.js';
import { familyOfRow } from '../families/family-of-row.js';
import { isIdle } from './money-held.js';
import { inTerritories } from '../shared/territory-sql.js';
import { rowsOf } from '../shared/unit-of-work.js';

export interface EntitlementRow {
  id: string;
  kpmCode: string;
  familyCode: string | null;
  kelurahanCode: string;
  kelurahanName: string | null;
  amountRupiah: string;
  state: EntitlementState;
  reason: string | null;
  endToEndId: string;
  creditedOn: string | null;
  transactedOn: string | null;
}

/** Families' money, as lists show it: the rows behind every number. */
export class EntitlementRepository {
  constructor(private readonly manager: EntityManager) {}

  async page(filter: {
    periodId: string;
    territories: readonly string[];
    territoryCode?: string | undefined;
    states?: readonly EntitlementState[] | undefined;
    /** Why the payment failed; `-` where no reason was given. */
    reason?: string | undefined;
    /** The name of who pays the order, `-` for the rules', and how. */
    payer?: string | undefined;
    channel?: string | undefined;
    orderId?: string | undefined;
    /** Only what lies unused past its last day, by this window of the policy. */
    idleByWindow?: string | undefined;
    afterId?: string | undefined;
    limit: number;
  }): Promise<EntitlementRow[]> {
    return rowsOf<EntitlementRow>(
      this.manager,
      `select e.id, e.kpm_code as "kpmCode", ${familyOfRow('e.roster_row_id')} as "familyCode", e.kelurahan_code as "kelurahanCode", t.name as "kelurahanName",
              e.amount_rupiah as "amountRupiah", e.state, e.reason, e.end_to_end_id as "endToEndId",
              e.credited_on::text as "creditedOn", e.transacted_on::text as "transactedOn"
         from entitlement e left join territory t on t.code = e.kelurahan_code
        where e.period_id = $1 and ${inTerritories('e.kelurahan_code', '$2')}
          and ($3::text is null or e.kelurahan_code = $3 or e.kelurahan_code like $3 || '.%')
          and ($4::text[] is null or e.state = any($4)) and ($5::bigint is null or e.id > $5)
          and ($11::uuid is null or e.order_id = $11)
          and ($7::text is null or coalesce(e.reason, '-') = $7)
          and (coalesce($8, $9, $10) is null or exists (select from payment_order o where o.id = e.order_id
                and ${ofPayer('o', '$8', '$9')} and ($10::text is null or ${isIdle('o', '$10')})))
        order by e.id limit $6`,
      [
        filter.periodId,
        filter.territories,
        filter.territoryCode ?? null,
        filter.states ?? null,
        filter.afterId ?? null,
        filter.limit,
        ...[filter.reason ?? null, filter.payer ?? null, filter.channel ?? null, filter.idleByWindow ?? null],
        filter.orderId ?? null,
      ],
    );
  }
}
