import type { EntityManager } from 'typeorm';
import type { LeaseEnd } from '#domain';
import { inTerritories } from '../../shared/territory-sql.js';
import { rowOf, rowsOf } from '../../shared/unit-of-work.js';
import { openTask } from '../../tasks/open-task.js';
import { OPENED_ON } from './opened-on.js';

export interface FieldDeviceRow {
  readonly officerId: string;
  readonly secretHash: Buffer;
  readonly name: string;
}

/** A lease with its phone; `isOver` by the machine's clock. */
export interface FieldLeaseRow {
  readonly id: string;
  readonly deviceId: string;
  readonly deviceName: string;
  readonly officerId: string;
  readonly officer: string;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
  readonly isOver: boolean;
  readonly seenAt: Date;
  readonly skewSeconds: number;
  readonly endedAt: Date | null;
  readonly endedWhy: LeaseEnd | null;
  readonly endedBy: string | null;
  readonly reason: string | null;
  readonly cases: number;
  readonly received: number;
}

/** What a phone holds of a case, the family's sealed record included. */
export interface LeasableCase {
  readonly id: string;
  readonly taskId: string;
  readonly artefactHash: string;
  readonly periodId: string;
  readonly kpmCode: string;
  readonly kelurahanCode: string;
  readonly kelurahanName: string | null;
  readonly rtRw: string | null;
  readonly amountRupiah: string;
  readonly round: number;
  readonly deadlineOn: string;
  readonly openedOn: string;
  readonly rosterRowId: string;
  readonly sealed: Buffer;
}

const COLUMNS = `l.id, l.device_id as "deviceId", d.name as "deviceName", l.officer_id as "officerId", o.full_name as officer,
  l.issued_at as "issuedAt", l.expires_at as "expiresAt", l.expires_at <= now() as "isOver", l.seen_at as "seenAt",
  l.skew_seconds as "skewSeconds", l.ended_at as "endedAt", l.ended_why as "endedWhy", x.full_name as "endedBy", l.reason,
  (select count(*)::int from field_lease_case c where c.lease_id = l.id) as cases,
  (select count(*)::int from field_operation p where p.lease_id = l.id) as received`;
const FROM = `field_lease l join field_device d on d.id = l.device_id join officer o on o.id = l.officer_id
  left join officer x on x.id = l.ended_by`;

