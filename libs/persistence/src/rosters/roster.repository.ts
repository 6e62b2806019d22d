import type { EntityManager } from 'typeorm';
import { DomainError, type RosterNote } from '#domain';
import { copyRows } from '../shared/copy-rows.js';
import { clearListFindings, markListFindings } from './list-findings.js';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';

export interface RosterSummary {
  id: string;
  periodId: string;
  cityCode: string;
  version: number;
  state: string;
  contentHash: string | null;
  families: number;
  valid: number;
  warning: number;
  invalid: number;
  duplicate: number;
  matched: number;
  matchResults: Record<string, number>;
}

export interface RosterFileRow {
  id: string;
  rosterId: string;
  purpose: 'roster' | 'identity';
  name: string;
  sha256: string;
  sizeBytes: string;
  state: 'reading' | 'done' | 'failed';
  rowsRead: number;
  rowsValid: number;
  rowsWarning: number;
  rowsInvalid: number;
  rowsDuplicate: number;
  problem: { code: string; details: Record<string, unknown> } | null;
  notes: RosterNote[];
  startedAt: Date;
  finishedAt: Date | null;
}

export interface StagedRow {
  readonly rowNumber: number;
  readonly sheet: string;
  readonly kelurahanCode: string | null;
  readonly rtRw: string | null;
  readonly nikHash: Buffer | null;
  readonly nikTail: string | null;
  readonly kkHash: Buffer | null;
  readonly accountHash: Buffer | null;
  readonly rowDigest: number | null;
  readonly sealed: Buffer;
  readonly state: string;
  readonly findings: string;
}

const FILE_COLUMNS = `id, roster_id as "rosterId", purpose, name, sha256, size_bytes as "sizeBytes", state,
  rows_read as "rowsRead", rows_valid as "rowsValid", rows_warning as "rowsWarning", rows_invalid as "rowsInvalid",
  rows_duplicate as "rowsDuplicate", problem, notes, started_at as "startedAt", finished_at as "finishedAt"`;

