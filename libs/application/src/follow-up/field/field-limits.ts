import type { EntityManager } from 'typeorm';
import { demandRightClock } from '#domain';
import { PolicyRepository } from '#persistence';

/** How many seconds the phone's clock is ahead. Throws FIELD_CLOCK_WRONG. */
export function clockOf(sentAt: string, mostMinutes: number): number {
  const [sent, now] = [new Date(sentAt), new Date()];
  demandRightClock(sent, now, mostMinutes);
  return Math.round((sent.getTime() - now.getTime()) / 1000);
}

/** What the policy of offices says today. */
export async function limitsOf(manager: EntityManager) {
  const policy = await new PolicyRepository(manager).ofOffices();
  return {
    hours: policy.count('field.lease_hours'),
    cases: policy.count('field.lease_cases'),
    clockMinutes: policy.count('field.clock_minutes'),
  };
}
