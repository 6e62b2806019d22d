import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { hashPassword } from '#auth';
import { DomainError } from '#domain';
import { AuditRepository, inTransaction, OfficerRepository, SessionRepository } from '#persistence';
import type { SignedIn } from '../shared/command-context.js';
import type { NewPassword } from './auth.schemas.js';
import { demandPassword } from './demand-password.js';
import { demandStrength } from './demand-strength.js';

interface Circumstances {
  readonly sessionId: string;
  readonly requestId: string;
  readonly address: string;
}

/** A new password in the place of the old one. */
@Injectable()
export class ChangePassword {
  constructor(private readonly database: DataSource) {}

  /**
   * Ends every session but the one it is asked in. No command with a receipt: what a receipt would repeat is a secret.
   * Throws CREDENTIALS_WRONG for another old password, PASSWORD_WEAK, ACCOUNT_LOCKED.
   */
  async change(actor: SignedIn, command: NewPassword, { sessionId, requestId, address }: Circumstances): Promise<void> {
    const { officerId } = actor;
    const given = { password: command.oldPassword, field: 'oldPassword', address };
    const officer = await demandPassword(this.database.manager, actor, given);
    demandStrength(command.newPassword, officer, 'newPassword');
    const passwordHash = await hashPassword(command.newPassword);
    await inTransaction(this.database, async (manager) => {
      // Whoever reset the account meanwhile has the last word.
      if (!(await new OfficerRepository(manager).changePassword(officerId, officer.passwordHash, passwordHash))) {
        const refusals = [{ code: 'PASSWORD_WRONG', field: 'oldPassword', details: {} }];
        throw new DomainError('PASSWORD_WRONG', 'the password was changed meanwhile', { refusals });
      }
      const sessions = await new SessionRepository(manager).endAll(officerId, sessionId);
      await new AuditRepository(manager).note({
        ...{ officerId, action: 'password.changed', subjectType: 'officer', subjectId: officerId, requestId },
        details: { address, sessions },
      });
    });
  }
}
