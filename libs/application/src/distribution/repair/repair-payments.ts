import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { EntityManager } from 'typeorm';
import { ACCOUNT_NUMBER, DomainError, type FailedThrough, repairActions } from '#domain';
import { FailedPaymentRepository, type NewRepair, PaymentOrderRepository, PersonVault } from '#persistence';
import { Commands } from '../../shared/commands.js';
import type { CommandContext } from '../../shared/command-context.js';
import { describeArtefact } from '../../tasks/artefact/describe-artefact.js';
import { keepPaper, takeToWrite } from '../../tasks/artefact/paper-in-task.js';
import type { NewRepairs, PaperSaved } from '../distribution.schemas.js';
import { failedThrough } from './failed-order.js';

type OneRepair = NewRepairs['repairs'][number];

/** What the city puts down for payments that failed; nothing moves before the task is decided, and nothing is paid before PPK and treasurer sign. */
@Injectable()
export class RepairPayments {
  constructor(
    private readonly commands: Commands,
    private readonly vault: PersonVault,
  ) {}

  /**
   * Writes all of them or none; first those named one by one, then those alike that have nothing yet. The first take the task. Throws
   * FAILED_PAYMENT_UNKNOWN for one that is not to be repaired, REPAIR_ACTION for what its reason rules out, REPAIR_NO_POST where
   * no post office pays, REPAIR_ACCOUNT for a
   * number that is none, REPAIR_ACCOUNT_SAME for the one that failed, REPAIR_ACCOUNT_SHARED for another family's.
   */
  async save(context: CommandContext, taskId: string, command: NewRepairs): Promise<z.infer<typeof PaperSaved>> {
    return this.commands.run(context, `repairs:${taskId}`, command, async (manager) => {
      const { actor, task } = await takeToWrite(manager, context, taskId, 'payment.repair');
      const through = await throughWhat(manager, task.subjectId);
      for (const repair of command.repairs) await this.#saveOne(through, actor.officerId, repair);
      const alike = await saveAlike(through, actor.officerId, command.alike);
      const changed = command.repairs.length + alike;
      const subject = { ...task, type: 'order', id: task.subjectId } as const;
      const { hash: artefactHash } = await describeArtefact(manager, subject, 'payment.repair');
      const act = { action: 'repairs.saved', artefactHash, details: { changed } };
      return { changed, artefactHash, savedAt: await keepPaper(manager, context, task, act) };
    });
  }

  async #saveOne(
    through: FailedOrder,
    officerId: string,
    { entitlementId, action, explanation, accountNumber }: OneRepair,
  ): Promise<void> {
    const { failed, orderId } = through;
    const found = await failed.find(orderId, entitlementId);
    if (found === undefined)
      throw new DomainError('FAILED_PAYMENT_UNKNOWN', 'no such payment to repair', { entitlementId });
    demandAction({ ...through, reason: found.reason }, action, entitlementId);
    const account =
      action === 'new_account' ? await this.#newAccount(through, entitlementId, found.sealed, accountNumber ?? '') : {};
    await failed.save(orderId, officerId, { entitlementId, action, explanation, ...account });
  }

  /** The person with the new account, sealed, and the hash of its number. */
  async #newAccount(
    { failed, orderId, channel }: FailedOrder,
    entitlementId: string,
    sealed: Buffer,
    accountNumber: string,
  ): Promise<Pick<NewRepair, 'payeeSealed' | 'accountHash'>> {
    const refused = (code: string, message: string): DomainError => new DomainError(code, message, { entitlementId });
    if (!ACCOUNT_NUMBER.test(accountNumber)) throw refused('REPAIR_ACCOUNT', 'an account has ten to sixteen digits');
    const person = this.vault.open(sealed);
    if (channel === 'card' && person.accountNumber === accountNumber)
      throw refused('REPAIR_ACCOUNT_SAME', 'it is the account that failed');
    const accountHash = this.vault.indexOf(accountNumber);
    if (await failed.isOthersAccount(orderId, entitlementId, accountHash)) {
      throw refused('REPAIR_ACCOUNT_SHARED', 'another family is paid to this account');
    }
    return { payeeSealed: this.vault.seal({ ...person, accountNumber }), accountHash };
  }
}

/** The order of which payments failed, and where else its families can be paid. */
interface FailedOrder extends Omit<FailedThrough, 'reason'> {
  readonly orderId: string;
  readonly failed: FailedPaymentRepository;
}

async function throughWhat(manager: EntityManager, orderId: string): Promise<FailedOrder> {
  const order = await new PaymentOrderRepository(manager).find(orderId);
  return { orderId, failed: new FailedPaymentRepository(manager), ...(await failedThrough(manager, order)) };
}

function demandAction(through: FailedThrough, action: OneRepair['action'], entitlementId?: string): void {
  if (repairActions(through).includes(action)) return;
  const which = entitlementId === undefined ? {} : { entitlementId };
  if (action === 'by_post' && !through.hasPost)
    throw new DomainError('REPAIR_NO_POST', 'no post office pays in this city', which);
  throw new DomainError('REPAIR_ACTION', 'the same instruction would fail the same way', {
    ...which,
    reason: through.reason,
    action,
  });
}

async function saveAlike(through: FailedOrder, officerId: string, alike: NewRepairs['alike']): Promise<number> {
  if (alike === undefined) return 0;
  demandAction({ ...through, reason: alike.reason }, alike.action);
  return through.failed.saveAlike(through.orderId, officerId, alike);
}
