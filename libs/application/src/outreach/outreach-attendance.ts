import { Injectable } from '@nestjs/common';
import { demandBegun, demandPlanned, territoriesWith } from '#domain';
import {
  OutreachInvitationRepository,
  OutreachSessionRepository,
  type OutreachSessionRow,
  ProgrammeClockRepository,
} from '#persistence';
import { noteBy } from '../audit/note-by.js';
import type { CommandContext } from '../shared/command-context.js';
import { Commands } from '../shared/commands.js';
import type { AddFamily, Invite, MarkAttendance } from './outreach.schemas.js';

interface Listed {
  readonly session: OutreachSessionRow;
  readonly list: OutreachInvitationRepository;
  readonly today: string;
}

/** The attendance list of a session: whom it invites, and who came. It is closed with the session. */
@Injectable()
export class OutreachAttendance {
  constructor(private readonly commands: Commands) {}

  /** Answers with how many families were put on the list; who stands there stays. Throws OUTREACH_SESSION_UNKNOWN, and what `demandPlanned` throws. */
  async invite(context: CommandContext, id: string, input: Invite): Promise<{ families: number }> {
    return this.change(context, { id, act: 'invited', input }, async ({ session, list }) => {
      demandPlanned(session);
      return { families: await list.invite(session, input.list) };
    });
  }

  /** Notes a family of the kelurahan that nobody had invited. Throws what `mark` and `OutreachInvitationRepository.add` throw. */
  async add(context: CommandContext, id: string, input: AddFamily): Promise<void> {
    await this.change(context, { id, act: 'added', input }, async ({ session, list, today }) => {
      demandBegun(session, today);
      const familyId = await list.add(session, input.kpmCode);
      await list.mark(id, [familyId], input.attendance, context.actor.officerId);
      return { families: 1 };
    });
  }

  /** A later note corrects the one before. Throws OUTREACH_SESSION_UNKNOWN, OUTREACH_FAMILY_UNKNOWN, and what `demandBegun` throws. */
  async mark(context: CommandContext, id: string, input: MarkAttendance): Promise<{ families: number }> {
    return this.change(context, { id, act: 'noted', input }, async ({ session, list, today }) => {
      demandBegun(session, today);
      const { officerId } = context.actor;
      if ('rest' in input) return { families: await list.markRestAbsent(id, officerId) };
      await list.mark(id, input.families, input.attendance, officerId);
      return { families: input.families.length };
    });
  }

  private async change(
    context: CommandContext,
    command: { readonly id: string; readonly act: 'invited' | 'added' | 'noted'; readonly input: unknown },
    work: (listed: Listed) => Promise<{ families: number }>,
  ): Promise<{ families: number }> {
    const { id, act, input } = command;
    return this.commands.run(context, `outreach:${act}:${id}`, input, async (manager) => {
      const territories = territoriesWith(context.actor, 'outreach:hold');
      const session = await new OutreachSessionRepository(manager).hold(territories, id);
      const list = new OutreachInvitationRepository(manager);
      const done = await work({ session, list, today: await new ProgrammeClockRepository(manager).today() });
      await noteBy(manager, context, {
        ...{ action: `outreach.families-${act}`, subjectType: 'outreach_session', subjectId: id },
        ...{ territoryCode: session.kelurahanCode, details: done },
      });
      return done;
    });
  }
}
