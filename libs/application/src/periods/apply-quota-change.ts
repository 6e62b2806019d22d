import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError, NATION, type Refusal, type Role } from '#domain';
import {
  AuditRepository,
  inTransaction,
  LedgerRepository,
  LicenceRepository,
  MandateRepository,
  type NewLetter,
  NotificationRepository,
  PeriodRepository,
  QuotaChangeRepository,
  type QuotaChangeRow,
  TaskRepository,
} from '#persistence';
import { describeArtefact } from '../tasks/artefact/describe-artefact.js';
import { licensed } from '../tasks/decision/licensed.js';
import { demandQuotasMove } from './demand-quotas-move.js';

/** What stood in the way when both had signed: the cities, or the budget. */
const TOO_LATE: ReadonlySet<string> = new Set([
  ...['QUOTA_CHANGE_CLOSED', 'QUOTA_CHANGE_IMPOSSIBLE', 'BUDGET_MISSING', 'BUDGET_EXCEEDED'],
]);

/** Whoever works with a city's quota. */
const OF_CITY: readonly Role[] = ['dinsos_head', 'dinsos_operator'];

/** The end of a change of quotas: it holds, it was refused, or it came too late. */
@Injectable()
export class ApplyQuotaChange {
  constructor(private readonly database: DataSource) {}

  /**
   * Moves the quotas, in the ledger, the allocation and the cities' mandates at once, and tells proposer and cities. What has become
   * impossible since moves nothing and lapses, and proposer and KPA are told why. A repeat changes nothing. Throws LICENCE_MISSING.
   */
  async apply(changeId: string): Promise<void> {
    try {
      await licensed(this.database, 'quota.approve', changeId, (manager) => apply(manager, changeId));
    } catch (error) {
      if (!(error instanceof DomainError) || !TOO_LATE.has(error.code)) throw error;
      await inTransaction(this.database, (manager) => lapse(manager, changeId, error));
    }
  }

  /** Ends a change that PPK or KPA has refused; proposer hears of it. A repeat changes nothing. Throws LICENCE_MISSING where nobody has. */
  async refuse(changeId: string): Promise<void> {
    await inTransaction(this.database, async (manager) => {
      const change = await new QuotaChangeRepository(manager).find(changeId);
      if (change.state !== 'proposed') return;
      const decisions = await new LicenceRepository(manager).decisions(['quota.verify', 'quota.approve'], changeId);
      if (!decisions.some(({ outcome }) => outcome === 'refused')) {
        throw new DomainError('LICENCE_MISSING', 'nobody has refused it', {
          act: 'quota.approve',
          missing: 'decision',
        });
      }
      await new QuotaChangeRepository(manager).end(changeId, 'refused');
      await ended(manager, change, 'refused');
    });
  }
}

async function apply(manager: EntityManager, changeId: string): Promise<void> {
  const quotas = new QuotaChangeRepository(manager);
  const change = await quotas.find(changeId);
  if (change.state !== 'proposed') return;
  const cities = await demandQuotasMove(manager, change);
  for (const line of change.lines) {
    await postMove(manager, change, line);
    await quotas.moveQuota(changeId, line.cityCode);
    const { mandateId = null, mandate } = cities.get(line.cityCode) ?? {};
    if (mandateId !== null && mandate?.state !== 'refused') await moveMandate(manager, change, mandateId, line);
  }
  await quotas.end(changeId, 'applied');
  await ended(manager, change, 'applied');
  const offices = change.lines.flatMap(({ cityCode: territory }) =>
    OF_CITY.map((role) => ({ role, territory, officerIds: null })),
  );
  await tell(manager, change, 'moved', offices);
}

type Line = QuotaChangeRow['lines'][number];

/** From the budget to the city or back; the key makes a repeat nothing. */
async function postMove(manager: EntityManager, { id, periodId }: QuotaChangeRow, line: Line): Promise<void> {
  const { cityCode, deltaFamilies, rupiahPerFamily } = line;
  const ledger = new LedgerRepository(manager);
  const transactionId = await ledger.begin({ key: `quota:${id}:${cityCode}`, kind: 'allocation', periodId, cityCode });
  if (transactionId === undefined) return;
  const families = Math.abs(deltaFamilies);
  const [from, to] =
    deltaFamilies > 0 ? (['appropriation', 'unallocated'] as const) : (['unallocated', 'appropriation'] as const);
  await ledger.post(transactionId, from, to, cityCode, families, BigInt(families) * BigInt(rupiahPerFamily));
}

/** A mandate that is not answered yet is answered with the new ceiling: whoever has looked at the old one looks again. */
async function moveMandate(
  manager: EntityManager,
  change: QuotaChangeRow,
  mandateId: string,
  line: Line,
): Promise<void> {
  const { cityCode, deltaFamilies, rupiahPerFamily } = line;
  await new MandateRepository(manager).moveCeiling(mandateId, deltaFamilies, BigInt(rupiahPerFamily), change.ground);
  const subject = {
    type: 'mandate',
    id: mandateId,
    periodId: change.periodId,
    cityCode,
    territoryCode: cityCode,
  } as const;
  const { hash, families, amountRupiah } = await describeArtefact(manager, subject, 'mandate.accept');
  await new TaskRepository(manager).refreshArtefact('mandate', mandateId, hash, { families, amountRupiah });
}

async function lapse(manager: EntityManager, changeId: string, error: DomainError): Promise<void> {
  const quotas = new QuotaChangeRepository(manager);
  const change = await quotas.find(changeId);
  if (change.state !== 'proposed') return;
  await quotas.end(changeId, 'lapsed', reasonsOf(error));
  await ended(manager, change, 'lapsed');
  await tell(manager, change, 'lapsed', [{ role: 'kpa', territory: NATION, officerIds: null }]);
}

/** Each city's own reason where there is one, else that of the whole. */
function reasonsOf({ code, details }: DomainError): readonly Refusal[] {
  const reasons = details['refusals'] as readonly Refusal[] | undefined;
  const words = Object.entries(details).map(([name, value]) => [name, String(value)] as const);
  return reasons ?? [{ code, details: Object.fromEntries(words) }];
}

/** Leaves its trace, and whoever proposed it hears of it. */
async function ended(
  manager: EntityManager,
  change: QuotaChangeRow,
  event: 'applied' | 'refused' | 'lapsed',
): Promise<void> {
  const { id, periodId, proposedBy, lines } = change;
  const moved = lines.map(({ cityCode, deltaFamilies }) => ({ cityCode, deltaFamilies }));
  await new AuditRepository(manager).note({
    ...{ action: `quota-change.${event}`, subjectType: 'quota', subjectId: id, details: { periodId, lines: moved } },
  });
  await tell(manager, change, event, [{ officerIds: [proposedBy], role: null, territory: NATION }]);
}

async function tell(
  manager: EntityManager,
  { id, periodId }: QuotaChangeRow,
  event: 'applied' | 'refused' | 'lapsed' | 'moved',
  readers: readonly Pick<NewLetter, 'officerIds' | 'role' | 'territory'>[],
): Promise<void> {
  const { code: period } = await new PeriodRepository(manager).find(periodId);
  const letter = {
    ...{ kind: 'quota.ended' as const, key: `quota.ended:${id}:${event}`, taskId: null },
    details: { period, periodId, changeId: id, event },
  };
  await new NotificationRepository(manager).tellAll(readers.map((reader) => ({ ...letter, ...reader })));
}
