import type { EntityManager } from 'typeorm';
import type { ActingKind, Actor, Appointment, Role, TerritoryLevel } from '#domain';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';

export interface OfficerRow {
  id: string;
  username: string;
  fullName: string;
  passwordHash: string;
  language: string;
}

export interface NewOfficer {
  readonly username: string;
  readonly fullName: string;
  readonly passwordHash: string;
  readonly role: Role;
  readonly office: { readonly name: string; readonly level: TerritoryLevel; readonly territoryCode: string };
  readonly validFrom: string;
}

/** People, their offices and the appointments that join them. */
export class OfficerRepository {
  constructor(private readonly manager: EntityManager) {}

  async byUsername(username: string): Promise<OfficerRow | undefined> {
    return rowOf<OfficerRow>(
      this.manager,
      `select id, username, full_name as "fullName", password_hash as "passwordHash", language
         from officer where username = $1 and disabled_at is null`,
      [username],
    );
  }

  /** The person with the appointments that are live today; undefined once disabled. */
  async actor(officerId: string): Promise<(Actor & { username: string; language: string }) | undefined> {
    const officer = await rowOf<{ id: string; username: string; fullName: string; language: string }>(
      this.manager,
      `select id, username, full_name as "fullName", language from officer where id = $1 and disabled_at is null`,
      [officerId],
    );
    if (officer === undefined) return undefined;
    const held = await rowsOf<Omit<Appointment, 'acting'> & { acting: ActingKind | null }>(
      this.manager,
      `select a.id, a.role, o.name as "officeName", o.territory_code as "territoryCode",
              a.valid_from::text as "validFrom", a.valid_to::text as "validTo", a.acting
         from appointment a join office o on o.id = a.office_id
        where a.officer_id = $1 and a.valid_from <= programme_today()
          and (a.valid_to is null or a.valid_to >= programme_today())
        order by a.role, o.territory_code`,
      [officerId],
    );
    const appointments = held.map(({ acting, ...own }) => (acting === null ? own : { ...own, acting }));
    const { username, fullName, language } = officer;
    return { officerId, username, fullName, language, appointments };
  }

  /** Which offices could act in a role for a territory; the "who can" of every refusal. */
  async officesFor(role: Role, territoryCode: string): Promise<string[]> {
    const rows = await rowsOf<{ name: string }>(
      this.manager,
      `select distinct o.name from appointment a join office o on o.id = a.office_id
        where a.role = $1 and (o.territory_code = 'ID' or o.territory_code = $2 or $2 like o.territory_code || '.%')
        order by o.name limit 5`,
      [role, territoryCode],
    );
    return rows.map(({ name }) => name);
  }

  /** Adds an officer with an office and an appointment; what is there already stays as it is. */
  async add(officer: NewOfficer): Promise<void> {
    await this.manager.query(
      `with office_row as (
         insert into office (name, level, territory_code) values ($4, $5, $6)
         on conflict (name) do update set level = excluded.level returning id
       ), officer_row as (
         insert into officer (username, full_name, password_hash) values ($1, $2, $3)
         on conflict (username) do update set full_name = excluded.full_name returning id
       )
       insert into appointment (officer_id, office_id, role, valid_from)
       select officer_row.id, office_row.id, $7, $8 from officer_row, office_row
       on conflict do nothing`,
      [
        officer.username,
        officer.fullName,
        officer.passwordHash,
        officer.office.name,
        officer.office.level,
        officer.office.territoryCode,
        officer.role,
        officer.validFrom,
      ],
    );
  }

  async setLanguage(officerId: string, language: string): Promise<void> {
    await this.manager.query('update officer set language = $2 where id = $1', [officerId, language]);
  }
}
