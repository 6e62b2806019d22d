import type { EntityManager } from 'typeorm';
import { DomainError, type ServiceArea } from '#domain';
import { type EndedBy, endProposal, personsOf, proposalOf, type ProposalRow } from '../../shared/proposals.js';
import { rowOf, rowsOf } from '../../shared/unit-of-work.js';

export type ServiceAreaState = 'proposed' | 'adopted' | 'refused' | 'withdrawn';

export interface ServiceAreaRow extends ServiceArea, ProposalRow<ServiceAreaState> {
  id: string;
  programme: string;
  territoryName: string;
}

const COLUMNS = `a.id, a.programme, a.channel, a.territory_code as "territoryCode", coalesce(t.name, 'Indonesia') as "territoryName",
  a.valid_from::text as "validFrom", a.service_name as "serviceName", a.bank_code as "bankCode", a.payer_name as "payerName",
  a.payer_account as "payerAccount", a.mailbox, a.paper, ${proposalOf('a')}`;
const FROM = `service_area a left join territory t on t.code = a.territory_code ${personsOf('a')}`;

/** Who pays where, as two persons have settled it. */
export class ServiceAreaRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Undefined while another proposal for the territory and channel waits. */
  async propose(programme: string, area: ServiceArea, proposedBy: string): Promise<string | undefined> {
    const row = await rowOf<{ id: string }>(
      this.manager,
      `insert into service_area (programme, channel, territory_code, valid_from, service_name, bank_code, payer_name,
                                 payer_account, mailbox, paper, state, proposed_by, proposed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'proposed', $11, programme_now())
       on conflict (programme, channel, territory_code) where state = 'proposed' do nothing returning id`,
      [
        ...[programme, area.channel, area.territoryCode, area.validFrom, area.serviceName, area.bankCode],
        ...[area.payerName, area.payerAccount, area.mailbox, area.paper, proposedBy],
      ],
    );
    return row?.id;
  }

  /** Locks it. Throws SERVICE_AREA_UNKNOWN. */
  async find(areaId: string): Promise<ServiceAreaRow> {
    const sql = `select ${COLUMNS} from ${FROM} where a.id = $1 for update of a`;
    const row = await rowOf<ServiceAreaRow>(this.manager, sql, [areaId]);
    if (row === undefined) throw new DomainError('SERVICE_AREA_UNKNOWN', 'no such service area');
    return row;
  }

  async end(id: string, state: Exclude<ServiceAreaState, 'proposed'>, by: EndedBy): Promise<void> {
    await endProposal(this.manager, 'service_area', { id, state }, by);
  }

  /** Every one, by territory and the day from which it holds, the newest first. */
  async list(): Promise<ServiceAreaRow[]> {
    const sql = `select ${COLUMNS} from ${FROM} order by a.programme, a.territory_code, a.channel, a.valid_from desc, a.proposed_at desc`;
    return rowsOf(this.manager, sql);
  }

  /** Whether a post office pays in the city of an order, from today. */
  async hasPost(orderId: string): Promise<boolean> {
    const sql = `select 1 from payment_order o join period p on p.id = o.period_id
      where o.id = $1 and ${areaInForce('o.city_code', 'p.programme', `'post'`)} is not null`;
    return (await rowOf(this.manager, sql, [orderId])) !== undefined;
  }

  /** By which an order is paid; undefined for one that is paid by the programme's rules alone. */
  async ofOrder(orderId: string): Promise<ServiceAreaRow | undefined> {
    const sql = `select ${COLUMNS} from ${FROM} join payment_order o on o.area_id = a.id where o.id = $1`;
    return rowOf(this.manager, sql, [orderId]);
  }
}

/** SQL: the area that holds for a programme and channel in a city today, the nearest territory's before a wider one's; of one day the last decided. */
export const areaInForce = (city: string, programme: string, channel: string): string => `(
  select a.id from service_area a
   where a.state = 'adopted' and a.programme = ${programme} and a.channel = ${channel}
     and a.territory_code in ('ID', left(${city}, 2), ${city}) and a.valid_from <= programme_today()
   order by case a.territory_code when 'ID' then 0 else length(a.territory_code) end desc, a.valid_from desc,
            a.decided_at desc limit 1)`;
