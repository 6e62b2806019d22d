import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import type { Config } from '#config';
import { demandFreshFactor, DomainError, signs } from '#domain';
import {
  AttemptRepository,
  AuditRepository,
  inTransaction,
  PasskeyRepository,
  type PasskeyPurpose,
  type PasskeyRow,
  SecondFactorRepository,
} from '#persistence';
import type { SignedIn } from '../shared/command-context.js';
import { CONFIG } from '../shared/config.js';
import { demandPassword } from './demand-password.js';
import { madeBy, optionsToMake, optionsToSign, signedBy, wrong } from './passkey-ceremony.js';
import type { NewPasskey, PasskeyAnswer, PasskeyOptions, PasskeyList } from './passkeys.schemas.js';
import type { ProofFrom } from './second-factors.js';
import { countedProof } from './sign-in-limits.js';

type Options = Promise<z.infer<typeof PasskeyOptions>>;

/**
 * An officer's passkeys: made, proved by, taken away. Each is asked once, by a challenge of minutes. No command with a receipt: what
 * a device signs is a secret while it counts.
 */
@Injectable()
export class Passkeys {
  constructor(
    private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async list({ officerId }: SignedIn): Promise<z.infer<typeof PasskeyList>> {
    const rows = await this.#of(officerId);
    const passkeys = rows.map(({ id, name, createdAt, usedAt }) => ({ id, name, createdAt, usedAt }));
    return { isOffered: this.config.passkeys !== undefined, passkeys };
  }

  /** For the device, with the password; who has a factor already has proved it just now. Throws PASSWORD_WRONG, PROOF_REQUIRED, PASSKEYS_OFF. */
  async begin(actor: SignedIn, password: string, { address }: ProofFrom): Options {
    const place = this.#place();
    demandFreshFactor(actor);
    await demandPassword(this.database.manager, actor, { password, field: 'password', address });
    const options = await optionsToMake(place, actor, await this.#of(actor.officerId));
    return this.#challenged(actor.officerId, 'register', options);
  }

  /** From now on the account asks for a passkey or a code. Throws PASSKEY_WRONG, PASSKEY_KNOWN, PROOF_REQUIRED, PASSKEYS_OFF. */
  async add(actor: SignedIn, { name, answer }: NewPasskey, from: ProofFrom): Promise<void> {
    const place = this.#place();
    demandFreshFactor(actor);
    const { officerId } = actor;
    const made = await madeBy(place, await this.#taken(officerId, 'register'), answer);
    await inTransaction(this.database, async (manager) => {
      if (!(await new PasskeyRepository(manager).add({ ...made, officerId, name }))) {
        throw new DomainError('PASSKEY_KNOWN', 'the passkey is known already');
      }
      await new SecondFactorRepository(manager).prove(from.sessionId);
      await note(manager, officerId, 'passkey.added', from);
    });
  }

  /** For the device, to prove within a session. Throws PASSKEY_NONE, PASSKEYS_OFF. */
  async beginProof({ officerId }: SignedIn): Options {
    return this.optionsFor(officerId, 'proof');
  }

  /** Proves for some minutes that whoever uses the session is the officer. Throws PASSKEY_WRONG, ACCOUNT_LOCKED, PASSKEYS_OFF. */
  async prove(actor: SignedIn, answer: PasskeyAnswer, from: ProofFrom): Promise<void> {
    const who = { username: actor.username, address: from.address };
    const attempts = new AttemptRepository(this.database.manager);
    await countedProof(attempts, who, () => this.demandSigned(actor.officerId, 'proof', answer, from));
    await inTransaction(this.database, async (manager) => {
      await new SecondFactorRepository(manager).prove(from.sessionId);
      await note(manager, actor.officerId, 'session.proved', from);
    });
  }

  /** Throws PASSWORD_WRONG, PROOF_REQUIRED, PASSKEY_UNKNOWN, LAST_FACTOR for the last one of somebody who signs. */
  async remove(actor: SignedIn, id: string, password: string, from: ProofFrom): Promise<void> {
    demandFreshFactor(actor);
    await demandPassword(this.database.manager, actor, { password, field: 'password', address: from.address });
    const { officerId } = actor;
    await inTransaction(this.database, async (manager) => {
      const passkeys = new PasskeyRepository(manager);
      await passkeys.lock(officerId);
      const hasCode = (await new SecondFactorRepository(manager).find(officerId))?.isConfirmed === true;
      if (!(await passkeys.remove(officerId, id))) throw new DomainError('PASSKEY_UNKNOWN', 'no such passkey');
      const isLast = !hasCode && (await passkeys.of(officerId)).length === 0;
      if (isLast && actor.appointments.some(({ role }) => signs(role))) {
        throw new DomainError('LAST_FACTOR', 'who signs keeps a second factor');
      }
      await note(manager, officerId, 'passkey.removed', from);
    });
  }

  async has(officerId: string): Promise<boolean> {
    return (await this.#of(officerId)).length > 0;
  }

  /** Throws PASSKEY_NONE, PASSKEYS_OFF. */
  async optionsFor(officerId: string, purpose: PasskeyPurpose): Options {
    const place = this.#place();
    const known = await this.#of(officerId);
    if (known.length === 0) throw new DomainError('PASSKEY_NONE', 'the account has no passkey');
    return this.#challenged(officerId, purpose, await optionsToSign(place, known));
  }

  /** Whether one of the officer's devices signed what it was asked to, once. Throws PASSKEY_WRONG; a device that counts back is recorded. */
  async demandSigned(
    officerId: string,
    purpose: PasskeyPurpose,
    answer: PasskeyAnswer,
    from: Pick<ProofFrom, 'requestId' | 'address'>,
  ): Promise<void> {
    const place = this.#place();
    const challenge = await this.#taken(officerId, purpose);
    const passkey = (await this.#of(officerId)).find(({ credentialId }) => credentialId === answer.id);
    if (passkey === undefined) throw wrong();
    const counter = await signedBy(place, challenge, passkey, answer);
    const { manager } = this.database;
    if (await new PasskeyRepository(manager).use(passkey.id, counter)) return;
    await note(manager, officerId, 'passkey.counted-back', from, { passkeyId: passkey.id, counter });
    throw wrong();
  }

  #place(): NonNullable<Config['passkeys']> {
    if (this.config.passkeys === undefined) throw new DomainError('PASSKEYS_OFF', 'no name that passkeys belong to');
    return this.config.passkeys;
  }

  #of(officerId: string): Promise<PasskeyRow[]> {
    return new PasskeyRepository(this.database.manager).of(officerId);
  }

  async #challenged(officerId: string, purpose: PasskeyPurpose, options: { readonly challenge: string }): Options {
    await new PasskeyRepository(this.database.manager).challenge(officerId, purpose, options.challenge);
    return { options: { ...options } };
  }

  async #taken(officerId: string, purpose: PasskeyPurpose): Promise<string> {
    const challenge = await new PasskeyRepository(this.database.manager).takeChallenge(officerId, purpose);
    if (challenge === undefined) throw wrong();
    return challenge;
  }
}

const note = (
  manager: EntityManager,
  officerId: string,
  action: string,
  { requestId, address }: Pick<ProofFrom, 'requestId' | 'address'>,
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> =>
  new AuditRepository(manager).note({
    ...{ officerId, action, subjectType: 'officer', subjectId: officerId, requestId },
    details: { address, ...details },
  });
