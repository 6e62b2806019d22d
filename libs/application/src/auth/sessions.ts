import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { hashPassword, hashToken, newToken, passwordMatches } from '#auth';
import type { Config } from '#config';
import { DomainError, POWERS_OF_ROLE, type SecondFactor } from '#domain';
import type { Language } from '#messages';
import {
  AttemptRepository,
  AuditRepository,
  type CameFrom,
  OfficerRepository,
  type OfficerRow,
  type SessionActor,
  type SessionKind,
  SessionRepository,
  ProgrammeClockRepository,
} from '#persistence';
import { CONFIG } from '../shared/config.js';
import { type Credentials, type DemoAccounts, Me, type PasskeySignIn } from './auth.schemas.js';
import { Passkeys } from './passkeys.js';
import type { SignedIn } from '../shared/command-context.js';
import { SecondFactors } from './second-factors.js';
import { type Attempt, attemptSucceeded, reserveAttempt } from './sign-in-limits.js';

/** A web session lives on while it is used, for a working day at most; a bearer token lives its time. */
const LIFE: Readonly<Record<SessionKind, { idleMinutes: number; mostMinutes: number }>> = {
  web: { idleMinutes: 30, mostMinutes: 12 * 60 },
  bearer: { idleMinutes: 8 * 60, mostMinutes: 8 * 60 },
};

export type { CameFrom };

/** What a client holds of its session: the secret of a cookie, or of a bearer token. */
export interface HeldToken {
  readonly token: string;
  readonly kind: SessionKind;
}

/** Signing in and out, and the person behind a token. */
@Injectable()
export class Sessions {
  /** Compared when the account does not exist, so that the answer takes as long. */
  private readonly decoy = hashPassword('no such account');

  constructor(
    private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
    private readonly factors: SecondFactors,
    private readonly passkeys: Passkeys,
  ) {}

  /** A session's secret. Throws CREDENTIALS_WRONG, CODE_REQUIRED, PASSKEY_REQUIRED, CODE_WRONG or PASSKEY_WRONG where a second factor is set up, or ACCOUNT_LOCKED after too many failures. */
  async signIn(
    credentials: Credentials,
    kind: SessionKind,
    from: CameFrom,
    requestId: string,
  ): Promise<{ token: string; expiresAt: Date }> {
    const { manager } = this.database;
    const { attempt, answer: officer } = await this.counted(credentials, from, requestId, async (matching) => ({
      ...matching,
      // Asked after the password, so that whoever does not know it learns nothing.
      isProved: await this.isProvedBy(matching.id, credentials, from, requestId),
    }));
    await attemptSucceeded(new AttemptRepository(manager), attempt);
    return this.start(officer, { kind, isProved: officer.isProved }, from, requestId);
  }

  /** A web session for whom the identity provider has named; money and law ask for Amanah's own second factor. */
  async startFor(officer: OfficerRow, from: CameFrom, requestId: string): Promise<{ token: string }> {
    return this.start(officer, { kind: 'web', isProved: false, by: 'provider' }, from, requestId);
  }

  private async start(
    { id: officerId, passwordHash }: OfficerRow,
    { kind, isProved, by }: { readonly kind: SessionKind; readonly isProved: boolean; readonly by?: 'provider' },
    from: CameFrom,
    requestId: string,
  ): Promise<{ token: string; expiresAt: Date }> {
    const { manager } = this.database;
    const token = newToken();
    const begun = { tokenHash: hashToken(token), officerId, kind, life: LIFE[kind], from, isProved, passwordHash };
    const expiresAt = await new SessionRepository(manager).start(begun);
    if (expiresAt === undefined) throw new DomainError('CREDENTIALS_WRONG', 'the password was changed meanwhile');
    await new AuditRepository(manager).note({
      ...{ officerId, action: 'session.started', subjectType: 'officer', subjectId: officerId, requestId },
      details: { kind, address: from.address, ...(by === undefined ? {} : { by }) },
    });
    return { token, expiresAt };
  }

  /** What a passkey is to sign at sign-in, for who knows the password; counted as a sign-in. Throws CREDENTIALS_WRONG, PASSKEY_NONE, ACCOUNT_LOCKED. */
  async passkeyOptions(
    credentials: PasskeySignIn,
    from: CameFrom,
    requestId: string,
  ): ReturnType<Passkeys['optionsFor']> {
    // The attempt stays counted until the passkey has answered: a known password alone frees nobody's guesses of codes.
    const { answer } = await this.counted(credentials, from, requestId, ({ id }) =>
      this.passkeys.optionsFor(id, 'sign-in'),
    );
    return answer;
  }

