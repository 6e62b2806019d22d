import { ApplyQuotaChange, Commands, describeArtefact, type NewQuotaChange, QuotaChangeService } from '#application';
import { inTransaction, LedgerRepository, MandateRepository } from '#persistence';
import type { DataSource } from 'typeorm';
import { commandOf } from './command-contexts.js';
import { anOfficer } from './officers.js';
import { BENEFIT, type MadePeriod } from './periods.js';
import { aNewTask, decideTask, openTask } from './tasks.js';

export const OTHER_CITY = '33.74';
export const GROUND = 'Surat rekaan: keluarga baru menurut daftar terakhir';

/** A second city in the period, with its quota in the ledger and its mandate accepted. */
export async function anotherCity(database: DataSource, { periodId }: MadePeriod, quota: number): Promise<void> {
  await anOfficer(database.manager, 'dinsos_head', { territoryCode: OTHER_CITY });
  await inTransaction(database, async (manager) => {
    await manager.query(
      `insert into allocation (period_id, city_code, quota_families, rupiah_per_family, amount_rupiah)
       values ($1, $2, $3::int, $4::bigint, $3::int * $4::bigint)`,
      [periodId, OTHER_CITY, quota, BENEFIT.toString()],
    );
    const ledger = new LedgerRepository(manager);
    const key = `allocation:${periodId}:${OTHER_CITY}`;
    const id = await ledger.begin({ key, kind: 'allocation', periodId, cityCode: OTHER_CITY });
    await ledger.post(id ?? '', 'appropriation', 'unallocated', OTHER_CITY, quota, BigInt(quota) * BENEFIT);
    const mandates = new MandateRepository(manager);
    await mandates.grantForPeriod(periodId, 300);
    await mandates.record((await mandates.ofCity(periodId, OTHER_CITY)).id, 'accepted', undefined);
  });
}

export type Moves = Readonly<Record<string, number>>;

const command = (moves: Moves): NewQuotaChange => ({
  ground: GROUND,
  lines: Object.entries(moves).map(([cityCode, deltaFamilies]) => ({ cityCode, deltaFamilies })),
});

/** Proposed by a programme officer as the API does. Returns its id. */
export async function proposeQuotas(database: DataSource, periodId: string, moves: Moves): Promise<string> {
  const officer = await anOfficer(database.manager, 'programme_officer');
  const service = new QuotaChangeService(database, new Commands(database));
  return (await service.propose(commandOf(officer), periodId, command(moves))).id;
}

/** The tasks that its workflow would open, decided by another officer each. */
export async function signQuotas(
  database: DataSource,
  { periodId }: MadePeriod,
  changeId: string,
  outcome: 'approved' | 'refused' = 'approved',
): Promise<void> {
  for (const [kind, role] of [
    ['quota.verify', 'ppk'],
    ['quota.approve', 'kpa'],
  ] as const) {
    const place = { periodId, cityCode: 'ID', territoryCode: 'ID' };
    const subject = { ...place, type: 'quota', id: changeId } as const;
    const { hash: artefactHash, chainKey } = await describeArtefact(database.manager, subject, kind);
    const paper = { subjectType: 'quota', subjectId: changeId, artefactHash, chainKey } as const;
    const task = aNewTask({ ...place, code: '', months: [] }, { kind, ...paper });
    const { taskId } = await openTask(database, task);
    await decideTask(database, taskId, await anOfficer(database.manager, role), { artefactHash, outcome });
    if (outcome === 'refused') return;
  }
}

/** Proposed, signed by both and applied. Returns its id. */
export async function moveQuotas(database: DataSource, period: MadePeriod, moves: Moves): Promise<string> {
  const changeId = await proposeQuotas(database, period.periodId, moves);
  await signQuotas(database, period, changeId);
  await new ApplyQuotaChange(database).apply(changeId);
  return changeId;
}
