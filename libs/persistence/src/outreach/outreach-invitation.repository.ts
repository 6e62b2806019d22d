import type { EntityManager } from 'typeorm';
import { type Attendance, DomainError, type InvitedList } from '#domain';
import { familyOfRow } from '../families/family-of-row.js';
import { CREDITED_STATES, oneOf } from '../money/money-held.js';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';

export const ATTENDANCE_VIEWS = ['unnoted', 'present', 'represented', 'absent'] as const;
export type AttendanceView = (typeof ATTENDANCE_VIEWS)[number];

/** A family of a session's list, masked. */
export interface OutreachFamilyRow {
  id: string;
  kpmCode: string;
  familyCode: string | null;
  nikMasked: string;
  rtRw: string | null;
  isAdded: boolean;
  hasTransacted: boolean;
  attendance: Attendance | null;
  noter: string | null;
}

/** A family as it is invited: its record still sealed. */
export interface SealedInvitation {
  readonly rowId: string;
  readonly kpmCode: string;
  readonly attendance: Attendance | null;
  readonly sealed: Buffer;
}

interface OfSession {
  readonly id: string;
  readonly periodId: string;
  readonly cityCode: string;
  readonly kelurahanCode: string;
}

const COLUMNS = `i.id, e.kpm_code as "kpmCode", ${familyOfRow('x.id')} as "familyCode", '••••' || coalesce(x.nik_tail, '') as "nikMasked",
  x.rt_rw as "rtRw", i.is_added as "isAdded", e.state = 'transacted' as "hasTransacted", i.attendance,
  (select o.full_name from officer o where o.id = i.noted_by) as noter`;
const FROM = `outreach_invitation i join entitlement e on e.id = i.entitlement_id join roster_row x on x.id = e.roster_row_id`;

/** The attendance lists of sessions. Who may see a session is decided before. */
export class OutreachInvitationRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Puts families of the session's kelurahan on its list, by RT/RW; who stands there already stays. Returns how many were put. */
  async invite({ id, periodId, kelurahanCode }: OfSession, list: InvitedList): Promise<number> {
    const rows = await rowsOf(
      this.manager,
      `insert into outreach_invitation (session_id, entitlement_id, is_added)
       select $1, e.id, false from entitlement e join roster_row x on x.id = e.roster_row_id
        where e.period_id = $2 and e.kelurahan_code = $3 and e.state in ${oneOf(CREDITED_STATES)}
          ${list === 'not_transacted' ? `and e.state <> 'transacted'` : ''}
        order by x.rt_rw nulls last, e.kpm_code
       on conflict (session_id, entitlement_id) do nothing returning 1`,
      [id, periodId, kelurahanCode],
    );
    return rows.length;
  }

  /**
   * Puts a family that came without an invitation on the list and answers with its place there; one that stands there already keeps it.
   * Throws OUTREACH_FAMILY_ELSEWHERE for one of another kelurahan of the city, OUTREACH_FAMILY_UNKNOWN for any other.
   */
  async add({ id, periodId, cityCode, kelurahanCode }: OfSession, kpmCode: string): Promise<string> {
    const family = await rowOf<{ id: string; kelurahanCode: string }>(
      this.manager,
      `select e.id, e.kelurahan_code as "kelurahanCode" from entitlement e
        where e.period_id = $1 and e.city_code = $2 and e.kpm_code = $3 and e.state in ${oneOf(CREDITED_STATES)}
        order by e.kelurahan_code <> $4, e.id limit 1`,
      [periodId, cityCode, kpmCode, kelurahanCode],
    );
    if (family === undefined) throw new DomainError('OUTREACH_FAMILY_UNKNOWN', 'no such family of the period');
    if (family.kelurahanCode !== kelurahanCode) {
      throw new DomainError('OUTREACH_FAMILY_ELSEWHERE', 'a family of another kelurahan', { field: 'kpmCode' });
    }
    await this.manager.query(
      `insert into outreach_invitation (session_id, entitlement_id, is_added) values ($1, $2, true) on conflict do nothing`,
      [id, family.id],
    );
    const row = await rowOf<{ id: string }>(
      this.manager,
      'select id from outreach_invitation where session_id = $1 and entitlement_id = $2',
      [id, family.id],
    );
    return row?.id ?? '';
  }

  /** Notes who came. Throws OUTREACH_FAMILY_UNKNOWN, and notes nothing, where one of them is on no list of the session. */
  async mark(sessionId: string, ids: readonly string[], attendance: Attendance, officerId: string): Promise<void> {
    const rows = await rowsOf(
      this.manager,
      `update outreach_invitation set attendance = $3, noted_by = $4, noted_at = programme_now()
        where session_id = $1 and id = any($2::bigint[]) returning 1`,
      [sessionId, ids, attendance, officerId],
    );
    if (rows.length !== new Set(ids).size) {
      throw new DomainError('OUTREACH_FAMILY_UNKNOWN', 'not on the list of this session');
    }
  }

  /** Notes of all of whom nothing is noted that they did not come. Returns how many. */
  async markRestAbsent(sessionId: string, officerId: string): Promise<number> {
    const rows = await rowsOf(
      this.manager,
      `update outreach_invitation set attendance = 'absent', noted_by = $2, noted_at = programme_now()
        where session_id = $1 and attendance is null returning 1`,
      [sessionId, officerId],
    );
    return rows.length;
  }

  async families(
    sessionId: string,
    page: {
      readonly view?: AttendanceView | undefined;
      /** A part of a KPM code or of RT/RW. */
      readonly text?: string | undefined;
      readonly afterId?: string | undefined;
      readonly limit: number;
    },
  ): Promise<OutreachFamilyRow[]> {
    const { view, text, afterId, limit } = page;
    return rowsOf<OutreachFamilyRow>(
      this.manager,
      `select ${COLUMNS} from ${FROM}
        where i.session_id = $1 and ($2::bigint is null or i.id > $2)
          and ($3::text is null or e.kpm_code ilike '%' || $3 || '%' or x.rt_rw ilike '%' || $3 || '%')
          and ($4::text is null or coalesce(i.attendance, 'unnoted') = $4)
        order by i.id limit $5`,
      [sessionId, afterId ?? null, text ?? null, view ?? null, limit],
    );
  }

  /** The rows of the period's list by which the families of a session stand on it. */
  async rowIds(sessionId: string): Promise<string[]> {
    const sql = `select x.id from ${FROM} where i.session_id = $1 order by i.id`;
    return (await rowsOf<{ id: string }>(this.manager, sql, [sessionId])).map(({ id }) => id);
  }

  /** Families of the list with their sealed records, from a place in it. */
  async sealed(sessionId: string, { offset, limit }: { offset: number; limit: number }): Promise<SealedInvitation[]> {
    return rowsOf<SealedInvitation>(
      this.manager,
      `select x.id as "rowId", e.kpm_code as "kpmCode", i.attendance, x.sealed from ${FROM}
        where i.session_id = $1 order by i.id offset $2 limit $3`,
      [sessionId, offset, limit],
    );
  }
}
