import type { EntityManager } from 'typeorm';
import {
  CaseClosingRepository,
  CaseRepository,
  OutboxRepository,
  type PaymentOrderRow,
  ProgrammeClockRepository,
} from '#persistence';
import { cityWorkflowOf } from '../periods/city-workflow-of.js';
import { deskDates } from './desk-dates.js';

/**
 * What the use of an order's money, as it is known now, means for its cases. A family that has used it needs no visit: its
 * case ends with the fact. One that is found not to have transacted when the desks have begun gets a case as well, until the
 * last day of use; the desks are told, or started, with it. A repeat changes nothing.
 */
export async function followUse(manager: EntityManager, order: PaymentOrderRow): Promise<void> {
  const cases = new CaseRepository(manager);
  const outbox = new OutboxRepository(manager);
  for (const deskId of await cases.endUsed(order.id)) await outbox.add(deskId, 'deadline', {});
  await new CaseClosingRepository(manager).closeSettled(order.id);
  if (!(await cases.haveBegun(order.periodId, order.cityCode))) return;
  const { deadlineOn, schedule } = await deskDates(manager, order);
  if ((await new ProgrammeClockRepository(manager).today()) > deadlineOn) return;
  const prefix = `desk:${await cityWorkflowOf(manager, order)}:`;
  for (const deskId of await cases.openLate(order.id, prefix, deadlineOn)) {
    await outbox.add(deskId, 'desk', { deskId, schedule, escalations: 0 });
  }
}
