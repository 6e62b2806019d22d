import type { DataSource, EntityManager } from 'typeorm';
import { DomainError, LICENCES, type LicensedAct, type Missing, NATION, type Role, whyUnlicensed } from '#domain';
import {
  AuditRepository,
  inTransaction,
  LicenceRepository,
  type LicenceRow,
  NotificationRepository,
} from '#persistence';
import { describeArtefact, type SubjectOfTask } from '../artefact/describe-artefact.js';

/** Those who watch over mandates and machines, and nobody who could have asked for the act. */
const WATCHERS: readonly Role[] = ['auditor', 'operator', 'programme_officer'];

/**
 * Does what moves law or money, in one transaction with the proof that it may: decision, signatures, draw on the mandate
 * and the hash of the paper are read from their rows. A signal only wakes a workflow; whoever forges one gets
 * LICENCE_MISSING, nothing is changed, and those who watch are told, once for each reason. The activity asks again until a
 * licence is there, so that a forged signal before the real decision delays nothing and decides nothing.
 */
export async function licensed<T>(
  database: DataSource,
  act: LicensedAct,
  matter: string,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  const refused = (missing: Missing) => new DomainError('LICENCE_MISSING', 'no decision that stands', { act, missing });
  try {
    return await inTransaction(database, async (manager) => {
      const missing = await whyNot(manager, act, matter);
      if (missing !== undefined) throw refused(missing);
      return work(manager);
    });
  } catch (error) {
    if (error instanceof DomainError && error.code === 'LICENCE_MISSING') await alert(database, act, matter, error);
    throw error;
  }
}

async function whyNot(manager: EntityManager, act: LicensedAct, matter: string): Promise<Missing | undefined> {
  const decisions = await new LicenceRepository(manager).decisions([act, ...LICENCES[act]], matter);
  const own = decisions.find(({ kind }) => kind === act);
  const hash = own === undefined ? '' : (await describeArtefact(manager, subjectOf(own), act)).hash;
  return whyUnlicensed(act, decisions, hash);
}

const subjectOf = (row: LicenceRow): SubjectOfTask => ({
  ...{ periodId: row.periodId, cityCode: row.cityCode, territoryCode: row.territoryCode, id: row.subjectId },
  type: row.subjectType as SubjectOfTask['type'],
});

/** One alert for each act and reason: the repeat of an activity tells nobody again. */
async function alert(database: DataSource, act: LicensedAct, matter: string, error: DomainError): Promise<void> {
  const details = { act, missing: error.details['missing'] };
  await inTransaction(database, async (manager) => {
    const notifications = new NotificationRepository(manager);
    let notified = 0;
    for (const role of WATCHERS) {
      const key = `licence:${act}:${matter}:${String(details.missing)}`;
      notified += await notifications.tellOffice(role, NATION, { kind: 'licence.refused', key, details });
    }
    if (notified === 0) return;
    const about = { subjectType: 'licence', subjectId: matter, details };
    await new AuditRepository(manager).note({ action: 'licence.refused', ...about });
  });
}
