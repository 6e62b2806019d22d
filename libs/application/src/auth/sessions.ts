import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { hashPassword, hashToken, newToken, passwordMatches } from '#auth';
import type { Config } from '#config';
import { DomainError, POWERS_OF_ROLE } from '#domain';
import type { Language } from '#messages';
import {
  AuditRepository,
  OfficerRepository,
  type SessionKind,
  SessionRepository,
  ProgrammeClockRepository,
} from '#persistence';
import { CONFIG } from '../shared/config.js';
import { type DemoAccounts, Me } from './auth.schemas.js';
import type { SignedIn } from '../shared/command-context.js';
import { countFailures, refuseTooMany } from './sign-in-limits.js';

const MINUTES: Readonly<Record<SessionKind, number>> = { web: 30, bearer: 8 * 60 };

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
  ) {}

  /** A session's secret. Throws CREDENTIALS_WRONG, or ACCOUNT_LOCKED after too many failures. */
  async signIn(
    credentials: { username: string; password: string },
    kind: SessionKind,
    address: string,
  ): Promise<{ token: string; expiresAt: Date }> {
    const sessions = new SessionRepository(this.database.manager);
    const keys = [`account:${credentials.username}`, `address:${address}`] as const;
    await refuseTooMany(sessions, keys);
    const officer = await new OfficerRepository(this.database.manager).byUsername(credentials.username);
    // An account that was never activated has no password: it answers as slowly as one that is not there.
    const isActivated = officer !== undefined && officer.passwordHash !== '';
    const stored = isActivated ? officer.passwordHash : await this.decoy;
    const matches = await passwordMatches(stored, credentials.password);
    if (!isActivated || !matches) {
      await countFailures(sessions, keys);
      throw new DomainError('CREDENTIALS_WRONG', 'sign-in refused');
    }
    await sessions.forgetFailures(keys[0]);
    const token = newToken();
    const expiresAt = await sessions.start(hashToken(token), officer.id, kind, MINUTES[kind]);
    await new AuditRepository(this.database.manager).note({
      officerId: officer.id,
      action: 'session.started',
      subjectType: 'officer',
      subjectId: officer.id,
      details: { kind },
    });
    return { token, expiresAt };
  }

  async signOut({ token }: HeldToken): Promise<void> {
    await new SessionRepository(this.database.manager).end(hashToken(token));
  }

  /** Undefined when the session is over. Asking lengthens it. */
  async actorOf({ token, kind }: HeldToken): Promise<SignedIn | undefined> {
    const sessions = new SessionRepository(this.database.manager);
    return sessions.actorOf(hashToken(token), kind, MINUTES[kind]);
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
}