  /** Throws CODE_REQUIRED or PASSKEY_REQUIRED by what the account has, CODE_WRONG, PASSKEY_WRONG. */
  private async isProvedBy(
    officerId: string,
    { code, passkey }: Credentials,
    { address }: CameFrom,
    requestId: string,
  ): Promise<boolean> {
    if (passkey !== undefined) {
      await this.passkeys.demandSigned(officerId, 'sign-in', passkey, { address, requestId });
      return true;
    }
    const isProved = await this.factors.isProvedBy(officerId, code);
    if (!isProved && (await this.passkeys.has(officerId)))
      throw new DomainError('PASSKEY_REQUIRED', 'the account asks for a passkey');
    return isProved;
  }

  /** Undefined when the session is over. Asking lengthens it. */
  async actorOf({ token, kind }: HeldToken): Promise<SessionActor | undefined> {
    const sessions = new SessionRepository(this.database.manager);
    const actor = await sessions.actorOf(hashToken(token), kind, LIFE[kind].idleMinutes);
    return actor && { ...actor, secondFactor: this.standingOf(actor) };
  }

  async setLanguage(officerId: string, language: Language): Promise<void> {
    await new OfficerRepository(this.database.manager).setLanguage(officerId, language);
  }

  /** Made-up people to sign in as, offered on the sign-in page of a sandbox only; not those whom somebody entered there. */
  async demoAccounts(): Promise<z.infer<typeof DemoAccounts>> {
    if (!this.config.sandbox) return [];
    return new OfficerRepository(this.database.manager).demo();
  }

  /** Who somebody is, for their own screen: posts, powers, for whom they stand in. */
  async describe(actor: SignedIn): Promise<z.infer<typeof Me>> {
    return {
      officerId: actor.officerId,
      username: actor.username,
      fullName: actor.fullName,
      language: actor.language,
      sandbox: this.config.sandbox,
      now: await new ProgrammeClockRepository(this.database.manager).now(),
      appointments: [...actor.appointments],
      powers: [...new Set(actor.appointments.flatMap(({ role }) => POWERS_OF_ROLE[role]))],
      standsFor: (actor.standsFor ?? []).map(({ delegationId, principal, between, appointment, validTo }) => ({
        ...{ delegationId, validTo, role: appointment.role, officeName: appointment.officeName },
        principal: principal.fullName,
        between: between.map(({ fullName }) => fullName),
      })),
    };
  }

  private standingOf({ hasSecondFactor, isProved }: SessionActor): SecondFactor | undefined {
    if (hasSecondFactor) return isProved ? 'fresh' : 'stale';
    return this.config.secondFactor === 'signing' ? 'missing' : undefined;
  }

  /** Name and password, counted before they are looked at; then `next` for whose they are. Throws as both do; refusals are recorded. */
  private async counted<T>(
    credentials: PasskeySignIn,
    from: CameFrom,
    requestId: string,
    next: (officer: OfficerRow) => Promise<T>,
  ): Promise<{ attempt: Attempt; answer: T }> {
    const { manager } = this.database;
    const { username } = credentials;
    const isKnownPlace = await new SessionRepository(manager).hasBeenFrom(username, from.address);
    const attempt = { account: username, address: from.address, isKnownPlace };
    const answer = await this.recorded(username, from, requestId, async () => {
      await reserveAttempt(new AttemptRepository(manager), attempt);
      return next(await this.matching(credentials));
    });
    return { attempt, answer };
  }

  /** Writes down what was refused, and of a burst that is held up its first. What is typed as a name of nobody is not kept: it may be a password. */
  private async recorded<T>(username: string, from: CameFrom, requestId: string, look: () => Promise<T>): Promise<T> {
    try {
      return await look();
    } catch (error) {
      if (!(error instanceof DomainError) || !isWorthNoting(error)) throw error;
      const officer = await new OfficerRepository(this.database.manager).byUsername(username);
      await new AuditRepository(this.database.manager).note({
        ...{ officerId: officer?.id, action: 'session.refused', subjectType: 'officer', requestId },
        ...{ subjectId: officer?.id ?? 'unknown', details: { code: error.code, address: from.address } },
      });
      throw error;
    }
  }

  /** Whose name and password these are. Throws CREDENTIALS_WRONG, as slowly for an account that is not there. */
  private async matching({ username, password }: { username: string; password: string }): Promise<OfficerRow> {
    const officer = await new OfficerRepository(this.database.manager).byUsername(username);
    // An account that was never activated has no password.
    const isActivated = officer !== undefined && officer.passwordHash !== '';
    const matches = await passwordMatches(isActivated ? officer.passwordHash : await this.decoy, password);
    if (!isActivated || !matches) throw new DomainError('CREDENTIALS_WRONG', 'sign-in refused');
    return officer;
  }
}

const isWorthNoting = ({ code, details }: DomainError): boolean =>
  ['CREDENTIALS_WRONG', 'CODE_WRONG', 'PASSKEY_WRONG'].includes(code) ||
  (code === 'ACCOUNT_LOCKED' && details['isFirst'] === true);