/** Rosters, their files and the loading of rows. Everything per family is set-based. */
export class RosterRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The draft that awaits files, made as the next version when the last one was submitted. */
  async draft(periodId: string, cityCode: string): Promise<string> {
    const open = await rowOf<{ id: string }>(
      this.manager,
      `select id from roster where period_id = $1 and city_code = $2 and state = 'draft'`,
      [periodId, cityCode],
    );
    if (open !== undefined) return open.id;
    const made = await rowOf<{ id: string }>(
      this.manager,
      `insert into roster (period_id, city_code, version, state, created_at)
       select $1, $2, coalesce(max(version), 0) + 1, 'draft', programme_now()
         from roster where period_id = $1 and city_code = $2 returning id`,
      [periodId, cityCode],
    );
    if (made === undefined) throw new Error('the roster draft was not made');
    return made.id;
  }

  async summary(rosterId: string): Promise<RosterSummary> {
    const row = await rowOf<RosterSummary>(
      this.manager,
      `select r.id, r.period_id as "periodId", r.city_code as "cityCode", r.version, r.state,
              r.content_hash as "contentHash", s.families, s.valid, s.warning, s.invalid, s.duplicate, s.matched,
              s.results as "matchResults"
         from roster r cross join lateral (
           select count(*)::int as families, count(*) filter (where state = 'valid')::int as valid,
                  count(*) filter (where state = 'warning')::int as warning,
                  count(*) filter (where state = 'invalid')::int as invalid,
                  count(*) filter (where state = 'duplicate')::int as duplicate,
                  count(*) filter (where match_result = 'matched')::int as matched,
                  (select coalesce(jsonb_object_agg(match_result, n), '{}') from (
                     select match_result, count(*) as n from roster_row
                      where roster_id = r.id and match_result is not null and state in ('valid', 'warning')
                      group by 1) g) as results
             from roster_row where roster_id = r.id) s
        where r.id = $1`,
      [rosterId],
    );
    if (row === undefined) throw new DomainError('ROSTER_UNKNOWN', 'no such roster');
    return row;
  }

  async latest(periodId: string, cityCode: string): Promise<string | undefined> {
    const row = await rowOf<{ id: string }>(
      this.manager,
      'select id from roster where period_id = $1 and city_code = $2 order by version desc limit 1',
      [periodId, cityCode],
    );
    return row?.id;
  }

  /** Notes a file that came; the same content for the same purpose finds the first one. */
  async startFile(file: {
    rosterId: string;
    purpose: string;
    name: string;
    sha256: string;
    sizeBytes: number;
    uploadedBy: string;
  }): Promise<{ id: string; isNew: boolean }> {
    const row = await rowOf<{ id: string; isNew: boolean }>(
      this.manager,
      `insert into roster_file (roster_id, purpose, name, sha256, size_bytes, state, uploaded_by, started_at)
       values ($1, $2, $3, $4, $5, 'reading', $6, programme_now())
       on conflict (roster_id, purpose, sha256) do update
          set state = case when roster_file.state = 'done' then 'done' else 'reading' end, problem = null,
             rows_read = case when roster_file.state = 'done' then roster_file.rows_read else 0 end
       returning id, state = 'reading' as "isNew"`,
      [file.rosterId, file.purpose, file.name, file.sha256, file.sizeBytes, file.uploadedBy],
    );
    if (row === undefined) throw new Error('the file was not noted');
    return row;
  }

  /** How far a file is read; nothing once its reading has ended, because these notes may come late. */
  async setRowsRead(fileId: string, rowsRead: number): Promise<void> {
    await this.manager.query(
      `update roster_file set rows_read = greatest(rows_read, $2) where id = $1 and state = 'reading'`,
      [fileId, rowsRead],
    );
  }

  async failFile(fileId: string, problem: { code: string; details: unknown }): Promise<void> {
    await this.manager.query(
      `update roster_file set state = 'failed', problem = $2, finished_at = programme_now() where id = $1`,
      [fileId, JSON.stringify(problem)],
    );
  }

  async file(fileId: string): Promise<RosterFileRow> {
    const row = await rowOf<RosterFileRow>(this.manager, `select ${FILE_COLUMNS} from roster_file where id = $1`, [
      fileId,
    ]);
    if (row === undefined) throw new DomainError('FILE_UNKNOWN', 'no such file');
    return row;
  }

  async files(rosterId: string): Promise<RosterFileRow[]> {
    return rowsOf<RosterFileRow>(
      this.manager,
      `select ${FILE_COLUMNS} from roster_file where roster_id = $1 order by started_at, id`,
      [rosterId],
    );
  }

  /**
   * Loads a file's rows in one go: all of them or none. What only the whole list shows is marked after. `notes` is read
   * when the rows have ended.
   */
  async loadRows(
    rosterId: string,
    fileId: string,
    rows: AsyncIterable<StagedRow>,
    notes: readonly RosterNote[] = [],
  ): Promise<void> {
    let number = await this.familyCount(rosterId);
    async function* fields() {
      for await (const row of rows) {
        number += 1;
        yield [
          rosterId,
          fileId,
          row.rowNumber,
          row.sheet,
          `KPM-${`${number}`.padStart(6, '0')}`,
          row.kelurahanCode,
          row.rtRw,
          row.nikHash,
          row.nikTail,
          row.kkHash,
          row.accountHash,
          row.rowDigest,
          row.sealed,
          row.state,
          row.findings,
        ];
      }
    }
    await copyRows(
      this.manager,
      `roster_row (roster_id, roster_file_id, row_number, sheet, kpm_code, kelurahan_code, rt_rw, nik_hash, nik_tail,
                   kk_hash, account_hash, row_digest, sealed, state, findings)`,
      fields(),
    );
    // A bulk load is new to the planner; without this it would join the next set of a million by nested loops.
    await this.manager.query('analyze roster_row');
    await markListFindings(this.manager, rosterId);
    await this.finishFile(fileId, notes);
  }

  /** Takes a file and its rows back out of a draft; a family that one of them had made a duplicate counts again. */
  async dropFile(rosterId: string, fileId: string): Promise<void> {
    await this.manager.query('delete from roster_row where roster_id = $1 and roster_file_id = $2', [rosterId, fileId]);
    await this.manager.query('delete from roster_file where roster_id = $1 and id = $2', [rosterId, fileId]);
    await clearListFindings(this.manager, rosterId);
    await markListFindings(this.manager, rosterId);
  }

  /** Seals the version: a hash over every row in order, by which all later decisions know it. */
  async seal(rosterId: string): Promise<string> {
    const row = await rowOf<{ hash: string }>(
      this.manager,
      `update roster set content_hash = (
         select encode(sha256(convert_to(coalesce(string_agg(concat_ws('|', kpm_code, encode(nik_hash, 'hex'),
                kelurahan_code, state, match_result), ',' order by id), ''), 'utf8')), 'hex')
           from roster_row where roster_id = $1)
        where id = $1 returning content_hash as hash`,
      [rosterId],
    );
    return row?.hash ?? '';
  }

  async setState(rosterId: string, state: 'submitted' | 'endorsed'): Promise<void> {
    await this.manager.query('update roster set state = $2 where id = $1', [rosterId, state]);
  }

  /** Where the numbering of families goes on when a second file is loaded; numbers of removed files stay unused. */
  private async familyCount(rosterId: string): Promise<number> {
    const row = await rowOf<{ number: number }>(
      this.manager,
      `select coalesce(max(substr(kpm_code, 5)::int), 0) as number from roster_row where roster_id = $1`,
      [rosterId],
    );
    return row?.number ?? 0;
  }

  private async finishFile(fileId: string, notes: readonly RosterNote[]): Promise<void> {
    await this.manager.query(
      `update roster_file f set state = 'done', finished_at = programme_now(), rows_read = s.total,
              notes = $2, rows_valid = s.valid, rows_warning = s.warning, rows_invalid = s.invalid, rows_duplicate = s.duplicate
         from (select count(*) as total, count(*) filter (where state = 'valid') as valid,
                      count(*) filter (where state = 'warning') as warning,
                      count(*) filter (where state = 'invalid') as invalid,
                      count(*) filter (where state = 'duplicate') as duplicate
                 from roster_row where roster_file_id = $1) s
        where f.id = $1`,
      [fileId, JSON.stringify(notes)],
    );
  }
}
