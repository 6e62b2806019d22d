import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { z } from 'zod';
import { codeHash } from '#auth';
import { demandFreshFactor, DomainError } from '#domain';
import { AttemptRepository, AuditRepository, inTransaction, PersonVault, SecondFactorRepository } from '#persistence';
import type { SignedIn } from '../shared/command-context.js';
import type { NewSecondFactor, RecoveryCodes, SecondFactorState } from './auth.schemas.js';
import { newRecoveryCodes, newSecret, provisioning, stepOf } from './authenticator.js';
import { demandPassword } from './demand-password.js';
import { countedProof } from './sign-in-limits.js';

export interface ProofFrom {
  readonly sessionId: string;
  readonly requestId: string;
  readonly address: string;
}

/** An officer's second factor: set up, proved, taken away. No command with a receipt: what a receipt would repeat is a secret. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly database: DataSource,
    private readonly vault: PersonVault,
  ) {}

  async state(actor: SignedIn): Promise<z.infer<typeof SecondFactorState>> {
    const found = await new SecondFactorRepository(this.database.manager).find(actor.officerId);
    return { isSetUp: found?.isConfirmed ?? false, recoveryLeft: found?.recoveryLeft ?? 0 };
  }

  /** A new secret for the app, shown once; it counts when a first code confirms it. Throws PASSWORD_WRONG, PROOF_REQUIRED, SECOND_FACTOR_SET_UP, ACCOUNT_LOCKED. */
  async begin(actor: SignedIn, password: string, from: ProofFrom): Promise<z.infer<typeof NewSecondFactor>> {
    await this.#demandPassword(actor, password, from);
    demandFreshFactor(actor);
    const secret = newSecret();
    const isNew = await new SecondFactorRepository(this.database.manager).begin(
      actor.officerId,
      this.vault.sealBytes(secret),
    );
    if (!isNew) throw new DomainError('SECOND_FACTOR_SET_UP', 'a second factor is there already');
    return provisioning(secret, actor.username);
  }

  /** The first code: from now on the account asks for one. Answers with the recovery codes, once. Throws CODE_WRONG, PROOF_REQUIRED, SECOND_FACTOR_NONE. */
  async confirm(actor: SignedIn, code: string, from: ProofFrom): Promise<z.infer<typeof RecoveryCodes>> {
    demandFreshFactor(actor);
    return this.#counted(actor, from, async () => {
      const found = await new SecondFactorRepository(this.database.manager).find(actor.officerId);
      if (found?.isConfirmed !== false) throw none();
      const step = stepOf(this.vault.openBytes(found.secretSealed), code);
      if (step === undefined) throw wrong();
      const codes = newRecoveryCodes();
      await this.#noted(actor, from, 'second-factor.set-up', async (factors) => {
        if (!(await factors.confirm(actor.officerId, step, codes.map(codeHash)))) throw none();
        await factors.prove(from.sessionId);
      });
      return { codes };
    });
  }

  /** Proves for some minutes that whoever uses the session is the officer. Throws CODE_WRONG, SECOND_FACTOR_NONE, ACCOUNT_LOCKED. */
  async prove(actor: SignedIn, code: string, from: ProofFrom): Promise<void> {
    await this.#counted(actor, from, () => this.demandCode(actor.officerId, code));
    await this.#noted(actor, from, 'session.proved', (factors) => factors.prove(from.sessionId));
  }

  /** Takes it away. Throws PASSWORD_WRONG, CODE_WRONG, SECOND_FACTOR_NONE, ACCOUNT_LOCKED. */
  async remove(actor: SignedIn, proof: { password: string; code: string }, from: ProofFrom): Promise<void> {
    await this.#demandPassword(actor, proof.password, from);
    await this.#counted(actor, from, () => this.demandCode(actor.officerId, proof.code));
    await this.#noted(actor, from, 'second-factor.removed', (factors) => factors.remove(actor.officerId));
  }

  /** Takes a code of the app, or a recovery code; each lets in once. Throws CODE_WRONG, SECOND_FACTOR_NONE. */
  async demandCode(officerId: string, code: string): Promise<void> {
    const factors = new SecondFactorRepository(this.database.manager);
    const found = await factors.find(officerId);
    if (found?.isConfirmed !== true) throw none();
    const step = stepOf(this.vault.openBytes(found.secretSealed), code.trim());
    const isTaken =
      step === undefined ? await factors.takeRecovery(officerId, codeHash(code)) : await factors.take(officerId, step);
    if (!isTaken) throw wrong();
  }

  /** Whether the account asks for a code at all, and this one is right. Throws CODE_REQUIRED, CODE_WRONG. */
  async isProvedBy(officerId: string, code: string | undefined): Promise<boolean> {
    const found = await new SecondFactorRepository(this.database.manager).find(officerId);
    if (found?.isConfirmed !== true) return false;
    if (code === undefined) throw new DomainError('CODE_REQUIRED', 'the account asks for a code');
    await this.demandCode(officerId, code);
    return true;
  }

  async #demandPassword(actor: SignedIn, password: string, { address }: ProofFrom): Promise<void> {
    await demandPassword(this.database.manager, actor, { password, field: 'password', address });
  }

  /** Six digits are few: guesses are counted before they are looked at. */
  async #counted<T>({ username }: SignedIn, { address }: ProofFrom, look: () => Promise<T>): Promise<T> {
    return countedProof(new AttemptRepository(this.database.manager), { username, address }, look);
  }

  async #noted(
    { officerId }: SignedIn,
    { requestId, address }: ProofFrom,
    action: string,
    work: (factors: SecondFactorRepository) => Promise<void>,
  ): Promise<void> {
    await inTransaction(this.database, async (manager: EntityManager) => {
      await work(new SecondFactorRepository(manager));
      const about = { subjectType: 'officer', subjectId: officerId, requestId, details: { address } };
      await new AuditRepository(manager).note({ officerId, action, ...about });
    });
  }
}

const wrong = (): DomainError => new DomainError('CODE_WRONG', 'the code is wrong, or was used before');
const none = (): DomainError => new DomainError('SECOND_FACTOR_NONE', 'there is no second factor to prove');
