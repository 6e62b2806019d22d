import type { EntityManager } from 'typeorm';
import { DomainError, type Role } from '#domain';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';

export interface MandateRow {
  id: string;
  kind: string;
  periodId: string;
  periodCode: string;
  grantor: string;
  grantee: string;
  territoryCode: string;
  powers: string[];
  ceilingFamilies: number;
  ceilingRupiah: string;
  usedFamilies: number;
  usedRupiah: string;
  validFrom: string;
  validTo: string;
  state: string;
}

export type MandateEvent = 'accepted' | 'returned' | 'suspended' | 'resumed' | 'revoked';

const STATE_AFTER: Readonly<Record<MandateEvent, string>> = {
  accepted: 'accepted',
  returned: 'returned',
  suspended: 'suspended',
  resumed: 'accepted',
  revoked: 'revoked',
};
const STATES_BEFORE: Readonly<Record<MandateEvent, readonly string[]>> = {
  accepted: ['granted', 'accepted'],
  returned: ['granted', 'returned'],
  suspended: ['accepted'],
  resumed: ['suspended'],
  revoked: ['granted', 'accepted', 'suspended'],
};

const officeOf = (role: Role, territory: string): string =>
  `select o.id from office o join appointment p on p.office_id = o.id
    where p.role = '${role}' and o.territory_code = ${territory} order by o.name limit 1`;

/** Slices of delegated power, and what is left of them: the ceiling less what decrees have used. */
export class MandateRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Gives every city of the period its mandate, up to its quota: from the ministry's office to the one whose head
   * accepts it. A city has other offices, but one mandate. A repeat changes nothing.
   */
  async grantForPeriod(periodId: string, validDays: number): Promise<void> {
    await this.manager.query(
      `with granted as (
         insert into mandate (kind, period_id, grantor_office_id, grantee_office_id, territory_code, powers,
                              ceiling_families, ceiling_rupiah, valid_from, valid_to, state)
         select 'delegation', a.period_id, ministry.id, city.id, a.city_code,
                array['roster', 'verification', 'endorsement', 'follow-up', 'reporting'],
                a.quota_families, a.amount_rupiah, programme_today(), programme_today() + $2::int, 'granted'
           from allocation a
           join lateral (${officeOf('programme_officer', `'ID'`)}) ministry on true
           join lateral (${officeOf('dinsos_head', 'a.city_code')}) city on true
          where a.period_id = $1
         on conflict (period_id, territory_code, grantee_office_id) do nothing returning id
       )
       insert into mandate_event (mandate_id, event, occurred_at) select id, 'granted', programme_now() from granted`,
      [periodId, validDays],
    );
  }

  /** The city's mandate in a period. Throws MANDATE_MISSING. */
  async ofCity(periodId: string, cityCode: string): Promise<{ id: string; state: string }> {
    const row = await rowOf<{ id: string; state: string }>(
      this.manager,
      'select id, state from mandate where period_id = $1 and territory_code = $2 for update',
      [periodId, cityCode],
    );
    if (row === undefined) throw new DomainError('MANDATE_MISSING', 'the city has no mandate in this period');
    return row;
  }

  /** Moves a mandate on. Repeating an event that already holds changes nothing; an impossible one is refused. */
  async record(mandateId: string, event: MandateEvent, officerId: string | undefined, reason?: string): Promise<void> {
    const row = await rowOf<{ state: string }>(this.manager, 'select state from mandate where id = $1 for update', [
      mandateId,
    ]);
    if (row === undefined) throw new DomainError('MANDATE_UNKNOWN', 'no such mandate');
    if (row.state === STATE_AFTER[event]) return;
    if (!STATES_BEFORE[event].includes(row.state)) {
      throw new DomainError('MANDATE_NOT_LIVE', 'the mandate is not in a state for this', { state: row.state });
    }
    await this.manager.query('update mandate set state = $2 where id = $1', [mandateId, STATE_AFTER[event]]);
    await this.manager.query(
      `insert into mandate_event (mandate_id, event, officer_id, reason, occurred_at)
       values ($1, $2, $3, $4, programme_now())`,
      [mandateId, event, officerId ?? null, reason ?? null],
    );
  }

  async list(territories: readonly string[]): Promise<MandateRow[]> {
    return rowsOf<MandateRow>(
      this.manager,
      `select m.id, m.kind, m.period_id as "periodId", p.code as "periodCode", g.name as grantor, e.name as grantee,
              m.territory_code as "territoryCode", m.powers, m.ceiling_families as "ceilingFamilies",
              m.ceiling_rupiah as "ceilingRupiah", coalesce(d.families, 0) as "usedFamilies",
              coalesce(d.amount_rupiah, 0)::text as "usedRupiah", m.valid_from::text as "validFrom",
              m.valid_to::text as "validTo", m.state
         from mandate m join period p on p.id = m.period_id
         join office g on g.id = m.grantor_office_id join office e on e.id = m.grantee_office_id
         left join decree d on d.period_id = m.period_id and d.city_code = m.territory_code and d.state = 'ratified'
        where 'ID' = any($1) or m.territory_code = any($1)
           or exists (select from unnest($1::text[]) s where s like m.territory_code || '.%'
                                                         or m.territory_code like s || '.%')
        order by p.opened_on desc, m.territory_code limit 600`,
      [territories],
    );
  }
}
