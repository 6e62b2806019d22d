import type { EntityManager } from 'typeorm';
import { DomainError, type FamilyChangeField, type FamilyChangeState } from '#domain';
import { inTerritories } from '../shared/territory-sql.js';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';
import { takenOut } from './taken-out.js';

export interface FamilyChangeRow {
  id: string;
  familyId: string;
  territoryCode: string;
  territoryName: string | null;
  field: FamilyChangeField;
  contentHash: string;
  reason: string;
  /** What speaks for it: a paper, or the complaint whose answer set it going. */
  paperId: string | null;
  paperName: string | null;
  complaintId: string | null;
  complaintNumber: string | null;
  state: FamilyChangeState;
  dueOn: string;
  proposedBy: string;
  proposer: string;
  proposedAt: Date;
  decider: string | null;
  decidedAt: Date | null;
  decisionReason: string | null;
}

export interface NewFamilyChange {
  readonly familyId: string;
  readonly territoryCode: string;
  readonly field: FamilyChangeField;
  readonly sealed: Buffer;
  readonly contentHash: string;
  readonly newNikHash: Buffer | null;
  readonly reason: string;
  readonly paperId: string | null;
  readonly complaintId: string | null;
  readonly dueOn: string;
  readonly proposedBy: string;
}

const COLUMNS = `c.id, c.family_id as "familyId", c.territory_code as "territoryCode",
  (select t.name from territory t where t.code = c.territory_code) as "territoryName", c.field,
  c.content_hash as "contentHash", c.reason, c.paper_id as "paperId", x.name as "paperName", c.complaint_id as "complaintId",
  (select m.number from complaint m where m.id = c.complaint_id) as "complaintNumber", c.state,
  c.due_on::text as "dueOn", c.proposed_by as "proposedBy", p.full_name as proposer, c.proposed_at as "proposedAt",
  d.full_name as decider, c.decided_at as "decidedAt", c.decision_reason as "decisionReason"`;
const FROM = `family_change c join officer p on p.id = c.proposed_by left join family_paper x on x.id = c.paper_id
  left join officer d on d.id = c.decided_by`;

