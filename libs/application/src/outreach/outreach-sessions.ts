import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addCalendarDays, demandBegun, demandDay, demandPlanned, demandSame, territoriesWith } from '#domain';
import {
  OutreachCampaignRepository,
  OutreachSessionRepository,
  type OutreachSessionRow,
  PersonVault,
  ProgrammeClockRepository,
} from '#persistence';
import { noteBy } from '../audit/note-by.js';
import type { CommandContext } from '../shared/command-context.js';
import { Commands } from '../shared/commands.js';
import type { SessionCancel, SessionHeld, SessionPlan, SessionReplan } from './outreach.schemas.js';
import { tellOfSession } from './tell-of-outreach.js';

/** Sessions are planned half a year ahead at the most. */
const DAYS_MOST = 180;

interface Changed {
  readonly sessions: OutreachSessionRepository;
  readonly session: OutreachSessionRow;
  readonly today: string;
}

/** The life of a session: planned by the city, moved, and held or cancelled where it takes place. */
@Injectable()
export class OutreachSessions {
  constructor(
    private readonly vault: PersonVault,
    private readonly commands: Commands,
  ) {}

  /** Throws OUTREACH_CAMPAIGN_UNKNOWN, OUTREACH_CAMPAIGN_CLOSED, OUTREACH_PLACE_UNKNOWN, and what `demandDay` throws. */
  async plan(context: CommandContext, campaignId: string, input: SessionPlan): Promise<{ id: string }> {
    return this.commands.run(context, `outreach:session:${campaignId}`, input, async (manager) => {
      const { kelurahanCode, ...plan } = input;
      await new OutreachCampaignRepository(manager).hold(territoriesWith(context.actor, 'outreach:plan'), campaignId);
      demandNear(plan.onDay, await new ProgrammeClockRepository(manager).today());
      const plannedBy = context.actor.officerId;
      const id = await new OutreachSessionRepository(manager).add({ campaignId, kelurahanCode, plannedBy }, plan);
      await tellOfSession(manager, { id, kelurahanCode, onDay: plan.onDay });
      await noteBy(manager, context, {
        ...{ action: 'outreach.session-planned', subjectType: 'outreach_session', subjectId: id },
        ...{ territoryCode: kelurahanCode, details: { onDay: plan.onDay } },
      });
      return { id };
    });
  }

  /** Throws OUTREACH_SESSION_UNKNOWN, and what `demandSame` and `demandDay` throw. */
  async replan(context: CommandContext, id: string, input: SessionReplan): Promise<void> {
    await this.change(context, { id, act: 'replanned', power: 'outreach:plan', input }, async (changed) => {
      const { version, ...plan } = input;
      demandSame(changed.session, version);
      demandNear(plan.onDay, changed.today);
      await changed.sessions.replan(id, plan);
      return { onDay: plan.onDay };
    });
  }

  /** Throws OUTREACH_SESSION_UNKNOWN, and what `demandPlanned` throws. */
  async cancel(context: CommandContext, id: string, input: SessionCancel): Promise<void> {
    await this.change(context, { id, act: 'cancelled', power: 'outreach:hold', input }, async (changed) => {
      demandPlanned(changed.session);
      await changed.sessions.cancel(id, context.actor.officerId, input.reason);
      return {};
    });
  }

  /** Says what came of a session; who came is noted before. Throws OUTREACH_SESSION_UNKNOWN, and what `demandSame` and `demandBegun` throw. */
  async hold(context: CommandContext, id: string, input: SessionHeld): Promise<void> {
    await this.change(context, { id, act: 'held', power: 'outreach:hold', input }, async (changed) => {
      const { version, others, ...report } = input;
      demandBegun(changed.session, changed.today);
      demandSame(changed.session, version);
      const reportSealed = this.vault.sealBytes(Buffer.from(JSON.stringify(report)));
      await changed.sessions.held(id, context.actor.officerId, { others, reportSealed });
      const { invited, present, represented } = changed.session;
      return { invited, present, represented, others };
    });
  }

  private async change(
    context: CommandContext,
    command: {
      readonly id: string;
      readonly act: 'replanned' | 'cancelled' | 'held';
      readonly power: 'outreach:plan' | 'outreach:hold';
      readonly input: unknown;
    },
    work: (changed: Changed) => Promise<Record<string, unknown>>,
  ): Promise<void> {
    const { id, act, power, input } = command;
    await this.commands.run(context, `outreach:${act}:${id}`, input, async (manager: EntityManager) => {
      const sessions = new OutreachSessionRepository(manager);
      const session = await sessions.hold(territoriesWith(context.actor, power), id);
      const today = await new ProgrammeClockRepository(manager).today();
      const details = await work({ sessions, session, today });
      await noteBy(manager, context, {
        ...{ action: `outreach.session-${act}`, subjectType: 'outreach_session', subjectId: id },
        ...{ territoryCode: session.kelurahanCode, details },
      });
      return {};
    });
  }
}

const demandNear = (onDay: string, today: string): void => {
  demandDay(onDay, today, addCalendarDays(today, DAYS_MOST));
};
