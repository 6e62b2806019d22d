import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import {
  demandOwn,
  demandProof,
  demandWaiting,
  DomainError,
  territoriesWith,
  whyResetNotConfirmed,
  WorkingCalendar,
} from '#domain';
import {
  AccountResetRepository,
  type AccountResetRow,
  ActivationRepository,
  IdentityRepository,
  HolidayRepository,
  inTransaction,
  OfficerListRepository,
  OfficerRepository,
  PasskeyRepository,
  PolicyRepository,
  ProgrammeClockRepository,
  SecondFactorRepository,
  SessionRepository,
} from '#persistence';
import { noteBy } from '../audit/note-by.js';
import type { CommandContext, SignedIn } from '../shared/command-context.js';
import { Commands } from '../shared/commands.js';
import type { NewAccountReset } from './account-resets.schemas.js';
import { codeExpiry } from './accounts.js';
import { demandNone } from './demand-none.js';
import { issueActivation } from './issue-activation.js';
import { currentPosts, keepsAll } from './organisation-reader.js';
import type { AccountChange, ActivationCode } from './organisation.schemas.js';
import { resetConfirmers, tellOfDecision, tellOfRequest } from './tell-of-reset.js';

type Id = Promise<{ id: string }>;

/** A way back for who lost the password or the second factor: a keeper of the register asks, a second person confirms, a letter opens. */
@Injectable()
export class AccountResets {
  constructor(
    private readonly database: DataSource,
    private readonly calendar: WorkingCalendar,
    private readonly commands: Commands,
  ) {}

  /**
   * Changes nothing of the account. Those who may confirm, and the officer, are told. Throws OFFICER_UNKNOWN, RESET_OWN_ACCOUNT,
   * REGISTER_NOT_YOURS, RESET_NEEDLESS without a password or a post, RESET_OPEN, RESET_NO_SECOND where nobody could confirm.
   */
  async propose(context: CommandContext, officerId: string, command: NewAccountReset): Id {
    return this.commands.run(context, `account-reset:${officerId}`, command, async (manager) => {
      const { actor } = context;
      const list = new OfficerListRepository(manager);
      const officer = await list.find(officerId, territoriesWith(actor, 'organisation:write'));
      const posts = currentPosts(await list.appointments(officerId));
      if (officerId === actor.officerId) demandNone([{ code: 'RESET_OWN_ACCOUNT', field: 'officerId', details: {} }]);
      if (posts.length > 0 && !keepsAll(actor, posts)) {
        demandNone([{ code: 'REGISTER_NOT_YOURS', field: 'officerId', details: {} }]);
      }
      if (posts.length === 0) throw needless();
      demandPassworded(officer.state);
      const confirmers = await resetConfirmers(manager, { officerId, proposedBy: actor.officerId }, posts);
      if (confirmers.length === 0) throw new DomainError('RESET_NO_SECOND', 'nobody could confirm it');
      const dueOn = await this.dueOn(manager, posts[0]?.territoryCode ?? 'ID');
      const resets = new AccountResetRepository(manager);
      const id = await resets.propose({ ...command, officerId, dueOn, proposedBy: actor.officerId });
      if (id === undefined) throw new DomainError('RESET_OPEN', 'one waits already, or was confirmed');
      await tellOfRequest(manager, await resets.find(id), confirmers, posts);
      await note(manager, context, 'account.reset-proposed', { id, officerId }, { lost: command.lost });
      return { id };
    });
  }

  /**
   * From here on the old password opens nothing, every session is over, and the second factor is gone where it was lost; what opens
   * is the code of the letter. Throws PROOF_REQUIRED, RESET_UNKNOWN, RESET_DECIDED, RESET_OWN_REQUEST, RESET_OWN_ACCOUNT,
   * RESET_NOT_YOURS, RESET_NEEDLESS for an account that was closed meanwhile.
   */
  async confirm(context: CommandContext, resetId: string): Id {
    return this.commands.run(context, `account-reset:confirm:${resetId}`, {}, async (manager) => {
      demandProof(context.actor);
      const { reset, posts, state } = await mine(manager, context.actor, resetId);
      demandWaiting(reset, { code: 'RESET_DECIDED' });
      demandPassworded(state);
      const { officerId } = reset;
      // The password first: a sign-in by it either was before, and its session ends here, or finds another.
      await new OfficerRepository(manager).dropPassword(officerId);
      await new ActivationRepository(manager).withdraw(officerId);
      await new IdentityRepository(manager).endAll(officerId);
      if (reset.lost !== 'password') {
        await new SecondFactorRepository(manager).remove(officerId);
        await new PasskeyRepository(manager).removeAll(officerId);
      }
      const sessions = await new SessionRepository(manager).endAll(officerId, null);
      await new AccountResetRepository(manager).decide(resetId, 'confirmed', context.actor.officerId, null);
      await tellOfDecision(manager, reset, 'confirmed', posts);
      await note(manager, context, 'account.reset-confirmed', reset, { lost: reset.lost, sessions });
      return { id: resetId };
    });
  }

