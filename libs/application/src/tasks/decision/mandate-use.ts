import type { EntityManager } from 'typeorm';
import { taskRule } from '#domain';
import { DecreeRepository, type TaskContext, MandateUseRepository } from '#persistence';

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
  await new MandateUseRepository(manager).draw({
    periodId: task.periodId,
    cityCode: task.cityCode,
    key: `decree:${task.subjectId}`,
    whole: { families: task.families, amountRupiah: BigInt(task.amountRupiah) },
    parts: async () =>
      (await new DecreeRepository(manager).byKelurahan(task.subjectId)).map(({ amountRupiah, ...part }) => ({
        ...part,
        amountRupiah: BigInt(amountRupiah),
      })),
    taskId: task.id,
    officerId: decision.officerId,
  });
}
