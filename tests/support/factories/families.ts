import { familyCodeOf } from '#domain';
import {
  DecreeOrderRepository,
  DecreeRepository,
  FamilyLinkRepository,
  inTransaction,
  PaymentOrderRepository,
  type PersonalData,
  type PersonVault,
  rowOf,
  RosterRepository,
  rowsOf,
  type StagedRow,
} from '#persistence';
import type { DataSource } from 'typeorm';
import type { MadePeriod } from './periods.js';
import { aRow, aVerifiedRoster } from './rosters.js';
import { nextNumber } from './sequence.js';

/** A made-up person with numbers of their own. */
export function aPerson(more: Partial<PersonalData> = {}): PersonalData {
  const number = `${nextNumber()}`.padStart(4, '0');
  return {
    ...{ nik: `327502000000${number}`, kk: `327502100000${number}`, fullName: 'Made-up', motherName: 'Made-up' },
    ...{ birthPlace: 'Bekasi', birthDate: '1990-01-01', address: 'Jl. Made-up 1', rt: '001', rw: '002' },
    accountNumber: `044000${number}`,
    ...more,
  };
}

/** The row of a list that names this person, sealed and searchable as an import makes it. */
export const aRowOf = (vault: PersonVault, person: PersonalData, kelurahanCode: string, at = 1): StagedRow =>
  aRow(at, {
    ...{ kelurahanCode, rtRw: `${person.rt}/${person.rw}`, nikTail: person.nik.slice(-4), sealed: vault.seal(person) },
    ...{ nikHash: vault.indexOf(person.nik), kkHash: vault.indexOf(person.kk) },
    accountHash: vault.indexOf(person.accountNumber),
  });

/** A list that was sent, matched and found eligible, its rows linked to their families. */
export async function aSentList(database: DataSource, period: MadePeriod, rows: readonly StagedRow[]): Promise<string> {
  const rosterId = await aVerifiedRoster(database, period, rows);
  await new RosterRepository(database.manager).setState(rosterId, 'submitted');
  await inTransaction(database, (manager) => new FamilyLinkRepository(manager).link(rosterId));
  return rosterId;
}

/** The code of the family that has this row, and the row. */
export async function familyAt(database: DataSource, rosterId: string, rowNumber = 1) {
  const row = await rowOf<{ id: string; rowId: string }>(
    database.manager,
    `select l.family_id as id, r.id as "rowId" from roster_row r join family_listing l on l.roster_row_id = r.id
      where r.roster_id = $1 and r.row_number = $2`,
    [rosterId, rowNumber],
  );
  if (row === undefined) throw new Error('the row is not linked');
  return { ...row, code: familyCodeOf(row.id) };
}

/** A decree over the list, and its order as the treasurer has released it. */
export async function aPaidList(database: DataSource, period: MadePeriod, rosterId: string) {
  return inTransaction(database, async (manager) => {
    const decrees = new DecreeRepository(manager);
    const decree = await decrees.draft(period.periodId, period.cityCode, rosterId);
    await decrees.ratify(decree.id);
    const orders = new PaymentOrderRepository(manager);
    const { id } = await new DecreeOrderRepository(manager).draft(decree.id);
    await orders.release(id);
    const endToEndIds = await rowsOf<{ id: string }>(
      manager,
      'select end_to_end_id as id from entitlement where order_id = $1 order by id',
      [id],
    );
    return { decreeId: decree.id, order: await orders.find(id), endToEndIds: endToEndIds.map((one) => one.id) };
  });
}
