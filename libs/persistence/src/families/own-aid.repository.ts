import type { EntityManager } from 'typeorm';
import type { EntitlementState, PaymentChannel } from '#domain';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';

export interface OwnAidRow {
  readonly months: readonly string[];
  readonly channel: PaymentChannel;
  /** Whoever pays by agreement; none before the order, or where the bank of the policy does. */
  readonly serviceName: string | null;
  readonly payment: EntitlementState | null;
  readonly creditedOn: string | null;
  readonly isDecreed: boolean;
  readonly territoryCode: string;
}

/** What a family may read of itself, found by the hash of its head's NIK. */
export class OwnAidRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The family and its newest record, sealed; undefined where none has the number. */
  async find(nikHash: Buffer): Promise<{ familyId: string; sealed: Buffer } | undefined> {
    return rowOf(
      this.manager,
      `select f.id as "familyId", x.sealed
         from family f cross join lateral (
           select w.sealed from family_listing l join roster_row w on w.id = l.roster_row_id
            where l.family_id = f.id and w.state in ('valid', 'warning') order by w.id desc limit 1) x
        where f.nik_hash = $1`,
      [nikHash],
    );
  }

  /** By the newest list of each period, the newest period first. */
  async aid(familyId: string, mostPeriods: number): Promise<OwnAidRow[]> {
    return rowsOf<OwnAidRow>(
      this.manager,
      `select p.months, coalesce(o.channel, p.channel) as channel, a.service_name as "serviceName", e.state as payment,
              e.credited_on::text as "creditedOn", coalesce(w.kelurahan_code, r.city_code) as "territoryCode",
              exists (select from decree d where d.roster_id = r.id and d.state = 'ratified') as "isDecreed"
         from (select distinct on (r.period_id) l.roster_row_id
                 from family_listing l join roster_row w on w.id = l.roster_row_id join roster r on r.id = w.roster_id
                where l.family_id = $1 and w.state in ('valid', 'warning')
                order by r.period_id, r.version desc, w.id desc) newest
         join roster_row w on w.id = newest.roster_row_id join roster r on r.id = w.roster_id join period p on p.id = r.period_id
         left join lateral (
           select e.state, e.credited_on, e.order_id from decree d join entitlement e on e.decree_id = d.id and e.roster_row_id = w.id
            where d.roster_id = r.id and e.state <> 'reissued' order by e.id desc limit 1) e on true
         left join payment_order o on o.id = e.order_id left join service_area a on a.id = o.area_id
        order by p.months desc, p.id limit $2`,
      [familyId, mostPeriods],
    );
  }
}
