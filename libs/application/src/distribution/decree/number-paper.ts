import type { EntityManager } from 'typeorm';
import { DocumentNumberRepository, type NumberedPaper, PeriodRepository } from '#persistence';

/** Gives a paper the next number of its office, by the pattern of the period's policy. A repeat finds the first. */
export async function numberPaper(
  manager: EntityManager,
  periodId: string,
  paper: Omit<NumberedPaper, 'pattern'>,
): Promise<string | null> {
  const pattern = (await new PeriodRepository(manager).policyOf(periodId)).text(`number.${paper.kind}`);
  return new DocumentNumberRepository(manager).give({ ...paper, pattern });
}
