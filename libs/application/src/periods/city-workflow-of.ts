import type { EntityManager } from 'typeorm';
import { cityWorkflowId, periodWorkflowId } from '#domain';
import { PeriodRepository } from '#persistence';

/** The id of the workflow that runs a city's part of a period. */
export async function cityWorkflowOf(
  manager: EntityManager,
  { periodId, cityCode }: { readonly periodId: string; readonly cityCode: string },
): Promise<string> {
  const { programme, code } = await new PeriodRepository(manager).find(periodId);
  return cityWorkflowId(periodWorkflowId(programme, code), cityCode);
}