/** Changes of families' records. The database keeps who decides from being who proposed, and what is decided as it is. */
export class FamilyChangeRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Its id; undefined where another change of the field waits. */
  async propose(change: NewFamilyChange): Promise<string | undefined> {
    const row = await rowOf<{ id: string }>(
      this.manager,
      `insert into family_change (family_id, territory_code, field, sealed, content_hash, new_nik_hash, reason, paper_id, complaint_id,
                                  state, due_on, proposed_by, proposed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'proposed', $10, $11, programme_now())
       on conflict (family_id, field) where state = 'proposed' do nothing returning id`,
      [
        ...[change.familyId, change.territoryCode, change.field, change.sealed, change.contentHash, change.newNikHash],
        ...[change.reason, change.paperId, change.complaintId, change.dueOn, change.proposedBy],
      ],
    );
    return row?.id;
  }

  /** Locks it. Throws FAMILY_CHANGE_UNKNOWN outside the territories, too. */
  async find(changeId: string, territories: readonly string[]): Promise<FamilyChangeRow> {
    const row = await rowOf<FamilyChangeRow>(
      this.manager,
      `select ${COLUMNS} from ${FROM} where c.id = $1 and ${inTerritories('c.territory_code', '$2')} for update of c`,
      [changeId, territories],
    );
    if (row === undefined) throw new DomainError('FAMILY_CHANGE_UNKNOWN', 'no such change in the territory');
    return row;
  }

  async sealed(changeId: string): Promise<Buffer> {
    const row = await rowOf<{ sealed: Buffer }>(this.manager, 'select sealed from family_change where id = $1', [
      changeId,
    ]);
    if (row === undefined) throw new DomainError('FAMILY_CHANGE_UNKNOWN', 'no such change');
    return row.sealed;
  }

  async decide(changeId: string, state: FamilyChangeState, decidedBy: string, reason: string | null): Promise<void> {
    await this.manager.query(
      `update family_change set state = $2, decided_by = $3, decided_at = programme_now(), decision_reason = $4 where id = $1`,
      [changeId, state, decidedBy, reason],
    );
  }

  /** Of a family, the newest first. */
  async ofFamily(familyId: string, territories: readonly string[]): Promise<FamilyChangeRow[]> {
    return rowsOf<FamilyChangeRow>(
      this.manager,
      `select ${COLUMNS} from ${FROM} where c.family_id = $1 and ${inTerritories('c.territory_code', '$2')}
        order by c.proposed_at desc, c.id`,
      [familyId, territories],
    );
  }

  /** What waits in the territories, the nearest day first, after the one seen last. */
  async waiting(
    territories: readonly string[],
    limit: number,
    after?: { readonly key: string; readonly id: string },
  ): Promise<FamilyChangeRow[]> {
    return rowsOf<FamilyChangeRow>(
      this.manager,
      `select ${COLUMNS} from ${FROM} where c.state = 'proposed' and ${inTerritories('c.territory_code', '$1')}
          and ($2::date is null or (c.due_on, c.id) > ($2::date, $3::uuid))
        order by c.due_on, c.id limit $4`,
      [territories, after?.key ?? null, after?.id ?? null, limit],
    );
  }

  /** Ends those whose day has passed; each is answered once. */
  async lapse(): Promise<{ id: string; territoryCode: string; proposedBy: string; complaintId: string | null }[]> {
    return rowsOf(
      this.manager,
      `update family_change set state = 'lapsed', decided_at = programme_now()
        where state = 'proposed' and due_on < programme_today()
        returning id, territory_code as "territoryCode", proposed_by as "proposedBy", complaint_id as "complaintId"`,
    );
  }

  /** Confirmed names and addresses of a city's families, oldest first, by the NIK under which a list names the family. */
  async acting(cityCode: string): Promise<{ nikHash: Buffer; field: FamilyChangeField; sealed: Buffer }[]> {
    return rowsOf(
      this.manager,
      `select f.nik_hash as "nikHash", c.field, c.sealed from family_change c join family f on f.id = c.family_id
        where c.state = 'confirmed' and c.field in ('name', 'address')
          and (f.territory_code = $1 or f.territory_code like $1 || '.%')
        order by c.decided_at, c.id`,
      [cityCode],
    );
  }

  /** The phone that was confirmed last for the family of a row, sealed. */
  async phoneOfRow(rowId: string): Promise<Buffer | undefined> {
    const row = await rowOf<{ sealed: Buffer }>(
      this.manager,
      `select c.sealed from family_listing l join family_change c on c.family_id = l.family_id
        where l.roster_row_id = $1 and c.field = 'phone' and c.state = 'confirmed' order by c.decided_at desc limit 1`,
      [rowId],
    );
    return row?.sealed;
  }

  /** Whether the family was taken out and has not come back. */
  async isTakenOut(familyId: string): Promise<boolean> {
    const row = await rowOf(this.manager, `${takenOut('(select $1::bigint as family_id)', 'true')} limit 1`, [
      familyId,
    ]);
    return row !== undefined;
  }

  /** Where the family lives now, the newest row that lists it, and whether its card is the officer's own. Undefined outside the territories. */
  async subject(familyId: string, territories: readonly string[], officerId: string) {
    return rowOf<{ territoryCode: string; sealed: Buffer; isOwn: boolean }>(
      this.manager,
      `select f.territory_code as "territoryCode", n.sealed,
              exists (select from officer o where o.id = $3 and o.household_hash = f.kk_hash) as "isOwn"
         from family f cross join lateral (
           select r.sealed from family_listing l join roster_row r on r.id = l.roster_row_id
            where l.family_id = f.id and r.state in ('valid', 'warning') order by r.id desc limit 1) n
        where f.id = $1 and ${inTerritories('f.territory_code', '$2')}`,
      [familyId, territories, officerId],
    );
  }
}
