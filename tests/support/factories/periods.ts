import {
  FindingRuleRepository,
  LedgerRepository,
  MandateRepository,
  PeriodRepository,
  PolicyRepository,
} from '#persistence';
import type { PaymentChannel } from '#domain';
import { readPolicies } from '#policies';
import type { EntityManager } from 'typeorm';
import { anOfficer } from './officers.js';
import { nextNumber } from './sequence.js';

export const CITY = '32.75';
export const BENEFIT = 400_000n;

export interface MadePeriod {
  readonly periodId: string;
  readonly cityCode: string;
  readonly code: string;
  readonly months: readonly string[];
}

export interface PeriodWishes {
  readonly quota?: number;
  readonly cityCode?: string;
  /** Of another period, to pay for the same. */
  readonly months?: readonly string[];
  readonly channel?: PaymentChannel;
  readonly mandate?: 'accepted' | 'granted' | 'none';
  /** Whether the quota stands in the ledger. */
  readonly isPosted?: boolean;
}

/** An open period with a quota for one city; its quota is posted and its mandate accepted. */
export async function aPeriod(
  manager: EntityManager,
  {
    quota = 100,
    cityCode = CITY,
    mandate = 'accepted',
    channel = 'card',
    isPosted = true,
    ...others
  }: PeriodWishes = {},
): Promise<MadePeriod> {
  const [policy] = readPolicies();
  if (policy === undefined) throw new Error('there is a policy file');
  await new PolicyRepository(manager).keep(policy.programme, policy.contentHash, policy.parameters);
  await new FindingRuleRepository(manager).load(policy.programme, policy.findings);
  const { officerId } = await anOfficer(manager, 'programme_officer');
  await anOfficer(manager, 'dinsos_head', { territoryCode: cityCode });
  const periods = new PeriodRepository(manager);
  const number = nextNumber();
  const code = `2023-${number}`;
  // Months of its own, or periods of other specs would pay the same families for them.
  const months = others.months ?? [`${2023 + number}-03`, `${2023 + number}-04`];
  const period = { programme: 'sembako', code, months, channel, createdBy: officerId };
  const periodId = await periods.create(period);
  await periods.setAllocations(periodId, BENEFIT, [{ cityCode, quotaFamilies: quota }]);
  if (!isPosted) return { periodId, cityCode, code, months };
  await manager.transaction(async (own) => {
    const ledger = new LedgerRepository(own);
    const posted = await ledger.begin({
      key: `allocation:${periodId}:${cityCode}`,
      kind: 'allocation',
      periodId,
      cityCode,
    });
    await ledger.post(posted ?? '', 'appropriation', 'unallocated', cityCode, quota, BENEFIT * BigInt(quota));
  });
  if (mandate !== 'none') await grant(manager, periodId, cityCode, mandate);
  return { periodId, cityCode, code, months };
}

async function grant(manager: EntityManager, periodId: string, cityCode: string, state: string): Promise<void> {
  const mandates = new MandateRepository(manager);
  await mandates.grantForPeriod(periodId, 300);
  if (state === 'accepted')
    await mandates.record((await mandates.ofCity(periodId, cityCode)).id, 'accepted', undefined);
}
