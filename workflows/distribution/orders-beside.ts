import { type ChildWorkflowHandle, startChild } from '@temporalio/workflow';
import type { OrderOfCity, RunsOrder } from '../periods/city-period.js';

/** Histories from before there was a second channel hold one id, or null. */
export const orderIds = (made: string[] | string | null): string[] => [made ?? []].flat();

/** Starts each of these orders on its own way beside the city's first; by name, because that way leads through the stages that start it. */
export async function startBeside(
  { periodId, cityCode }: Omit<OrderOfCity, 'orderId'>,
  ids: readonly string[],
): Promise<ChildWorkflowHandle<RunsOrder>[]> {
  const started: ChildWorkflowHandle<RunsOrder>[] = [];
  for (const orderId of ids) {
    const args: [OrderOfCity] = [{ periodId, cityCode, orderId }];
    started.push(await startChild<RunsOrder>('reissuedOrderWorkflow', { workflowId: `reissue:${orderId}`, args }));
  }
  return started;
}