  /** The account stays as it is, and who asked hears why. Throws as `confirm` does, without the proof. */
  async refuse(context: CommandContext, resetId: string, { reason }: AccountChange): Id {
    return this.commands.run(context, `account-reset:refuse:${resetId}`, { reason }, async (manager) => {
      const { reset } = await mine(manager, context.actor, resetId);
      return end(manager, context, reset, 'refused', reason);
    });
  }

  /** Takes back one's own while it waits. Throws RESET_UNKNOWN, RESET_DECIDED, RESET_NOT_OWN. */
  async withdraw(context: CommandContext, resetId: string): Id {
    return this.commands.run(context, `account-reset:withdraw:${resetId}`, {}, async (manager) => {
      const { reset } = await seen(manager, context.actor, resetId);
      demandOwn(reset, context.actor.officerId, { code: 'RESET_NOT_OWN' });
      return end(manager, context, reset, 'withdrawn', null);
    });
  }

  /** The officer's own no, from a session that still lives: nobody gets into their account. Throws RESET_UNKNOWN, RESET_DECIDED. */
  async object(context: CommandContext): Id {
    return this.commands.run(context, 'account-reset:object', {}, async (manager) => {
      const resets = new AccountResetRepository(manager);
      const own = await resets.latest(context.actor.officerId);
      if (own === undefined) throw new DomainError('RESET_UNKNOWN', 'no reset of this account');
      return end(manager, context, await resets.find(own.id), 'objected', null);
    });
  }

  /** What waits about the reader's own account. */
  async own({ officerId }: SignedIn): Promise<AccountResetRow | undefined> {
    const found = await new AccountResetRepository(this.database.manager).latest(officerId);
    return found?.state === 'proposed' ? found : undefined;
  }

  /**
   * The code, for the letter alone, to be handed over sealed by who may confirm; another makes the one before useless. No command
   * with a receipt: it is answered once. Throws PROOF_REQUIRED, RESET_NOT_CONFIRMED, and as `confirm` does about who asks.
   */
  async letter(actor: SignedIn, resetId: string, requestId: string): Promise<z.infer<typeof ActivationCode>> {
    return inTransaction(this.database, async (manager) => {
      demandProof(actor);
      const { reset, username, fullName } = await mine(manager, actor, resetId);
      if (reset.state !== 'confirmed') throw new DomainError('RESET_NOT_CONFIRMED', 'nobody has confirmed it');
      const code = await issueActivation(manager, reset.officerId, actor.officerId);
      if (code === undefined) throw needless();
      await note(manager, { actor, requestId }, 'account.letter-fetched', reset);
      return { username, fullName, code, expiresAt: codeExpiry() };
    });
  }

  private async dueOn(manager: EntityManager, territoryCode: string): Promise<string> {
    const calendars = await new HolidayRepository(manager).calendars(this.calendar);
    const days = (await new PolicyRepository(manager).ofOffices()).count('accounts.reset_days');
    return calendars.for(territoryCode).addWorkingDays(await new ProgrammeClockRepository(manager).today(), days);
  }
}

/** A reset of an officer within the reader's sight. Throws RESET_UNKNOWN, OFFICER_UNKNOWN outside of it. */
async function seen(manager: EntityManager, actor: SignedIn, resetId: string) {
  const reset = await new AccountResetRepository(manager).find(resetId);
  const list = new OfficerListRepository(manager);
  const { state, username, fullName } = await list.find(reset.officerId, territoriesWith(actor, 'organisation:read'));
  return { reset, state, username, fullName, posts: currentPosts(await list.appointments(reset.officerId)) };
}

/** One that the actor may decide on. */
async function mine(manager: EntityManager, actor: SignedIn, resetId: string) {
  const found = await seen(manager, actor, resetId);
  demandNone(whyResetNotConfirmed(actor, found.reset, found.posts));
  return found;
}

async function end(
  manager: EntityManager,
  context: CommandContext,
  reset: AccountResetRow,
  state: 'refused' | 'withdrawn' | 'objected',
  reason: string | null,
): Id {
  demandWaiting(reset, { code: 'RESET_DECIDED' });
  await new AccountResetRepository(manager).decide(reset.id, state, context.actor.officerId, reason);
  await tellOfDecision(manager, reset, state, []);
  await note(manager, context, `account.reset-${state}`, reset);
  return { id: reset.id };
}

/** A closed account stays closed, and one without a password needs a first code. */
function demandPassworded(state: string): void {
  if (state === 'disabled' || state === 'waiting') throw needless();
}

const needless = (): DomainError =>
  new DomainError('RESET_NEEDLESS', 'the account has no post or no password, or is closed');

const note = (
  manager: EntityManager,
  context: Pick<CommandContext, 'actor' | 'requestId'>,
  action: string,
  { id: resetId, officerId }: Pick<AccountResetRow, 'id' | 'officerId'>,
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> =>
  noteBy(manager, context, {
    ...{ action, subjectType: 'officer', subjectId: officerId },
    details: { resetId, ...details },
  });
