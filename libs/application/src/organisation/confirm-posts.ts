import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import { demandProof, DomainError, signs, territoriesWith, whyNotConfirmed } from '#domain';
import {
  AppointmentRepository,
  type HeldAppointment,
  inTransaction,
  OfficerListRepository,
  ProgrammeClockRepository,
} from '#persistence';
import { noteBy } from '../audit/note-by.js';
import type { CommandContext, SignedIn } from '../shared/command-context.js';
import { Commands } from '../shared/commands.js';
import { codeExpiry } from './accounts.js';
import { demandNone } from './demand-none.js';
import type { AccountChange, ActivationCode } from './organisation.schemas.js';
import { demandNoReset } from './demand-no-reset.js';
import { issueActivation } from './issue-activation.js';

/** The second person for posts that sign: confirms or refuses them, and fetches the letter with the account's code. */
@Injectable()
export class ConfirmPosts {
  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
  ) {}

  /** Throws APPOINTMENT_UNKNOWN, NOT_PROPOSED, CONFIRM_OWN_PROPOSAL, CONFIRM_NOT_YOURS, OWN_APPOINTMENT. */
  async confirm(context: CommandContext, appointmentId: string): Promise<void> {
    await this.commands.run(context, `confirm:${appointmentId}`, {}, async (manager) => {
      demandProof(context.actor);
      const proposed = await this.demandMine(manager, context.actor, appointmentId);
      await new AppointmentRepository(manager).confirm(appointmentId, context.actor.officerId);
      await note(manager, context, 'appointment.confirmed', proposed);
      return {};
    });
  }

  /** Then it never held. */
  async refuse(context: CommandContext, appointmentId: string, { reason }: AccountChange): Promise<void> {
    await this.commands.run(context, `refuse:${appointmentId}`, { reason }, async (manager) => {
      const proposed = await this.demandMine(manager, context.actor, appointmentId);
      await new AppointmentRepository(manager).drop(appointmentId, reason, context.actor.officerId);
      await note(manager, context, 'appointment.refused', proposed);
      return {};
    });
  }

  /**
   * The code of an officer who signs, for whoever could confirm the post and has not proposed it; what it is printed on is
   * handed over sealed. No command with a receipt: it is answered once, and another makes the one before useless.
   * Throws OFFICER_UNKNOWN, LETTER_TOO_EARLY before the post is confirmed, RESET_BY_LETTER, ACCOUNT_ACTIVE.
   */
  async letter(actor: SignedIn, officerId: string, requestId: string): Promise<z.infer<typeof ActivationCode>> {
    return inTransaction(this.database, async (manager) => {
      const list = new OfficerListRepository(manager);
      const { username, fullName } = await list.find(officerId, territoriesWith(actor, 'organisation:read'));
      const posts = (await new AppointmentRepository(manager).ofOfficer(officerId)).filter(({ role }) => signs(role));
      const reasons = posts.map((post) => whyNotConfirmed(actor, { ...post, proposedBy: post.proposedBy }));
      demandNone(reasons.find(([reason]) => reason?.code === 'CONFIRM_OWN_PROPOSAL') ?? []);
      if (!reasons.some((reason) => reason.length === 0)) demandNone(reasons[0] ?? notYours);
      if (posts.every(({ isProposed }) => isProposed)) throw new DomainError('LETTER_TOO_EARLY', 'not confirmed yet');
      await demandNoReset(manager, officerId);
      const code = await issueActivation(manager, officerId, actor.officerId);
      if (code === undefined) throw new DomainError('ACCOUNT_ACTIVE', 'the account has a password or is closed');
      const about = { subjectType: 'officer', subjectId: officerId };
      await noteBy(manager, { actor, requestId }, { action: 'account.letter-fetched', ...about });
      return { username, fullName, code, expiresAt: codeExpiry() };
    });
  }

  private async demandMine(manager: EntityManager, actor: SignedIn, appointmentId: string): Promise<HeldAppointment> {
    const appointments = new AppointmentRepository(manager);
    await appointments.lockRegister();
    const held = await appointments.find(appointmentId);
    // Outside one's territory it is not there.
    await new OfficerListRepository(manager).find(held.officerId, territoriesWith(actor, 'organisation:read'));
    const today = await new ProgrammeClockRepository(manager).today();
    const isOver = held.validTo !== undefined && (held.validTo < today || held.validTo < held.validFrom);
    if (!held.isProposed || isOver) throw new DomainError('NOT_PROPOSED', 'the post does not wait for anybody');
    demandNone(whyNotConfirmed(actor, { ...held, proposedBy: held.proposedBy }));
    return held;
  }
}

const notYours = [{ code: 'CONFIRM_NOT_YOURS', field: 'officerId', details: {} }];

const note = (
  manager: EntityManager,
  context: CommandContext,
  action: string,
  { id: appointmentId, officerId, role, territoryCode }: HeldAppointment,
): Promise<void> =>
  noteBy(manager, context, {
    ...{ action, subjectType: 'officer', subjectId: officerId, territoryCode },
    details: { appointmentId, role },
  });
