import type { EntityManager } from 'typeorm';
import { type ActingKind, DomainError, type Role } from '#domain';
import { inTerritories } from '../../shared/territory-sql.js';
import { rowOf, rowsOf } from '../../shared/unit-of-work.js';
import { isLive, isOnLeave } from '../appointments/live-appointment.js';
import { likeOf } from '../offices/office-list.repository.js';

/** How an officer stands today. */
export const OFFICER_STATES = ['active', 'leave', 'waiting', 'former', 'disabled'] as const;
export type OfficerState = (typeof OFFICER_STATES)[number];

export interface OfficerListRow {
  readonly id: string;
  readonly username: string;
  readonly fullName: string;
  readonly state: OfficerState;
  readonly posts: { role: Role; office: string; acting: ActingKind | null }[];
}

export interface OfficerFilter {
  readonly scopes: readonly string[];
  readonly search?: string | undefined;
  readonly role?: Role | undefined;
  readonly officeId?: string | undefined;
  readonly within?: string | undefined;
  readonly state?: OfficerState | undefined;
  readonly after?: { readonly name: string; readonly id: string } | undefined;
  readonly limit: number;
}

export interface AppointmentRow {
  readonly id: string;
  readonly role: Role;
  readonly officeId: string;
  readonly office: string;
  readonly level: string;
  readonly territoryCode: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly acting: ActingKind | null;
  readonly letterNumber: string | null;
  readonly isExtended: boolean;
  readonly endedReason: string | null;
  readonly isLive: boolean;
  readonly isOver: boolean;
  readonly isProposed: boolean;
  readonly proposedBy: string | null;
  readonly confirmedBy: string | null;
}

const STATE = `case when o.disabled_at is not null then 'disabled' when o.password_hash = '' then 'waiting'
  when not exists (select from appointment a where a.officer_id = o.id and ${isLive('a')}) then 'former'
  when ${isOnLeave('o.id')} then 'leave' else 'active' end`;

const COLUMNS = `o.id, o.username, o.full_name as "fullName", ${STATE} as state, coalesce((
  select jsonb_agg(jsonb_build_object('role', a.role, 'office', f.name, 'acting', a.acting) order by f.territory_code, a.role)
    from appointment a join office f on f.id = a.office_id where a.officer_id = o.id and ${isLive('a')}), '[]') as posts`;

const inScope = (scopes: string, more = ''): string => `exists (
  select from appointment s join office f on f.id = s.office_id
   where s.officer_id = o.id and ${inTerritories('f.territory_code', `${scopes}::text[]`)} ${more})`;

/** Officers as the register shows them: those who have, had or will have a post in the reader's territory. */
export class OfficerListRepository {
  constructor(private readonly manager: EntityManager) {}

  async page(filter: OfficerFilter): Promise<OfficerListRow[]> {
    const { scopes, search, role, officeId, within, state, after, limit } = filter;
    return rowsOf<OfficerListRow>(
      this.manager,
      `select * from (
         select ${COLUMNS} from officer o
          where ${inScope(
            '$1',
            `and ($2::text is null or s.role = $2) and ($3::uuid is null or s.office_id = $3)
             and ($4::text is null or $4 = 'ID' or f.territory_code = $4 or f.territory_code like $4 || '.%')
             and (($2::text is null and $3::uuid is null) or ${isLive('s')})`,
          )}
            and ($5::text is null or o.full_name ilike $5 or o.username ilike $5)
            and ($6::text is null or (o.full_name, o.id) > ($6, $7::uuid))
       ) o where $8::text is null or o.state = $8
        order by o."fullName", o.id limit $9`,
      [
        ...[scopes, role ?? null, officeId ?? null, within ?? null, likeOf(search)],
        ...[after?.name ?? null, after?.id ?? null, state ?? null, limit],
      ],
    );
  }

  /** Throws OFFICER_UNKNOWN for who is not in the reader's territory, as if they were not there. */
  async find(officerId: string, scopes: readonly string[]): Promise<OfficerListRow> {
    const row = await rowOf<OfficerListRow>(
      this.manager,
      `select ${COLUMNS} from officer o where o.id = $2 and ${inScope('$1')}`,
      [scopes, officerId],
    );
    if (row === undefined) throw new DomainError('OFFICER_UNKNOWN', 'no such officer for this reader');
    return row;
  }

  /** Latest first. */
  async appointments(officerId: string): Promise<AppointmentRow[]> {
    return rowsOf<AppointmentRow>(
      this.manager,
      `select a.id, a.role, a.office_id as "officeId", f.name as office, f.level, f.territory_code as "territoryCode",
              a.valid_from::text as "validFrom", a.valid_to::text as "validTo", a.acting,
              a.letter_number as "letterNumber", a.extended_from is not null as "isExtended",
              a.ended_reason as "endedReason", ${isLive('a')} as "isLive",
              coalesce(a.valid_to < programme_today(), false) as "isOver",
              a.is_proposed as "isProposed", a.created_by as "proposedBy",
              (select c.full_name from officer c where c.id = a.confirmed_by) as "confirmedBy"
         from appointment a join office f on f.id = a.office_id where a.officer_id = $1
        order by a.valid_from desc, a.id limit 200`,
      [officerId],
    );
  }
}
