import type { EntityManager } from 'typeorm';
import { DomainError, formatRupiah, whyNotReceived } from '#domain';
import { BreakRepository, TaskRepository, TreasuryReturnRepository } from '#persistence';
import { describeArtefact } from '../../tasks/artefact/describe-artefact.js';

/** What a confirmation of the treasury's receipt stands on. Throws RETURN_HELD or RETURN_SHORT. */
export async function demandReceived(manager: EntityManager, key: string): Promise<void> {
  const balance = await new TreasuryReturnRepository(manager).balance(key);
  const code = whyNotReceived(balance);
  if (code === undefined) return;
  throw new DomainError(code, 'the receipt is not what the families’ money adds up to', {
    families: balance.heldFamilies,
    returned: formatRupiah(balance.returnedRupiah),
    deposited: formatRupiah(balance.depositedRupiah),
  });
}

/**
 * After the bank, or two people, have spoken of a return: a difference between receipts and rows becomes a break, due on
 * `dueOn` (ISO date), and who is to confirm sees the receipts as they are now. `key` says which return of the order. A repeat changes nothing.
 */
export async function holdDeposit(
  manager: EntityManager,
  order: { readonly id: string; readonly periodId: string; readonly cityCode: string },
  dueOn: string,
  key: string = order.id,
): Promise<void> {
  const returns = new TreasuryReturnRepository(manager);
  await new BreakRepository(manager).holdDeposit(key, await returns.balance(key), dueOn);
  const { periodId, cityCode } = order;
  const subject = { periodId, cityCode, territoryCode: cityCode, type: 'return', id: key } as const;
  const { hash, families, amountRupiah } = await describeArtefact(manager, subject, 'return.confirm');
  await new TaskRepository(manager).refreshArtefact('return', key, hash, { families, amountRupiah });
}
