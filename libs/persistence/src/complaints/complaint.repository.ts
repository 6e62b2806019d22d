import { randomInt } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import {
  COMPLAINT_KINDS,
  complaintMayBecome,
  complaintNumber,
  type ComplaintState,
  DomainError,
  isAboutLeadership,
} from '#domain';
import { inTerritories } from '../shared/territory-sql.js';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';
import {
  COMPLAINT_COLUMNS,
  type ComplaintChange,
  type ComplaintFilter,
  type ComplaintRow,
  type ComplaintSight,
  type NewComplaint,
} from './complaint-row.js';

const LEADERSHIP = COMPLAINT_KINDS.filter(isAboutLeadership)
  .map((kind) => `'${kind}'`)
  .join(', ');

/** The condition that a reader may see complaint `c`; the four scopes are `$1` to `$4`. */
const SEEN = `(case when c.kind in (${LEADERSHIP}) then ${inTerritories('c.territory_code', '$3')}
    when c.is_restricted then ${inTerritories('c.territory_code', '$2')} else ${inTerritories('c.territory_code', '$1')} end
  or (c.office = 'programme_officer' or c.kind in (${LEADERSHIP})) and ${inTerritories('c.territory_code', '$4')})`;

const scopesOf = ({ plain, restricted, leadership, overseen }: ComplaintSight): unknown[] => [
  ...[plain, restricted, leadership, overseen],
];

const TRIES = 20;