/** Phones and the cases that lie on them. */
export class FieldLeaseRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Enters a phone, or finds the one of this id, whoever's it is. A repeat changes nothing. */
  async device(id: string, entered: FieldDeviceRow): Promise<FieldDeviceRow> {
    await this.manager.query(
      `insert into field_device (id, officer_id, secret_hash, name, registered_at) values ($1, $2, $3, $4, now())
       on conflict (id) do nothing`,
      [id, entered.officerId, entered.secretHash, entered.name],
    );
    return (await this.findDevice(id)) ?? entered;
  }

  async findDevice(id: string): Promise<FieldDeviceRow | undefined> {
    return rowOf<FieldDeviceRow>(
      this.manager,
      'select officer_id as "officerId", secret_hash as "secretHash", name from field_device where id = $1',
      [id],
    );
  }

  /** Cases of the territories that wait for a visit, the nearest deadline first. */
  async leasable(territories: readonly string[], most: number): Promise<LeasableCase[]> {
    return rowsOf<LeasableCase>(
      this.manager,
      `select c.id, t.id as "taskId", t.artefact_hash as "artefactHash", c.period_id as "periodId", c.kpm_code as "kpmCode",
              c.kelurahan_code as "kelurahanCode", k.name as "kelurahanName", c.rt_rw as "rtRw",
              c.amount_rupiah as "amountRupiah", c.round, c.deadline_on::text as "deadlineOn", ${OPENED_ON} as "openedOn",
              f.id as "rosterRowId", f.sealed
         from task t join follow_up_case c on t.subject_id = c.id::text
         join entitlement e on e.id = c.entitlement_id join roster_row f on f.id = e.roster_row_id
         left join territory k on k.code = c.kelurahan_code
        where t.kind = 'follow-up.visit' and t.subject_type = 'case' and ${openTask('t')} and c.state = 'to_visit'
          and ${inTerritories('c.kelurahan_code', '$1')}
        order by c.deadline_on, c.rt_rw, c.id limit $2`,
      [territories, most],
    );
  }

  /** Ends what lay on the phone before and opens a lease of these cases. Returns its id. */
  async open(
    lease: {
      readonly deviceId: string;
      readonly officerId: string;
      readonly hours: number;
      readonly skewSeconds: number;
    },
    caseIds: readonly string[],
  ): Promise<string> {
    await this.manager.query(
      `update field_lease set ended_at = now(), ended_why = 'replaced' where device_id = $1 and ended_at is null`,
      [lease.deviceId],
    );
    const row = await rowOf<{ id: string }>(
      this.manager,
      `insert into field_lease (device_id, officer_id, issued_at, expires_at, seen_at, skew_seconds)
       values ($1, $2, now(), now() + make_interval(hours => $3), now(), $4) returning id`,
      [lease.deviceId, lease.officerId, lease.hours, lease.skewSeconds],
    );
    if (row === undefined) throw new Error('an opened lease has a row');
    await this.manager.query('insert into field_lease_case (lease_id, case_id) select $1, unnest($2::uuid[])', [
      row.id,
      caseIds,
    ]);
    return row.id;
  }

  /** Under lock, so that two syncs of one phone go one after the other. */
  async lock(id: string): Promise<FieldLeaseRow | undefined> {
    await this.manager.query('select 1 from field_lease where id = $1 for update', [id]);
    return this.find(id);
  }

  async find(id: string): Promise<FieldLeaseRow | undefined> {
    return rowOf<FieldLeaseRow>(this.manager, `select ${COLUMNS} from ${FROM} where l.id = $1`, [id]);
  }

  /** The cases of a lease that still wait for a visit, with their open task, and the rest as gone. */
  async standing(id: string): Promise<{ caseId: string; kelurahanCode: string; taskId: string | null }[]> {
    return rowsOf(
      this.manager,
      `select c.id as "caseId", c.kelurahan_code as "kelurahanCode", t.id as "taskId"
         from field_lease_case l join follow_up_case c on c.id = l.case_id
         left join task t on t.subject_type = 'case' and t.subject_id = c.id::text and t.kind = 'follow-up.visit' and ${openTask('t')}
        where l.lease_id = $1`,
      [id],
    );
  }

  async seen(id: string, skewSeconds: number): Promise<void> {
    await this.manager.query('update field_lease set seen_at = now(), skew_seconds = $2 where id = $1', [
      id,
      skewSeconds,
    ]);
  }

  /** From now on for so many hours. */
  async prolong(id: string, hours: number): Promise<void> {
    await this.manager.query(
      'update field_lease set expires_at = greatest(expires_at, now() + make_interval(hours => $2)) where id = $1',
      [id, hours],
    );
  }

  async end(id: string, why: LeaseEnd, by: string | null = null, reason: string | null = null): Promise<void> {
    await this.manager.query(
      `update field_lease set ended_at = now(), ended_why = $2, ended_by = $3, reason = $4 where id = $1 and ended_at is null`,
      [id, why, by, reason],
    );
  }

  /** Leases with a case in the territories, the newest first: what lies out, or with `ended` also what did. */
  async page(territories: readonly string[], ended: boolean, limit: number): Promise<FieldLeaseRow[]> {
    return rowsOf<FieldLeaseRow>(
      this.manager,
      `select ${COLUMNS} from ${FROM}
        where ($2 or (l.ended_at is null and l.expires_at > now()))
          and exists (select from field_lease_case lc join follow_up_case c on c.id = lc.case_id
                       where lc.lease_id = l.id and ${inTerritories('c.kelurahan_code', '$1')})
        order by l.ended_at is not null, l.issued_at desc, l.id limit $3`,
      [territories, ended, limit],
    );
  }

  /** One audit row for each family whose name and address went onto the phone. */
  async auditReveal(
    note: { readonly officerId: string; readonly leaseId: string; readonly requestId: string },
    families: readonly { readonly rosterRowId: string; readonly kelurahanCode: string }[],
  ): Promise<void> {
    await this.manager.query(
      `insert into audit_entry (officer_id, action, subject_type, subject_id, territory_code, details, request_id, occurred_at)
       select $1, 'person.leased', 'family', f."rosterRowId", f."kelurahanCode", jsonb_build_object('leaseId', $2::text), $3, programme_now()
         from jsonb_to_recordset($4::jsonb) as f("rosterRowId" text, "kelurahanCode" text)`,
      [
        ...[note.officerId, note.leaseId, note.requestId],
        JSON.stringify(families.map(({ rosterRowId, kelurahanCode }) => ({ rosterRowId, kelurahanCode }))),
      ],
    );
  }
}
