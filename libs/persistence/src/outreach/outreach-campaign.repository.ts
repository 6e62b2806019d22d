import type { EntityManager } from 'typeorm';
import { DomainError, type OutreachCampaignState, type OutreachTopic } from '#domain';
import { inTerritories } from '../shared/territory-sql.js';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';
import { citySeen } from './outreach-sight.js';

export interface OutreachCampaignRow {
  id: string;
  periodId: string;
  months: string[];
  cityCode: string;
  cityName: string;
  topic: OutreachTopic;
  purpose: string;
  state: OutreachCampaignState;
  planner: string;
  plannedAt: Date;
  closedAt: Date | null;
  places: number;
  planned: number;
  held: number;
}

/** A kelurahan as it was when it was chosen. */
export interface OutreachPlace {
  readonly kelurahanCode: string;
  readonly credited: number;
  readonly notTransacted: number;
  readonly found: number;
  readonly mendable: number;
}

export interface NewOutreachCampaign {
  readonly periodId: string;
  readonly cityCode: string;
  readonly topic: OutreachTopic;
  readonly purpose: string;
  readonly plannedBy: string;
  readonly places: readonly OutreachPlace[];
}

export interface OutreachCampaignFilter {
  readonly state?: OutreachCampaignState | undefined;
  /** A part of the purpose. */
  readonly text?: string | undefined;
}

const sessions = (state: string): string =>
  `(select count(*)::int from outreach_session s where s.campaign_id = c.id and s.state = '${state}')`;
const COLUMNS = `c.id, c.period_id as "periodId", p.months, c.city_code as "cityCode", coalesce(t.name, c.city_code) as "cityName", c.topic,
  c.purpose, c.state, o.full_name as planner, c.planned_at as "plannedAt", c.closed_at as "closedAt",
  (select count(*)::int from outreach_place k where k.campaign_id = c.id) as places,
  ${sessions('planned')} as planned, ${sessions('held')} as held`;
const FROM = `outreach_campaign c join period p on p.id = c.period_id join officer o on o.id = c.planned_by
  left join territory t on t.code = c.city_code`;

/** Campaigns of outreach and the kelurahan they were planned for. */
export class OutreachCampaignRepository {
  constructor(private readonly manager: EntityManager) {}

  async add({ places, ...campaign }: NewOutreachCampaign): Promise<string> {
    const row = await rowOf<{ id: string }>(
      this.manager,
      `insert into outreach_campaign (period_id, city_code, topic, purpose, state, planned_by, planned_at)
       values ($1, $2, $3, $4, 'open', $5, programme_now()) returning id`,
      [campaign.periodId, campaign.cityCode, campaign.topic, campaign.purpose, campaign.plannedBy],
    );
    const id = row?.id ?? '';
    await this.manager.query(
      `insert into outreach_place (campaign_id, kelurahan_code, credited, not_transacted, found, mendable)
       select $1, k."kelurahanCode", k.credited, k."notTransacted", k.found, k.mendable
         from jsonb_to_recordset($2::jsonb) as k("kelurahanCode" text, credited int, "notTransacted" int, found int, mendable int)`,
      [id, JSON.stringify(places)],
    );
    return id;
  }

  /** Throws OUTREACH_CAMPAIGN_UNKNOWN for one out of the reader's sight, too. */
  async find(territories: readonly string[], id: string): Promise<OutreachCampaignRow> {
    const row = await rowOf<OutreachCampaignRow>(
      this.manager,
      `select ${COLUMNS} from ${FROM} where ${citySeen('c.city_code')} and c.id = $2`,
      [territories, id],
    );
    if (row === undefined) throw new DomainError('OUTREACH_CAMPAIGN_UNKNOWN', 'no such campaign in sight');
    return row;
  }

  /** Who changes it waits here for who did before. Throws OUTREACH_CAMPAIGN_UNKNOWN, OUTREACH_CAMPAIGN_CLOSED. */
  async hold(territories: readonly string[], id: string): Promise<OutreachCampaignRow> {
    await this.manager.query('select from outreach_campaign where id = $1 for no key update', [id]);
    const row = await this.find(territories, id);
    if (row.state === 'closed') throw new DomainError('OUTREACH_CAMPAIGN_CLOSED', 'it is closed');
    return row;
  }

  /** What the reader may see, the newest first, after the one seen last. */
  async list(
    territories: readonly string[],
    { state, text }: OutreachCampaignFilter,
    page: { readonly limit: number; readonly after?: { readonly key: string; readonly id: string } | undefined },
  ): Promise<OutreachCampaignRow[]> {
    return rowsOf<OutreachCampaignRow>(
      this.manager,
      `select ${COLUMNS} from ${FROM}
        where ${citySeen('c.city_code')} and ($2::text is null or c.state = $2) and ($3::text is null or c.purpose ilike '%' || $3 || '%')
          and ($4::timestamptz is null or (date_trunc('milliseconds', c.planned_at), c.id) < ($4::timestamptz, $5::uuid))
        order by date_trunc('milliseconds', c.planned_at) desc, c.id desc limit $6`,
      [territories, state ?? null, text ?? null, page.after?.key ?? null, page.after?.id ?? null, page.limit],
    );
  }

  /** The kelurahan of a campaign within the territories. */
  async places(territories: readonly string[], id: string): Promise<(OutreachPlace & { name: string })[]> {
    return rowsOf(
      this.manager,
      `select k.kelurahan_code as "kelurahanCode", coalesce(t.name, k.kelurahan_code) as name, k.credited,
              k.not_transacted as "notTransacted", k.found, k.mendable
         from outreach_place k left join territory t on t.code = k.kelurahan_code
        where k.campaign_id = $2 and ${inTerritories('k.kelurahan_code', '$1')} order by k.kelurahan_code`,
      [territories, id],
    );
  }

  async close(id: string, officerId: string): Promise<void> {
    await this.manager.query(
      `update outreach_campaign set state = 'closed', closed_by = $2, closed_at = programme_now() where id = $1`,
      [id, officerId],
    );
  }
}
