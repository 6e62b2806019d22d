import type { EntityManager } from 'typeorm';
import type { RosterNote } from '#domain';
import { copyRows } from '../shared/copy-rows.js';
import { rowOf } from '../shared/unit-of-work.js';

/** One answer of the civil registry. */
export interface MatchAnswer {
  readonly nikHash: Buffer;
  readonly result: string;
  /** Its own record of whom it did not match, sealed; null where it matched. */
  readonly sealed: Buffer | null;
}

/** The civil registry's answers on the families of a list. */
export class IdentityMatchRepository {
  constructor(private readonly manager: EntityManager) {}

  /**
   * Applies an identity-match result by NIK. A family answered once keeps its answer until another one comes, in this
   * file or a later part; who was never named is `absent`, not matched. The file says how many answers found nobody, and
   * how many families have none.
   */
  async apply(rosterId: string, fileId: string, results: AsyncIterable<MatchAnswer>): Promise<void> {
    await this.manager.query(
      'create temp table match_result_staged (nik_hash bytea, result text, sealed bytea) on commit drop',
    );
    async function* fields() {
      for await (const { nikHash, result, sealed } of results) yield [nikHash, result, sealed];
    }
    await copyRows(this.manager, 'match_result_staged (nik_hash, result, sealed)', fields());
    await this.manager.query('analyze match_result_staged');
    await this.manager.query(
      `update roster_row r set match_result = coalesce(m.result, r.match_result, 'absent')
         from roster_row own
         left join (select nik_hash, min(result) as result from match_result_staged group by nik_hash) m
           on m.nik_hash = own.nik_hash
        where own.id = r.id and r.roster_id = $1 and own.roster_id = $1 and r.state <> 'invalid'`,
      [rosterId],
    );
    await this.keepAnswers(rosterId, fileId);
    await this.finishMatches(rosterId, fileId);
  }

  /** The civil registry's own records, for whoever has to say whether it is the same person. The newest file's counts. */
  private async keepAnswers(rosterId: string, fileId: string): Promise<void> {
    await this.manager.query(
      `insert into identity_answer (roster_row_id, roster_file_id, sealed, noted_at)
       select r.id, $2, m.sealed, programme_now()
         from (select distinct on (nik_hash) nik_hash, sealed from match_result_staged
                where sealed is not null order by nik_hash, result) m
         join roster_row r on r.roster_id = $1 and r.nik_hash = m.nik_hash and r.state <> 'invalid'
           on conflict (roster_row_id) do update
          set roster_file_id = excluded.roster_file_id, sealed = excluded.sealed, noted_at = excluded.noted_at`,
      [rosterId, fileId],
    );
  }

  private async finishMatches(rosterId: string, fileId: string): Promise<void> {
    const counts = await rowOf<{ answers: number; strangers: number; unanswered: number }>(
      this.manager,
      `select (select count(*)::int from match_result_staged) as answers,
              (select count(distinct m.nik_hash)::int from match_result_staged m
                where not exists (select from roster_row r where r.roster_id = $1 and r.nik_hash = m.nik_hash)) as strangers,
              (select count(*)::int from roster_row
                where roster_id = $1 and state in ('valid', 'warning') and match_result = 'absent') as unanswered`,
      [rosterId],
    );
    const note = (code: RosterNote['code'], number = 0): RosterNote[] =>
      number === 0 ? [] : [{ code, sheet: '', row: null, params: { number } }];
    const notes = [
      ...note('ANSWERS_WITHOUT_FAMILY', counts?.strangers),
      ...note('FAMILIES_WITHOUT_ANSWER', counts?.unanswered),
    ];
    await this.manager.query(
      `update roster_file set state = 'done', finished_at = programme_now(), rows_read = $2, notes = $3 where id = $1`,
      [fileId, counts?.answers ?? 0, JSON.stringify(notes)],
    );
  }
}
