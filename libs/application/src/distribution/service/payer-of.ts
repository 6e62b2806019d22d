import type { EntityManager } from 'typeorm';
import type { MailboxOptions } from '#channels';
import { DomainError } from '#domain';
import { PeriodRepository, ServiceAreaRepository } from '#persistence';
import type { BankSettings } from '../bank/bank-settings.js';

/** By whom and out of which account an order is paid. */
export interface Payer {
  readonly name: string;
  readonly account: string;
  /** Clearing code of the bank that holds the families' accounts. */
  readonly bankCode: string;
  /** Null where the programme's rules say who pays. */
  readonly serviceName: string | null;
}

/** The mailbox of the programme's rules. */
export const COMMON_MAILBOX = 'bank';

/** As the order's service area has it, and for an order without one as the rules that its period pinned have it. */
export async function payerOf(
  manager: EntityManager,
  order: { readonly id: string; readonly periodId: string },
): Promise<Payer> {
  const area = await new ServiceAreaRepository(manager).ofOrder(order.id);
  if (area !== undefined) {
    const { payerName: name, payerAccount: account, bankCode, serviceName } = area;
    return { name, account, bankCode, serviceName };
  }
  const policy = await new PeriodRepository(manager).policyOf(order.periodId);
  return {
    ...{ name: policy.text('payer.name'), account: policy.text('payer.account') },
    ...{ bankCode: policy.text('bank.code'), serviceName: null },
  };
}

/** In whose mailbox an order lies, and its answers: that of its service area, or the common one. */
export async function mailboxNameOf(manager: EntityManager, orderId: string): Promise<string> {
  return (await new ServiceAreaRepository(manager).ofOrder(orderId))?.mailbox ?? COMMON_MAILBOX;
}

/** How the bank or post office of an order is reached. Throws MAILBOX_UNKNOWN where this installation no longer knows it. */
export async function mailboxOf(
  manager: EntityManager,
  settings: BankSettings,
  orderId: string,
): Promise<MailboxOptions> {
  return mailboxNamed(settings, await mailboxNameOf(manager, orderId));
}

/** Throws MAILBOX_UNKNOWN. */
export function mailboxNamed({ mailboxes }: Pick<BankSettings, 'mailboxes'>, name: string): MailboxOptions {
  const options = (mailboxes as Readonly<Record<string, MailboxOptions>>)[name];
  if (options !== undefined) return options;
  throw new DomainError('MAILBOX_UNKNOWN', 'this installation does not know how to reach it', {
    ...{ value: name, known: Object.keys(mailboxes).join(', ') },
  });
}
