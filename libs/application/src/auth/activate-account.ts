import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { activationHash, hashPassword } from '#auth';
import { DomainError } from '#domain';
import {
  AccountResetRepository,
  ActivationRepository,
  AttemptRepository,
  AuditRepository,
  inTransaction,
} from '#persistence';
import { tellOfDecision } from '../organisation/tell-of-reset.js';
import type { Activation } from './auth.schemas.js';
import { demandStrength } from './demand-strength.js';
import { attemptSucceeded, reserveAttempt } from './sign-in-limits.js';

/** Turns a code that was handed over into a password of the officer's own. */
@Injectable()
export class ActivateAccount {
  constructor(private readonly database: DataSource) {}

  /** Once for each code. Throws ACTIVATION_REFUSED without saying what was wrong, PASSWORD_WEAK, ACCOUNT_LOCKED after too many. */
  async activate({ username, code, password }: Activation, address: string): Promise<void> {
    const attempts = new AttemptRepository(this.database.manager);
    const name = username.trim().toLowerCase();
    const attempt = { account: `activate:${name}`, address, isKnownPlace: false };
    await reserveAttempt(attempts, attempt);
    demandStrength(password, { username: name }, 'password');
    const passwordHash = await hashPassword(password);
    const officerId = await inTransaction(this.database, async (manager) => {
      const activated = await new ActivationRepository(manager).activate(name, activationHash(code), passwordHash);
      if (activated === undefined) return undefined;
      await new AuditRepository(manager).note({
        ...{ officerId: activated, action: 'account.activated', subjectType: 'officer', subjectId: activated },
      });
      const used = await new AccountResetRepository(manager).use(activated);
      if (used !== undefined) {
        const { id, proposedBy, decidedBy } = used;
        await tellOfDecision(manager, { id, officerId: activated, proposedBy }, 'used', [], [decidedBy]);
      }
      return activated;
    });
    if (officerId === undefined) throw new DomainError('ACTIVATION_REFUSED', 'activation refused');
    await attemptSucceeded(attempts, attempt);
  }
}
