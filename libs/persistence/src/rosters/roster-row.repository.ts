import type { EntityManager } from 'typeorm';
import { DomainError, type RosterFinding, type Verdict } from '#domain';
import { familyOfRow } from '../families/family-of-row.js';
import { IS_LISTED } from './doubts/is-listed.js';
import { settledDoubts } from './doubts/doubt-outcome.js';
import { inTerritories } from '../shared/territory-sql.js';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';

export interface FamilyRow {
  id: string;
  kpmCode: string;
  /** Null until the list is sent. */
  familyCode: string | null;
  rowNumber: number;
  sheet: string;
  fileName: string;
  kelurahanCode: string | null;
  kelurahanName: string | null;
  rtRw: string | null;
  nikMasked: string;
  state: string;
  findings: RosterFinding[];
  matchResult: string | null;
  verdict: Verdict | null;
  verdictReason: string | null;
  verdictAt: Date | null;
  /** Kinds of lists that name the family. */
  listedAs: string[];
}

export interface FamilyFilter {
  readonly rosterId: string;
  readonly territories: readonly string[];
  readonly kelurahanCode?: string | undefined;
  readonly state?: string | undefined;
  readonly verdict?: Verdict | 'none' | undefined;
  readonly matchResult?: string | undefined;
  readonly afterId?: string | undefined;
  readonly limit: number;
}

const COLUMNS = `f.id, f.kpm_code as "kpmCode", ${familyOfRow('f.id')} as "familyCode", f.row_number as "rowNumber", f.sheet, x.name as "fileName",
  f.kelurahan_code as "kelurahanCode", t.name as "kelurahanName", f.rt_rw as "rtRw",
  '••••' || coalesce(f.nik_tail, '') as "nikMasked", f.state, f.findings, f.match_result as "matchResult", f.verdict,
  f.verdict_reason as "verdictReason", f.verdict_at as "verdictAt",
  array(select l.basis from family_doubt l where l.roster_row_id = f.id and l.kind = 'listed' and l.void_at is null order by l.basis) as "listedAs"`;

