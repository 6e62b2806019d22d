import type { EntityManager } from 'typeorm';
import { taskRule } from '#domain';
import { DecreeRepository, MandateUseRepository, PaymentOrderRepository, type TaskContext } from '#persistence';

/**
 * Draws an approval that uses quota on the city's mandate, in the decision's own transaction; a repeat changes nothing.
 * Throws MANDATE_NOT_LIVE, MANDATE_EXPIRED or MANDATE_CEILING, and then nothing was decided.
 */
export async function drawOnMandate(
  manager: EntityManager,
  task: TaskContext,
  decision: { readonly outcome: string; readonly officerId: string },
): Promise<void> {
  if (decision.outcome !== 'approved' || !taskRule(task.kind).drawsOnMandate) return;
  const decreeId = await decreeOf(manager, task);
  await new MandateUseRepository(manager).draw({
    periodId: task.periodId,
    cityCode: task.cityCode,
    key: `decree:${decreeId}`,
    whole: { families: task.families, amountRupiah: BigInt(task.amountRupiah) },
    parts: async () =>
      (await new DecreeRepository(manager).byKelurahan(decreeId)).map(({ amountRupiah, ...part }) => ({
        ...part,
        amountRupiah: BigInt(amountRupiah),
      })),
    taskId: task.id,
    officerId: decision.officerId,
  });
}

/** Orders draw as their decree does, whose own order has its id: what is paid again after it failed was drawn when it was decreed. */
async function decreeOf(manager: EntityManager, { subjectType, subjectId }: TaskContext): Promise<string> {
  if (subjectType !== 'order') return subjectId;
  return (await new PaymentOrderRepository(manager).decreeOf(subjectId)) ?? subjectId;
}
