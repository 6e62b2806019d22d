import type { EntityManager } from 'typeorm';
import type { PaymentChannel } from '#domain';
import { inTerritories } from '../shared/territory-sql.js';
import { rowsOf } from '../shared/unit-of-work.js';

/** A number of families, and what they are to have, in rupiah, as digits. */
interface Figure {
  readonly families: number;
  readonly amountRupiah: string;
}

/** What became of the money that went one way. `credited` holds all the bank has paid in, whatever became of it since. */
export interface ChannelFigures {
  readonly channel: PaymentChannel;
  /** Whoever pays there by agreement; none where the bank of the policy does. */
  readonly serviceName: string | null;
  readonly ordered: Figure;
  readonly credited: Figure;
  readonly transacted: Figure;
  readonly returned: Figure;
  readonly failed: Figure;
}

const figure = (name: string, condition: string): string =>
  `json_build_object('families', count(*) filter (where ${condition}),
     'amountRupiah', coalesce(sum(e.amount_rupiah) filter (where ${condition}), 0)::text) as ${name}`;

/**
 * A period's money in a territory by the way it is paid: channel, and bank or post office. A family whose payment failed and
 * was made again counts once, where it was made last; one without an order is not there yet. The way of most families first.
 */
export async function channelFigures(
  manager: EntityManager,
  periodId: string,
  territoryCode: string,
): Promise<ChannelFigures[]> {
  return rowsOf<ChannelFigures>(
    manager,
    `select o.channel, a.service_name as "serviceName", ${figure('ordered', 'true')},
            ${figure('credited', 'e.credited_on is not null')}, ${figure('transacted', `e.state = 'transacted'`)},
            ${figure('returned', `e.state = 'returned'`)}, ${figure('failed', `e.state = 'failed'`)}
       from entitlement e join payment_order o on o.id = e.order_id left join service_area a on a.id = o.area_id
      where e.period_id = $1 and ${inTerritories('e.kelurahan_code', '$2')} and e.state <> 'reissued'
      group by 1, 2 order by count(*) desc, 1, 2`,
    [periodId, [territoryCode]],
  );
}
