import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import { hashPassword, hashToken, newToken, passwordMatches } from '#auth';
import type { Config } from '#config';
import { DomainError } from '#domain';
import { AuditRepository, OfficerRepository, type SessionKind, SessionRepository } from '#persistence';
import { CONFIG } from '../shared/config.provider.js';
import type { DemoAccounts } from './auth.schemas.js';
import type { SignedIn } from '../shared/request-context.js';
import { countFailures, refuseTooMany } from './sign-in-limits.js';

export const SESSION_COOKIE = 'amanah_session';
const MINUTES: Readonly<Record<SessionKind, number>> = { web: 30, bearer: 8 * 60 };

/** Signing in and out, and the person behind a cookie or a bearer token. */
@Injectable()
export class SessionsService {
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

  async signOut(request: FastifyRequest): Promise<void> {
    const held = this.tokenOf(request);
    if (held !== undefined) await new SessionRepository(this.database.manager).end(hashToken(held.token));
  }

  async actorOf(request: FastifyRequest): Promise<SignedIn | undefined> {
    const held = this.tokenOf(request);
    if (held === undefined) return undefined;
    const sessions = new SessionRepository(this.database.manager);
    return sessions.actorOf(hashToken(held.token), held.kind, MINUTES[held.kind]);
  }

  /** Made-up people to sign in as, offered on the sign-in page of a sandbox only; not those whom somebody entered there. */
  async demoAccounts(): Promise<z.infer<typeof DemoAccounts>> {
    if (!this.config.sandbox) return [];
    return this.database.manager.query(
      `select o.username, o.full_name as "fullName", a.role, f.name as office, f.level,
              f.territory_code as "territoryCode"
         from officer o join appointment a on a.officer_id = o.id join office f on f.id = a.office_id
        where a.valid_to is null and a.created_by is null order by length(f.territory_code), f.territory_code, a.role`,
    );
  }

  private tokenOf(request: FastifyRequest): { token: string; kind: SessionKind } | undefined {
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (bearer !== undefined) return { token: bearer, kind: 'bearer' };
    const cookie = request.cookies[SESSION_COOKIE];
    return cookie === undefined ? undefined : { token: cookie, kind: 'web' };
  }
}
