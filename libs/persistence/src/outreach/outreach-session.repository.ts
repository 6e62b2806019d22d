import type { EntityManager } from 'typeorm';
import { DomainError, type OutreachSessionState, type OutreachTopic } from '#domain';
import { inTerritories } from '../shared/territory-sql.js';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';

export interface OutreachSessionRow {
  id: string;
  campaignId: string;
  periodId: string;
  cityCode: string;
  topic: OutreachTopic;
  purpose: string;
  kelurahanCode: string;
  kelurahanName: string;
  onDay: string;
  startsAt: string;
  place: string;
  speaker: string;
  materials: string;
  state: OutreachSessionState;
  isLate: boolean;
  version: number;
  plannedBy: string;
  planner: string;
  others: number | null;
  reportSealed: Buffer | null;
  reason: string | null;
  ender: string | null;
  endedAt: Date | null;
  /** Families on its list, and those of them by whether somebody came. */
  invited: number;
  present: number;
  represented: number;
  absent: number;
}

export type LateOutreachSession = Pick<OutreachSessionRow, 'id' | 'cityCode' | 'plannedBy'>;

/** What of a session may be changed until it is held. */
export interface OutreachSessionPlan {
  readonly onDay: string;
  readonly startsAt: string;
  readonly place: string;
  readonly speaker: string;
  readonly materials: string;
}

export interface OutreachSessionFilter {
  readonly campaignId?: string | undefined;
  readonly state?: OutreachSessionState | 'late' | undefined;
  /** A part of a kelurahan's name, of the place or of the speaker's name. */
  readonly text?: string | undefined;
  readonly sort: 'newest' | 'oldest';
}

const LATE = `(s.state = 'planned' and s.on_day < programme_today())`;
const count = (condition: string, name: string): string => `count(*) filter (where ${condition})::int as ${name}`;
const COLUMNS = `s.id, s.campaign_id as "campaignId", c.period_id as "periodId", c.city_code as "cityCode", c.topic, c.purpose,
  s.kelurahan_code as "kelurahanCode", coalesce(t.name, s.kelurahan_code) as "kelurahanName", s.on_day::text as "onDay",
  s.starts_at as "startsAt", s.place, s.speaker, s.materials, s.state, ${LATE} as "isLate", s.version, s.planned_by as "plannedBy",
  o.full_name as planner, s.others, s.report_sealed as "reportSealed", s.reason, e.full_name as ender, s.ended_at as "endedAt", i.*`;
const FROM = `outreach_session s join outreach_campaign c on c.id = s.campaign_id join officer o on o.id = s.planned_by
  left join officer e on e.id = s.ended_by left join territory t on t.code = s.kelurahan_code
  cross join lateral (select count(*)::int as invited, ${count("attendance = 'present'", 'present')},
    ${count("attendance = 'represented'", 'represented')}, ${count("attendance = 'absent'", 'absent')}
    from outreach_invitation where session_id = s.id) i`;

/** Sessions of outreach within the territories of who works on them. */
export class OutreachSessionRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Throws OUTREACH_PLACE_UNKNOWN for a kelurahan that the campaign was not planned for. */
  async add(
    { campaignId, kelurahanCode, plannedBy }: Pick<OutreachSessionRow, 'campaignId' | 'kelurahanCode' | 'plannedBy'>,
    plan: OutreachSessionPlan,
  ): Promise<string> {
    const row = await rowOf<{ id: string }>(
      this.manager,
      `insert into outreach_session (campaign_id, kelurahan_code, on_day, starts_at, place, speaker, materials, state, planned_by, planned_at)
       select k.campaign_id, k.kelurahan_code, $3, $4, $5, $6, $7, 'planned', $8, programme_now()
         from outreach_place k where k.campaign_id = $1 and k.kelurahan_code = $2 returning id`,
      [campaignId, kelurahanCode, plan.onDay, plan.startsAt, plan.place, plan.speaker, plan.materials, plannedBy],
    );
    if (row === undefined) throw new DomainError('OUTREACH_PLACE_UNKNOWN', 'the campaign has no such kelurahan');
    return row.id;
  }

  /** Throws OUTREACH_SESSION_UNKNOWN for one out of the reader's sight, too. */
  async find(territories: readonly string[], id: string): Promise<OutreachSessionRow> {
    const row = await rowOf<OutreachSessionRow>(
      this.manager,
      `select ${COLUMNS} from ${FROM} where ${inTerritories('s.kelurahan_code', '$1')} and s.id = $2`,
      [territories, id],
    );
    if (row === undefined) throw new DomainError('OUTREACH_SESSION_UNKNOWN', 'no such session in sight');
    return row;
  }

  /** Who changes it waits here for who did before. Throws OUTREACH_SESSION_UNKNOWN. */
  async hold(territories: readonly string[], id: string): Promise<OutreachSessionRow> {
    await this.manager.query('select from outreach_session where id = $1 for no key update', [id]);
    return this.find(territories, id);
  }

  /** What the reader may see, by day, after the one seen last. */
  async list(
    territories: readonly string[],
    { campaignId, state, text, sort }: OutreachSessionFilter,
    page: { readonly limit: number; readonly after?: { readonly key: string; readonly id: string } | undefined },
  ): Promise<OutreachSessionRow[]> {
    const [beyond, order] = sort === 'newest' ? ['<', 'desc'] : ['>', 'asc'];
    const isState = state === 'late' ? LATE : 's.state = $3';
    return rowsOf<OutreachSessionRow>(
      this.manager,
      `select ${COLUMNS} from ${FROM}
        where ${inTerritories('s.kelurahan_code', '$1')} and ($2::uuid is null or s.campaign_id = $2) and ($3::text is null or ${isState})
          and ($4::text is null or t.name ilike '%' || $4 || '%' or s.place ilike '%' || $4 || '%' or s.speaker ilike '%' || $4 || '%')
          and ($5::date is null or (s.on_day, s.id) ${beyond} ($5::date, $6::uuid))
        order by s.on_day ${order}, s.id ${order} limit $7`,
      [
        ...[territories, campaignId ?? null, state ?? null, text ?? null],
        ...[page.after?.key ?? null, page.after?.id ?? null, page.limit],
      ],
    );
  }

  async replan(id: string, plan: OutreachSessionPlan): Promise<void> {
    await this.manager.query(
      `update outreach_session set on_day = $2, starts_at = $3, place = $4, speaker = $5, materials = $6, version = version + 1 where id = $1`,
      [id, plan.onDay, plan.startsAt, plan.place, plan.speaker, plan.materials],
    );
  }

  async cancel(id: string, officerId: string, reason: string): Promise<void> {
    await this.manager.query(
      `update outreach_session set state = 'cancelled', reason = $3, ended_by = $2, ended_at = programme_now() where id = $1`,
      [id, officerId, reason],
    );
  }

  async held(id: string, officerId: string, outcome: { others: number; reportSealed: Buffer }): Promise<void> {
    await this.manager.query(
      `update outreach_session set state = 'held', others = $3, report_sealed = $4, ended_by = $2, ended_at = programme_now() where id = $1`,
      [id, officerId, outcome.others, outcome.reportSealed],
    );
  }

  /** Those whose day passed and of which nobody said what came of it. */
  async late(): Promise<LateOutreachSession[]> {
    return rowsOf<LateOutreachSession>(
      this.manager,
      `select s.id, c.city_code as "cityCode", s.planned_by as "plannedBy"
         from outreach_session s join outreach_campaign c on c.id = s.campaign_id where ${LATE}`,
    );
  }
}
