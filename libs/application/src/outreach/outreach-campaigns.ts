import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import { covers, DomainError, territoriesWith } from '#domain';
import {
  OutreachCampaignRepository,
  type OutreachCampaignRow,
  OutreachNeedReadModel,
  PeriodRepository,
} from '#persistence';
import { noteBy } from '../audit/note-by.js';
import type { CommandContext, SignedIn } from '../shared/command-context.js';
import { Commands } from '../shared/commands.js';
import { ByMoment, decodeCursor, toPage } from '../shared/page.js';
import type { CampaignDetails, CampaignPage, CampaignPlan, CampaignQuery } from './outreach.schemas.js';

/** Campaigns of outreach: planning one for kelurahan, reading it, and closing it. */
@Injectable()
export class OutreachCampaigns {
  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
  ) {}

  /** The newest first. */
  async list(actor: SignedIn, { state, text, limit, cursor }: CampaignQuery): Promise<z.infer<typeof CampaignPage>> {
    const page = { limit: limit + 1, after: decodeCursor(cursor, ByMoment) };
    const campaigns = new OutreachCampaignRepository(this.database.manager);
    const rows = await campaigns.list(territoriesWith(actor, 'outreach:read'), { state, text }, page);
    return toPage(rows, limit, ({ id, plannedAt }) => ({ key: plannedAt.toISOString(), id }));
  }

  /** Throws OUTREACH_CAMPAIGN_UNKNOWN. */
  async find(actor: SignedIn, id: string): Promise<CampaignDetails> {
    const territories = territoriesWith(actor, 'outreach:read');
    const campaigns = new OutreachCampaignRepository(this.database.manager);
    const campaign = await campaigns.find(territories, id);
    const kelurahan = await campaigns.places(territories, id);
    return { ...campaign, kelurahan, mayPlan: campaign.state === 'open' && mayPlan(actor, campaign) };
  }

  /** Throws PERIOD_UNKNOWN, OUTREACH_PLACE outside the officer's city, OUTREACH_PLACE_UNKNOWN for a kelurahan where nobody was credited. */
  async plan(context: CommandContext, plan: CampaignPlan): Promise<{ id: string }> {
    return this.commands.run(context, 'outreach:plan', plan, async (manager) => {
      const { periodId, cityCode, topic, purpose } = plan;
      if (!mayPlan(context.actor, plan)) {
        throw new DomainError('OUTREACH_PLACE', 'outside the officer’s territory', { field: 'cityCode' });
      }
      await new PeriodRepository(manager).find(periodId);
      const places = await chosenPlaces(manager, plan);
      const plannedBy = context.actor.officerId;
      const id = await new OutreachCampaignRepository(manager).add({
        ...{ periodId, cityCode, topic, purpose, plannedBy, places },
      });
      await noteBy(manager, context, {
        ...{ action: 'outreach.planned', subjectType: 'outreach', subjectId: id, territoryCode: cityCode },
        details: { topic, kelurahan: places.length },
      });
      return { id };
    });
  }

  /** Throws OUTREACH_CAMPAIGN_UNKNOWN, OUTREACH_CAMPAIGN_CLOSED, OUTREACH_SESSIONS_OPEN while one is neither held nor cancelled. */
  async close(context: CommandContext, id: string): Promise<void> {
    await this.commands.run(context, `outreach:close:${id}`, {}, async (manager) => {
      const campaigns = new OutreachCampaignRepository(manager);
      const { cityCode, planned, held } = await campaigns.hold(territoriesWith(context.actor, 'outreach:plan'), id);
      if (planned > 0) throw new DomainError('OUTREACH_SESSIONS_OPEN', 'sessions are still planned', { planned });
      await campaigns.close(id, context.actor.officerId);
      await noteBy(manager, context, {
        ...{ action: 'outreach.closed', subjectType: 'outreach', subjectId: id, territoryCode: cityCode },
        details: { held },
      });
      return {};
    });
  }
}

const mayPlan = (actor: SignedIn, { cityCode }: Pick<OutreachCampaignRow, 'cityCode'>): boolean =>
  territoriesWith(actor, 'outreach:plan').some((scope) => covers(scope, cityCode));

async function chosenPlaces(manager: EntityManager, { periodId, cityCode, kelurahan }: CampaignPlan) {
  const known = await new OutreachNeedReadModel(manager).kelurahan([cityCode], { periodId, cityCode });
  return [...new Set(kelurahan)].map((code) => {
    const row = known.find((one) => one.code === code);
    if (row === undefined) {
      throw new DomainError('OUTREACH_PLACE_UNKNOWN', 'nobody was credited there', { place: code });
    }
    const mendable = Object.values(row.mendable).reduce((sum, families) => sum + families, 0);
    const { credited, notTransacted, found } = row;
    return { kelurahanCode: code, credited, notTransacted, found, mendable };
  });
}
