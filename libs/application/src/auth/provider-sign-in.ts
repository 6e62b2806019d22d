import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { DomainError } from '#domain';
import {
  AuditRepository,
  type CameFrom,
  IdentityRepository,
  inTransaction,
  OfficerRepository,
  type OfficerRow,
  PersonVault,
} from '#persistence';
import { IdentityProvider, type ProvedIdentity } from './identity-provider.js';
import { Sessions } from './sessions.js';

const LIFE_MINUTES = 10;
const Kept = z.object({
  ...{ state: z.string(), nonce: z.string(), verifier: z.string() },
  to: z.string().nullable(),
  endsAt: z.number(),
});

/**
 * Signing in with an account at the ministry's identity provider. What the browser keeps on its way is sealed and lives ten minutes. Amanah
 * asks for its own second factor where money and law are decided, whatever the provider asked for.
 */
@Injectable()
export class ProviderSignIn {
  constructor(
    private readonly database: DataSource,
    private readonly vault: PersonVault,
    private readonly provider: IdentityProvider,
    private readonly sessions: Sessions,
  ) {}

  /** How people know the provider; null where there is none. */
  get name(): string | null {
    return this.provider.name;
  }

  /** The address of the provider, and what to keep until the answer. Throws PROVIDER_OFF, PROVIDER_UNREACHABLE. */
  async begin(to: string | null): Promise<{ address: string; kept: string }> {
    const { address, journey } = await this.provider.begin();
    const endsAt = Date.now() + LIFE_MINUTES * 60_000;
    const kept = this.vault.sealBytes(Buffer.from(JSON.stringify({ ...journey, to, endsAt })));
    return { address, kept: kept.toString('base64url') };
  }

  /**
   * A session for the officer whom the provider names. Throws PROVIDER_EXPIRED where the browser did not set out or took too long,
   * PROVIDER_DECLINED, PROVIDER_ANSWER, PROVIDER_UNREACHABLE, PROVIDER_NO_OFFICER, PROVIDER_OTHER for another account of a name that is linked.
   */
  async finish(
    query: string,
    kept: string | undefined,
    from: CameFrom,
    requestId: string,
  ): Promise<{ token: string; to: string | null }> {
    const { to, ...journey } = this.#opened(kept);
    const identity = await this.provider.finish(query, journey);
    const officer = await this.#recorded(identity, from, requestId);
    const { token } = await this.sessions.startFor(officer, from, requestId);
    return { token, to };
  }

  #opened(kept: string | undefined): z.infer<typeof Kept> {
    try {
      const opened = this.vault.openBytes(Buffer.from(kept ?? '', 'base64url'));
      const journey = Kept.parse(JSON.parse(opened.toString('utf8')));
      if (journey.endsAt > Date.now()) return journey;
    } catch {
      // Nothing was kept, or nothing of ours.
    }
    throw new DomainError('PROVIDER_EXPIRED', 'the sign-in did not begin in this browser, or too long ago');
  }

  async #recorded(identity: ProvedIdentity, { address }: CameFrom, requestId: string): Promise<OfficerRow> {
    const audit = { subjectType: 'officer', requestId } as const;
    return inTransaction(this.database, async (manager) => {
      const { officer, isNew } = await officerOf(
        new IdentityRepository(manager),
        new OfficerRepository(manager),
        identity,
      );
      if (isNew) {
        await new AuditRepository(manager).note({
          ...{ ...audit, officerId: officer.id, subjectId: officer.id, action: 'identity.linked' },
          details: { issuer: identity.issuer, address },
        });
      }
      return officer;
    }).catch(async (error: unknown) => {
      if (error instanceof DomainError) {
        await new AuditRepository(this.database.manager).note({
          ...{ ...audit, officerId: undefined, subjectId: 'unknown', action: 'session.refused' },
          details: { code: error.code, address, issuer: identity.issuer },
        });
      }
      throw error;
    });
  }
}

/** By the account that was linked; the first time by the name that the provider gives. A name that was linked with another account is refused: names are given on. */
async function officerOf(
  identities: IdentityRepository,
  officers: OfficerRepository,
  identity: ProvedIdentity,
): Promise<{ officer: OfficerRow; isNew: boolean }> {
  const linked = await identities.use(identity);
  const officer =
    linked === undefined ? await officers.byUsername(identity.username ?? '') : await officers.byId(linked);
  if (officer === undefined) throw new DomainError('PROVIDER_NO_OFFICER', 'the register knows nobody of this account');
  if (linked === undefined && !(await identities.link(officer.id, identity))) {
    throw new DomainError('PROVIDER_OTHER', 'the officer is linked with another account of the provider');
  }
  return { officer, isNew: linked === undefined };
}
