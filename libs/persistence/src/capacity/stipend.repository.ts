import type { EntityManager } from 'typeorm';
import { DomainError, monthDays, type StipendFacts, type StipendLine } from '#domain';
import { inTerritories } from '../shared/territory-sql.js';
import { type EndedBy, endProposal, personsOf, proposalOf, type ProposalRow } from '../shared/proposals.js';
import { rowOf, rowsOf } from '../shared/unit-of-work.js';
import { jakartaDay } from '../shared/jakarta-day.js';

export type StipendState = 'proposed' | 'approved' | 'refused' | 'withdrawn';

export interface StipendStatementRow extends ProposalRow<StipendState> {
  id: string;
  programme: string;
  cityCode: string;
  cityName: string | null;
  month: string;
  version: number;
  monthRupiah: string;
  visitRupiah: string;
  lines: StipendLine[];
  totalRupiah: string;
  contentHash: string;
}

export type NewStipendStatement = Pick<
  StipendStatementRow,
  'programme' | 'cityCode' | 'month' | 'monthRupiah' | 'visitRupiah' | 'lines' | 'totalRupiah' | 'contentHash'
> & { readonly proposedBy: string };

/** What one officer gets by an approved statement. */
export type OwnStipend = Pick<StipendStatementRow, 'month' | 'version' | 'programme' | 'decidedAt'> & {
  line: StipendLine;
};

const COLUMNS = `s.id, s.programme, s.city_code as "cityCode", t.name as "cityName", s.month, s.version,
  s.month_rupiah::text as "monthRupiah", s.visit_rupiah::text as "visitRupiah", s.lines, s.total_rupiah::text as "totalRupiah",
  s.content_hash as "contentHash", ${proposalOf('s')}`;
const FROM = `stipend_statement s ${personsOf('s')} left join territory t on t.code = s.city_code`;

/** A city's years at most: what is listed at once. */
const MOST = 200;

/** What the TKSK of a city are paid by month. */
export class StipendRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * What each TKSK of a city did in a month, by kecamatan: days of the month on which they held the post themselves (not acting), and visits
   * recorded there. A visit counts for who recorded it.
   */
  async facts(cityCode: string, month: string): Promise<StipendFacts[]> {
    const { first, last } = monthDays(month);
    return rowsOf<StipendFacts>(
      this.manager,
      `select a.officer_id as "officerId", f.full_name as officer, o.territory_code as "placeCode", o.name as place,
              sum(least(coalesce(a.valid_to, $3::date), $3::date) - greatest(a.valid_from, $2::date) + 1)::int as "servedDays",
              (select count(*)::int from task_decision d join task k on k.id = d.task_id
                where d.officer_id = a.officer_id and k.kind = 'follow-up.visit' and d.outcome = 'submitted'
                  and ${inTerritories('k.territory_code', 'array[o.territory_code]')}
                  and ${jakartaDay('d.decided_at')} between $2::date and $3::date) as visits
         from appointment a join office o on o.id = a.office_id join officer f on f.id = a.officer_id
        where a.role = 'tksk' and a.acting is null and not a.is_proposed
          and ${inTerritories('o.territory_code', 'array[$1]')}
          and a.valid_from <= $3::date and coalesce(a.valid_to, $3::date) >= $2::date
        group by a.officer_id, f.full_name, o.territory_code, o.name
        order by o.territory_code, f.full_name, a.officer_id`,
      [cityCode, first, last],
    );
  }

  /** Undefined while another proposal of the month waits. */
  async propose(statement: NewStipendStatement): Promise<string | undefined> {
    const row = await rowOf<{ id: string }>(
      this.manager,
      `insert into stipend_statement (programme, city_code, month, version, month_rupiah, visit_rupiah, lines, total_rupiah, content_hash,
                                      state, proposed_by, proposed_at)
       select $1, $2, $3, coalesce(max(version), 0) + 1, $4, $5, $6::jsonb, $7, $8, 'proposed', $9, programme_now()
         from stipend_statement where programme = $1 and city_code = $2 and month = $3
       on conflict (city_code, month, programme) where state = 'proposed' do nothing returning id`,
      [
        ...[statement.programme, statement.cityCode, statement.month, statement.monthRupiah, statement.visitRupiah],
        ...[JSON.stringify(statement.lines), statement.totalRupiah, statement.contentHash, statement.proposedBy],
      ],
    );
    return row?.id;
  }

  /** Locks it. Throws STIPEND_UNKNOWN, outside these territories, too. */
  async find(id: string, scopes: readonly string[]): Promise<StipendStatementRow> {
    const sql = `select ${COLUMNS} from ${FROM} where s.id = $1 and ${inTerritories('s.city_code', '$2')} for update of s`;
    const row = await rowOf<StipendStatementRow>(this.manager, sql, [id, scopes]);
    if (row === undefined) throw new DomainError('STIPEND_UNKNOWN', 'no such statement');
    return row;
  }

  async end(id: string, state: Exclude<StipendState, 'proposed'>, by: EndedBy): Promise<void> {
    await endProposal(this.manager, 'stipend_statement', { id, state }, by);
  }

  /** The newest first. */
  async list(scopes: readonly string[]): Promise<StipendStatementRow[]> {
    const sql = `select ${COLUMNS} from ${FROM} where ${inTerritories('s.city_code', '$1')}
      order by s.month desc, s.city_code, s.version desc limit ${MOST}`;
    return rowsOf(this.manager, sql, [scopes]);
  }

  /** The hash of the month's last approved version; undefined while none is. */
  async approvedHash(of: Pick<StipendStatementRow, 'programme' | 'cityCode' | 'month'>): Promise<string | undefined> {
    const row = await rowOf<{ hash: string }>(
      this.manager,
      `select content_hash as hash from stipend_statement
        where programme = $1 and city_code = $2 and month = $3 and state = 'approved' order by version desc limit 1`,
      [of.programme, of.cityCode, of.month],
    );
    return row?.hash;
  }

  /** What this officer gets by the newest approved version of each month. */
  async ofOfficer(officerId: string): Promise<OwnStipend[]> {
    return rowsOf(
      this.manager,
      `select s.month, s.version, s.programme, s.decided_at as "decidedAt", line
         from (select distinct on (programme, city_code, month) * from stipend_statement where state = 'approved'
                order by programme, city_code, month, version desc) s
         cross join lateral jsonb_array_elements(s.lines) line
        where line ->> 'officerId' = $1 order by s.month desc, s.programme limit ${MOST}`,
      [officerId],
    );
  }
}
