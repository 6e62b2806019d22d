import { type Appointment, type Role, ROLES, type TerritoryLevel } from '#domain';
import { rowOf } from '#persistence';
import type { EntityManager } from 'typeorm';
import { nextNumber } from './sequence.js';

export interface MadeOfficer {
  readonly officerId: string;
  readonly username: string;
  readonly fullName: string;
  readonly appointments: readonly Appointment[];
  readonly appointmentId: string;
}

const PLACE: Readonly<Record<TerritoryLevel, string>> = {
  nation: 'ID',
  province: '32',
  city: '32.75',
  kecamatan: '32.75.02',
  kelurahan: '32.75.02.1001',
};

export const placeOf = (role: Role): string => PLACE[ROLES[role]];

/** An officer with one appointment in a role; in Kota Bekasi unless told otherwise. */
export async function anOfficer(
  manager: EntityManager,
  role: Role,
  { territoryCode = placeOf(role), passwordHash = 'not a hash', username = `${role}.${nextNumber()}` } = {},
): Promise<MadeOfficer> {
  const fullName = `Made-up ${username}`;
  const made = await rowOf<{ officerId: string; appointmentId: string; officeName: string }>(
    manager,
    `with office_row as (
       insert into office (name, level, territory_code) values ($4, $5, $6)
       on conflict (name) do update set level = excluded.level returning id, name
     ), officer_row as (
       insert into officer (username, full_name, password_hash) values ($1, $2, $3) returning id
     )
     insert into appointment (officer_id, office_id, role, valid_from)
     select officer_row.id, office_row.id, $7, '2020-01-01' from officer_row, office_row
     returning officer_id as "officerId", id as "appointmentId", (select name from office_row) as "officeName"`,
    [username, fullName, passwordHash, `Office ${ROLES[role]} ${territoryCode}`, ROLES[role], territoryCode, role],
  );
  if (made === undefined) throw new Error('the officer was not made');
  const { officerId, appointmentId, officeName } = made;
  const appointment = { id: appointmentId, role, officeName, territoryCode, validFrom: '2020-01-01' };
  return { officerId, username, fullName, appointmentId, appointments: [appointment] };
}