/** Families on a roster: masked lists, verdicts, and the one place that opens a sealed record. */
export class RosterRowRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Rows by id after the last one seen; an answer of the match counts for families on the list only. Rows without a kelurahan are seen by the city and above only. */
  async page(filter: FamilyFilter): Promise<FamilyRow[]> {
    return rowsOf<FamilyRow>(
      this.manager,
      `select ${COLUMNS} from roster_row f join roster r on r.id = f.roster_id
         join roster_file x on x.id = f.roster_file_id
         left join territory t on t.code = f.kelurahan_code
        where f.roster_id = $1 and ${inTerritories('coalesce(f.kelurahan_code, r.city_code)', '$2')}
          and ($3::text is null or f.kelurahan_code = $3) and ($4::text is null or f.state = $4)
          and ($5::text is null or f.verdict = $5 or ($5 = 'none' and f.verdict is null))
          and ($6::text is null or f.match_result = $6 and f.state in ('valid', 'warning')) and ($7::bigint is null or f.id > $7)
        order by f.id limit $8`,
      [
        filter.rosterId,
        filter.territories,
        filter.kelurahanCode ?? null,
        filter.state ?? null,
        filter.verdict ?? null,
        filter.matchResult ?? null,
        filter.afterId ?? null,
        filter.limit,
      ],
    );
  }

  /** The sealed record and where it belongs, for a reveal that the caller audits. Throws FAMILY_UNKNOWN. */
  async sealed(rowId: string): Promise<{ sealed: Buffer; territoryCode: string; kpmCode: string }> {
    const row = await rowOf<{ sealed: Buffer; territoryCode: string; kpmCode: string }>(
      this.manager,
      `select f.sealed, coalesce(f.kelurahan_code, r.city_code) as "territoryCode", f.kpm_code as "kpmCode"
         from roster_row f join roster r on r.id = f.roster_id where f.id = $1`,
      [rowId],
    );
    if (row === undefined) throw new DomainError('FAMILY_UNKNOWN', 'no such family on a roster');
    return row;
  }

  /** Counts of verdicts for one kelurahan, or for every one of the roster. */
  async verdictCounts(rosterId: string, kelurahanCode?: string) {
    return rowsOf<{ kelurahanCode: string; families: number; eligible: number; ineligible: number; check: number }>(
      this.manager,
      `select kelurahan_code as "kelurahanCode", count(*)::int as families,
              count(*) filter (where verdict = 'eligible')::int as eligible,
              count(*) filter (where verdict = 'ineligible')::int as ineligible,
              count(*) filter (where verdict = 'check')::int as "check"
         from roster_row where roster_id = $1 and state in ('valid', 'warning')
          and ($2::text is null or kelurahan_code = $2)
        group by kelurahan_code order by kelurahan_code`,
      [rosterId, kelurahanCode ?? null],
    );
  }

  /** Sets verdicts in one statement. Rows of another kelurahan or roster are not touched; says how many were. */
  async setVerdicts(
    rosterId: string,
    kelurahanCode: string,
    officerId: string,
    verdicts: readonly { rowId: string; verdict: Verdict | null; reason?: string | undefined }[],
  ): Promise<number> {
    const changed = await rowsOf(
      this.manager,
      `update roster_row f set verdict = v.verdict, verdict_reason = v.reason,
              verdict_by = case when v.verdict is null then null else $3::uuid end,
              verdict_at = case when v.verdict is null then null else programme_now() end
         from jsonb_to_recordset($4::jsonb) as v("rowId" bigint, verdict text, reason text)
        where f.id = v."rowId" and f.roster_id = $1 and f.kelurahan_code = $2 and f.state in ('valid', 'warning')
        returning f.id`,
      [rosterId, kelurahanCode, officerId, JSON.stringify(verdicts)],
    );
    return changed.length;
  }

  /** Which of these families a list names. */
  async listed(rowIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await rowsOf<{ id: string }>(
      this.manager,
      `select f.id from roster_row f where f.id = any($1::bigint[]) and ${IS_LISTED}`,
      [rowIds],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Which of these families is the officer's own; undefined where none is. */
  async ownHousehold(officerId: string, rowIds: readonly string[]): Promise<string | undefined> {
    const row = await rowOf<{ id: string }>(
      this.manager,
      `select f.id from roster_row f join officer o on o.household_hash = f.kk_hash
        where o.id = $1 and f.id = any($2::bigint[]) order by f.id limit 1`,
      [officerId, rowIds],
    );
    return row?.id;
  }

  /** Gives a verdict to every family of the kelurahan that has none yet, that Dukcapil matched and no list names; not to the officer's own. */
  async fillVerdicts(rosterId: string, kelurahanCode: string, officerId: string, verdict: Verdict): Promise<string[]> {
    const changed = await rowsOf<{ id: string }>(
      this.manager,
      `update roster_row f set verdict = $4, verdict_by = $3, verdict_at = programme_now()
        where roster_id = $1 and kelurahan_code = $2 and verdict is null and state in ('valid', 'warning')
          and not exists (select from officer o where o.id = $3 and o.household_hash = kk_hash)
          and match_result = 'matched' and not ${IS_LISTED} returning id`,
      [rosterId, kelurahanCode, officerId, verdict],
    );
    return changed.map(({ id }) => id);
  }

  /** The hash of a territory's list with its verdicts and what was settled about its families: what a berita acara signs. */
  async listHash(rosterId: string, territoryCode: string): Promise<string> {
    const row = await rowOf<{ hash: string }>(
      this.manager,
      `select encode(sha256(convert_to($1::text || coalesce(string_agg(concat_ws('|', kpm_code, encode(nik_hash, 'hex'),
              verdict, verdict_reason, q.settled), ',' order by f.id), ''), 'utf8')), 'hex') as hash
         from roster_row f left join (${settledDoubts('$1::text::uuid')}) q on q.roster_row_id = f.id
        where f.roster_id = $1::text::uuid and f.state in ('valid', 'warning')
          and (f.kelurahan_code = $2 or f.kelurahan_code like $2 || '.%')`,
      [rosterId, territoryCode],
    );
    return row?.hash ?? '';
  }

  /** Families and kelurahan of a territory that are on the list and free of errors. */
  async kelurahanOf(rosterId: string, territoryCode: string): Promise<{ kelurahanCode: string; families: number }[]> {
    return rowsOf(
      this.manager,
      `select kelurahan_code as "kelurahanCode", count(*)::int as families from roster_row
        where roster_id = $1 and state in ('valid', 'warning')
          and (kelurahan_code = $2 or kelurahan_code like $2 || '.%')
        group by kelurahan_code order by kelurahan_code`,
      [rosterId, territoryCode],
    );
  }
}