/** Complaints. Who may see which is part of every question; the calendar and the citizen ask by the id or number they hold. */
export class ComplaintRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Its number, drawn by lot; the same submission again finds the first. */
  async take(complaint: NewComplaint): Promise<{ id: string; number: string; isNew: boolean }> {
    const { cityCode, year, submissionKey } = complaint;
    await this.manager.query('select pg_advisory_xact_lock(hashtext($1))', [`complaint ${cityCode} ${year}`]);
    const known = await rowOf<{ id: string; number: string }>(
      this.manager,
      'select id, number from complaint where submission_key = $1',
      [submissionKey],
    );
    if (known !== undefined) return { ...known, isNew: false };
    const number = await this.freeNumber(cityCode, year);
    const row = await rowOf<{ id: string }>(
      this.manager,
      `insert into complaint (number, submission_key, territory_code, kind, is_restricted, channel, state, office, due_on, sealed, family_id, received_at, received_by)
       values ($1, $2, $3, $4, $5, $6, 'received', $7, $8, $9, $10, programme_now(), $11) returning id`,
      [
        ...[number, submissionKey, complaint.territoryCode, complaint.kind, complaint.isRestricted, complaint.channel],
        ...[complaint.office, complaint.dueOn, complaint.sealed, complaint.familyId, complaint.receivedBy],
      ],
    );
    if (row === undefined) throw new Error('a complaint that was taken has a row');
    return { id: row.id, number, isNew: true };
  }

  /** Throws COMPLAINT_UNKNOWN for one that the reader may not see, too. Locked where it is about to change. */
  async find(sight: ComplaintSight, id: string, forUpdate = false): Promise<ComplaintRow> {
    return this.one(`${SEEN} and c.id = $5`, [...scopesOf(sight), id], forUpdate);
  }

  /** By its number, within the reader's sight. Throws COMPLAINT_UNKNOWN. */
  async findNumber(sight: ComplaintSight, number: string): Promise<ComplaintRow> {
    return this.one(`${SEEN} and c.number = $5`, [...scopesOf(sight), number], true);
  }

  /** For the calendar, and for the citizen whose secret was checked; locked. Throws COMPLAINT_UNKNOWN. */
  async held(by: 'id' | 'number', value: string): Promise<ComplaintRow> {
    return this.one(`c.${by} = $1`, [value], true);
  }

  /** The complaint whose answer this one has: itself, or the last of those it was merged into one after another. */
  async answering(id: string): Promise<ComplaintRow> {
    const last = await rowOf<{ id: string }>(
      this.manager,
      `with recursive way as (
         select id, merged_into from complaint where id = $1
         union all select c.id, c.merged_into from complaint c join way w on c.id = w.merged_into)
       select id from way where merged_into is null`,
      [id],
    );
    return this.held('id', last?.id ?? id);
  }

  /** What the reader may see, the nearest day first, after the one seen last. */
  async list(
    sight: ComplaintSight,
    { states, kind, text }: ComplaintFilter,
    page: { readonly limit: number; readonly after?: { readonly key: string; readonly id: string } | undefined },
  ): Promise<ComplaintRow[]> {
    return rowsOf<ComplaintRow>(
      this.manager,
      `select ${COMPLAINT_COLUMNS} from complaint c
        where ${SEEN} and c.state = any($5) and ($6::text is null or c.kind = $6) and ($7::text is null or strpos(c.number, $7) > 0
            or exists (select from territory t where t.code = c.territory_code and strpos(lower(t.name), lower($7)) > 0))
          and ($8::date is null or (c.due_on, c.id) > ($8::date, $9::uuid))
        order by c.due_on, c.id limit $10`,
      [
        ...[...scopesOf(sight), states, kind ?? null, text ?? null],
        ...[page.after?.key ?? null, page.after?.id ?? null, page.limit],
      ],
    );
  }

  /** Brings it into a state. Throws COMPLAINT_STATE where it may not come to that from the state it is in. */
  async become(row: Pick<ComplaintRow, 'id' | 'state'>, state: ComplaintState, change: ComplaintChange): Promise<void> {
    if (!complaintMayBecome(row.state, state)) {
      throw new DomainError('COMPLAINT_STATE', 'the complaint is in another state', { state: row.state });
    }
    await this.write(row.id, { state, ...change });
  }

  /** Writes without another state: another office, another day. */
  async write(id: string, change: ComplaintChange & { readonly state?: ComplaintState }): Promise<void> {
    const entries: [string, unknown][] = Object.entries(change);
    const sets = entries.map(([column], index) => `${column} = $${index + 2}`).join(', ');
    await this.manager.query(`update complaint set ${sets} where id = $1`, [id, ...entries.map(([, value]) => value)]);
  }

  /** What was said, and what is answered, sealed. */
  async sealed(id: string): Promise<{ sealed: Buffer; answerSealed: Buffer | null }> {
    const row = await rowOf<{ sealed: Buffer; answerSealed: Buffer | null }>(
      this.manager,
      'select sealed, answer_sealed as "answerSealed" from complaint where id = $1',
      [id],
    );
    if (row === undefined) throw new DomainError('COMPLAINT_UNKNOWN', 'no such complaint');
    return row;
  }

  /** The family that bears this number in the city, and where it lives. */
  async familyOf(cityCode: string, nikHash: Buffer): Promise<{ id: string; territoryCode: string } | undefined> {
    return rowOf(
      this.manager,
      `select id, territory_code as "territoryCode" from family
        where nik_hash = $2 and (territory_code = $1 or territory_code like $1 || '.%')`,
      [cityCode, nikHash],
    );
  }

  /** Whether the complaint is about the officer's own household. */
  async isOwnHousehold(id: string, officerId: string): Promise<boolean> {
    const sql = `select 1 from complaint c join family f on f.id = c.family_id join officer o on o.household_hash = f.kk_hash
                  where c.id = $1 and o.id = $2`;
    return (await rowOf(this.manager, sql, [id, officerId])) !== undefined;
  }

  /** Whether the city works under a mandate that lives today. */
  async isMandated(cityCode: string): Promise<boolean> {
    const sql = `select 1 from mandate where parent_id is null and territory_code = $1 and state = 'accepted'
                    and programme_today() between valid_from and valid_to limit 1`;
    return (await rowOf(this.manager, sql, [cityCode])) !== undefined;
  }

  /** One that nobody has: six digits by lot, and seven where a city has used up most of those. */
  private async freeNumber(cityCode: string, year: number): Promise<string> {
    for (const digits of [...Array.from({ length: TRIES }, () => 6), 7, 7]) {
      const number = complaintNumber(cityCode, year, randomInt(10 ** (digits - 1), 10 ** digits));
      const taken = await rowOf(this.manager, 'select 1 from complaint where number = $1', [number]);
      if (taken === undefined) return number;
    }
    throw new Error('no number of a complaint is free');
  }

  private async one(condition: string, values: unknown[], forUpdate: boolean): Promise<ComplaintRow> {
    const row = await rowOf<ComplaintRow>(
      this.manager,
      `select ${COMPLAINT_COLUMNS} from complaint c where ${condition}${forUpdate ? ' for update of c' : ''}`,
      values,
    );
    if (row === undefined) throw new DomainError('COMPLAINT_UNKNOWN', 'no such complaint in the reader’s sight');
    return row;
  }
}
