import type { EntityManager } from 'typeorm';
import type { OfficeKind, Role, TerritoryLevel } from '#domain';
import { isLive } from '../appointments/live-appointment.js';
import { rowOf, rowsOf } from '../../shared/unit-of-work.js';

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
  readonly office: {
    readonly name: string;
    readonly level: TerritoryLevel;
    readonly territoryCode: string;
    readonly kind?: OfficeKind;
  };
  readonly validFrom: string;
  readonly isDemo?: boolean;
}

export interface DemoOfficer {
  username: string;
  fullName: string;
  role: Role;
  office: string;
  level: TerritoryLevel;
  territoryCode: string;
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

  /** Which offices could act in a role for a territory; the "who can" of every refusal. */
  async officesFor(role: Role, territoryCode: string): Promise<string[]> {
    const rows = await rowsOf<{ name: string }>(
      this.manager,
      `select distinct o.name from appointment a join office o on o.id = a.office_id
        where a.role = $1 and ${isLive('a')} and (o.territory_code = 'ID' or o.territory_code = $2 or $2 like o.territory_code || '.%')
        order by o.name limit 5`,
      [role, territoryCode],
    );
    return rows.map(({ name }) => name);
  }

  /** Adds an officer with an office and an appointment; what is there already stays as it is. */
  async add(officer: NewOfficer): Promise<void> {
    await this.manager.query(
      `with office_row as (
         insert into office (name, level, territory_code, kind) values ($4, $5, $6, $9)
         on conflict (name) do update set level = excluded.level returning id
       ), officer_row as (
         insert into officer (username, full_name, password_hash, is_demo) values ($1, $2, $3, $10)
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
        officer.office.kind ?? null,
        officer.isDemo ?? false,
      ],
    );
  }

  /** The made-up people of a sandbox with their open-ended posts. */
  async demo(): Promise<DemoOfficer[]> {
    return rowsOf(
      this.manager,
      `select o.username, o.full_name as "fullName", a.role, f.name as office, f.level,
              f.territory_code as "territoryCode"
         from officer o join appointment a on a.officer_id = o.id join office f on f.id = a.office_id
        where o.is_demo and a.valid_to is null and a.created_by is null order by length(f.territory_code), f.territory_code, a.role`,
    );
  }

  /** Whether there is anybody yet; nobody else enters an officer until the transaction is over. */
  async lockIfAny(): Promise<boolean> {
    await this.manager.query('lock table officer in exclusive mode');
    return this.hasAny();
  }

  async hasAny(): Promise<boolean> {
    return (await rowOf(this.manager, 'select 1 from officer limit 1')) !== undefined;
  }

  async hasDemo(): Promise<boolean> {
    return (await rowOf(this.manager, 'select 1 from officer where is_demo limit 1')) !== undefined;
  }

  async setLanguage(officerId: string, language: string): Promise<void> {
    await this.manager.query('update officer set language = $2 where id = $1', [officerId, language]);
  }

  /** An account without a password: see ActivationRepository. Undefined when the username is taken. */
  async create(officer: { username: string; fullName: string; language: string }): Promise<string | undefined> {
    const row = await rowOf<{ id: string }>(
      this.manager,
      `insert into officer (username, full_name, password_hash, language) values ($1, $2, '', $3)
       on conflict (username) do nothing returning id`,
      [officer.username, officer.fullName, officer.language],
    );
    return row?.id;
  }

  async byId(officerId: string): Promise<OfficerRow | undefined> {
    return rowOf<OfficerRow>(
      this.manager,
      `select id, username, full_name as "fullName", password_hash as "passwordHash", language
         from officer where id = $1 and disabled_at is null`,
      [officerId],
    );
  }

  /** From the one that was looked at; false where it is another by now. */
  async changePassword(officerId: string, from: string, to: string): Promise<boolean> {
    const sql = 'update officer set password_hash = $3 where id = $1 and password_hash = $2 returning id';
    return (await rowsOf(this.manager, sql, [officerId, from, to])).length > 0;
  }

  /** Then a code alone opens the account: see ActivationRepository. */
  async dropPassword(officerId: string): Promise<void> {
    await this.manager.query(`update officer set password_hash = '' where id = $1`, [officerId]);
  }

  /** Closes or opens an account; what is so already stays so. A closed one is signed out with its next request. */
  async setDisabled(officerId: string, isDisabled: boolean): Promise<void> {
    await this.manager.query(
      `update officer set disabled_at = case when $2 then coalesce(disabled_at, now()) end where id = $1`,
      [officerId, isDisabled],
    );
  }
}
