import type { EntityManager } from 'typeorm';
import type { TaskKind } from '#domain';
import { DecreeRepository, type LockedTask, MandateUseRepository } from '#persistence';

/** Kinds whose approval uses quota. A payment order carries the id of its decree, so that decree and payment count once. */
const USING: readonly TaskKind[] = ['closing.ratify', 'payment.release'];

/**
 * Draws an approval that uses quota on the city's mandate, in the decision's own transaction; a repeat changes nothing.
 * Throws MANDATE_NOT_LIVE, MANDATE_EXPIRED or MANDATE_CEILING, and then nothing was decided.
 */
export async function drawOnMandate(
  manager: EntityManager,
  task: LockedTask,
  decision: { readonly outcome: string; readonly officerId: string },
): Promise<void> {
  if (decision.outcome !== 'approved' || !USING.includes(task.kind)) return;
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
