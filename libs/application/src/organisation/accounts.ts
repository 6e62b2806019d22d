import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import { DomainError, signs, territoriesWith, whyNotAway } from '#domain';
import {
  ACTIVATION_DAYS,
  AppointmentRepository,
  inTransaction,
  LeaveRepository,
  type OfficerListRow,
  OfficerListRepository,
  OfficerRepository,
  SessionRepository,
} from '#persistence';
import { noteBy } from '../audit/note-by.js';
import { endDelegationsOf } from '../delegation/end-delegations-of.js';
import type { Made } from '../mandates/mandates.schemas.js';
import { Commands } from '../shared/commands.js';
import type { CommandContext, SignedIn } from '../shared/command-context.js';
import { demandNone } from './demand-none.js';
import type { AccountChange, ActivationCode, NewLeave } from './organisation.schemas.js';
import { keepsAll } from './organisation-reader.js';
import { demandNoReset } from './demand-no-reset.js';
import { issueActivation } from './issue-activation.js';

const DAY_MS = 86_400_000;

/** When a code that is made now stops working. */
export const codeExpiry = (): Date => new Date(Date.now() + ACTIVATION_DAYS * DAY_MS);

/** Leaves and accounts of officers, for whoever keeps the register of every post that an officer has. */
@Injectable()
export class Accounts {
  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
  ) {}

  /** Closed at once, in whatever session, with its delegations; or opened again, and then nothing of it comes back by itself. */
  async setDisabled(
    context: CommandContext,
    officerId: string,
    isDisabled: boolean,
    { reason }: AccountChange,
  ): Promise<void> {
    await this.commands.run(context, `account:${officerId}`, { isDisabled, reason }, async (manager) => {
      await this.demandKept(manager, context.actor, officerId);
      await new OfficerRepository(manager).setDisabled(officerId, isDisabled);
      if (isDisabled) {
        await new SessionRepository(manager).endAll(officerId, null);
        await endDelegationsOf(manager, context, officerId);
      }
      await note(manager, context, isDisabled ? 'account.disabled' : 'account.enabled', officerId, { reason });
      return {};
    });
  }

  async addLeave(context: CommandContext, officerId: string, command: NewLeave): Promise<Made> {
    return this.commands.run(context, `leave:${officerId}`, command, async (manager) => {
      await new AppointmentRepository(manager).lockRegister();
      await this.demandKept(manager, context.actor, officerId);
      const leaves = new LeaveRepository(manager);
      demandNone(whyNotAway(command, await leaves.of(officerId)));
      const id = await leaves.add({ ...command, officerId }, context.actor.officerId);
      const { firstDay, lastDay } = command;
      await note(manager, context, 'leave.added', officerId, { leaveId: id, firstDay, lastDay });
      return { id };
    });
  }

  async cancelLeave(context: CommandContext, leaveId: string): Promise<void> {
    await this.commands.run(context, `cancel-leave:${leaveId}`, {}, async (manager) => {
      await new AppointmentRepository(manager).lockRegister();
      const leaves = new LeaveRepository(manager);
      const { officerId } = await leaves.find(leaveId);
      await this.demandKept(manager, context.actor, officerId);
      await leaves.cancel(leaveId, context.actor.officerId);
      await note(manager, context, 'leave.cancelled', officerId, { leaveId });
      return {};
    });
  }

  /**
   * A new code for an account that has no password yet; the one before stops working. It is answered once and kept as
   * a hash, so it is no command with a receipt: asking again makes another. Throws ACCOUNT_ACTIVE, CODE_BY_LETTER, RESET_BY_LETTER.
   */
  async issueCode(actor: SignedIn, officerId: string, requestId: string): Promise<z.infer<typeof ActivationCode>> {
    return inTransaction(this.database, async (manager) => {
      const { username, fullName } = await this.demandKept(manager, actor, officerId);
      const posts = await new OfficerListRepository(manager).appointments(officerId);
      if (posts.some(({ role, isOver }) => !isOver && signs(role))) {
        throw new DomainError('CODE_BY_LETTER', 'the second person fetches the code of an officer who signs');
      }
      await demandNoReset(manager, officerId);
      const code = await issueActivation(manager, officerId, actor.officerId);
      if (code === undefined) throw new DomainError('ACCOUNT_ACTIVE', 'the account has a password or is closed');
      await note(manager, { actor, requestId }, 'account.code-issued', officerId);
      return { username, fullName, code, expiresAt: codeExpiry() };
    });
  }

  /** Throws OFFICER_UNKNOWN, OWN_APPOINTMENT, REGISTER_NOT_YOURS. */
  private async demandKept(manager: EntityManager, actor: SignedIn, officerId: string): Promise<OfficerListRow> {
    const list = new OfficerListRepository(manager);
    const officer = await list.find(officerId, territoriesWith(actor, 'organisation:write'));
    if (officerId === actor.officerId) demandNone([{ code: 'OWN_APPOINTMENT', field: 'officerId', details: {} }]);
    if (!keepsAll(actor, await list.appointments(officerId))) {
      demandNone([{ code: 'REGISTER_NOT_YOURS', field: 'officerId', details: {} }]);
    }
    return officer;
  }
}

async function note(
  manager: EntityManager,
  context: Pick<CommandContext, 'actor' | 'requestId'>,
  action: string,
  subjectId: string,
  details: Record<string, unknown> = {},
): Promise<void> {
  await noteBy(manager, context, { action, subjectType: 'officer', subjectId, details });
}
