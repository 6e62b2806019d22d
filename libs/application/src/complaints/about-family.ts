import type { EntityManager } from 'typeorm';
import { breakOfDenial, territoriesWith } from '#domain';
import { FamilyPageRepository } from '#persistence';
import type { SignedIn } from '../shared/command-context.js';

/** What a complaint's family was paid and which cases it has, each where the reader reads such things. */
export async function aboutFamily(manager: EntityManager, actor: SignedIn, familyId: string | null) {
  if (familyId === null) return { payments: [], cases: [] };
  const family = new FamilyPageRepository(manager);
  const payments = await family.payments(familyId, territoriesWith(actor, 'money:read'));
  const cases = await family.cases(familyId, territoriesWith(actor, 'follow-up:read'));
  return {
    payments: payments.map(({ id, periodCode, amountRupiah, state, orderId }) => ({
      ...{ entitlementId: id, periodCode, amountRupiah, state },
      mayDeny: orderId !== null && breakOfDenial(state) !== undefined,
    })),
    cases: cases.map(({ id, periodCode, state, openTaskId }) => ({ id, periodCode, state, openTaskId })),
  };
}
