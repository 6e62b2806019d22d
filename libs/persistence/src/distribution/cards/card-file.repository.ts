import type { EntityManager } from 'typeorm';
import type { CardFinding, CardLine } from '#domain';
import { copyRows } from '../../shared/copy-rows.js';
import { rowOf, rowsOf } from '../../shared/unit-of-work.js';

export interface NewCardFile {
  readonly bankOfficeId: string;
  readonly name: string;
  readonly sha256: string;
  readonly loadedBy: string;
}

/** One line with its numbers hashed and sealed, or with what is wrong with it as `COLUMN:FINDING`. */
export interface StagedCardLine {
  readonly rowNumber: number;
  readonly faults: readonly string[];
  readonly line: (Omit<CardLine, 'number' | 'nik'> & CardSecrets) | undefined;
  readonly sealed: Buffer;
}

export interface CardSecrets {
  readonly numberHash: Buffer;
  readonly numberTail: string;
  readonly numberSealed: Buffer;
  readonly nikHash: Buffer;
}

/** What a file came to. */
export interface TakenCardFile {
  readonly id: string;
  readonly rows: number;
  readonly cards: number;
  readonly words: number;
  readonly refused: number;
}

const STAGED = `row_number, faults, ref, number_hash, number_tail, number_sealed, nik_hash, territory_code, kind, happened_on, reason,
  until_on, replaces_ref, sealed`;

/** Lines whose places or numbers do not fit are refused, each with its finding. */
const finding = (column: string, code: CardFinding): string => `${column}:${code}`;

/** Bank files of cards. Every line is either taken or kept, sealed, with what is wrong with it. */
export class CardFileRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The file of the same content that this bank has sent already. */
  async same(bankOfficeId: string, sha256: string): Promise<TakenCardFile | undefined> {
    return rowOf<TakenCardFile>(
      this.manager,
      'select id, rows, cards, words, refused from card_file where bank_office_id = $1 and sha256 = $2',
      [bankOfficeId, sha256],
    );
  }

  /** Takes a file. Answers with the cards of which something new was said, too. */
  async take(file: NewCardFile, lines: AsyncIterable<StagedCardLine>): Promise<TakenCardFile & { cardIds: string[] }> {
    await this.manager.query('select pg_advisory_xact_lock(hashtext($1))', [`cards ${file.bankOfficeId}`]);
    await this.#stage(lines);
    const id = await this.#begin(file);
    const cards = await this.#makeCards(file.bankOfficeId);
    await this.#refuse(file.bankOfficeId);
    const before = await this.#contradictedBefore(file.bankOfficeId);
    const cardIds = await this.#say(id);
    await this.#replace(file.bankOfficeId);
    await this.#find(id, before);
    const row = await rowOf<TakenCardFile>(
      this.manager,
      `update card_file f set rows = s.rows, refused = s.refused, cards = $2, words = (select count(*) from card_word w where w.file_id = $1)
         from (select count(*)::int as rows, count(*) filter (where is_refused)::int as refused from staged_card) s
        where f.id = $1 returning f.id, f.rows, f.cards, f.words, f.refused`,
      [id, cards],
    );
    if (row === undefined) throw new Error('a file that was taken has a row');
    return { ...row, cardIds };
  }

  async #stage(lines: AsyncIterable<StagedCardLine>): Promise<void> {
    await this.manager.query(
      `create temp table staged_card (row_number int, faults text, ref text, number_hash bytea, number_tail text, number_sealed bytea, nik_hash bytea,
         territory_code text, kind text, happened_on date, reason text, until_on date, replaces_ref text, sealed bytea,
         card_id uuid, is_refused boolean default false) on commit drop`,
    );
    async function* fields() {
      for await (const { rowNumber, faults, line, sealed } of lines) {
        yield [
          ...[rowNumber, faults.join(','), line?.ref ?? null, line?.numberHash ?? null, line?.numberTail ?? null],
          ...[line?.numberSealed ?? null, line?.nikHash ?? null, line?.placeCode ?? null, line?.kind ?? null],
          ...[line?.on ?? null, line?.reason ?? null, line?.untilOn ?? null, line?.replacesRef ?? null, sealed],
        ];
      }
    }
    await copyRows(this.manager, `staged_card (${STAGED})`, fields());
    await this.manager.query(
      `update staged_card s set is_refused = true, faults = concat_ws(',', nullif(s.faults, ''), case when s.ref is not null then '${finding('KODE_KELURAHAN', 'PLACE')}' end)
        where s.ref is null or not exists (select from territory t where t.code = s.territory_code)`,
    );
    await this.manager.query('analyze staged_card');
  }

  async #begin({ bankOfficeId, name, sha256, loadedBy }: NewCardFile): Promise<string> {
    const row = await rowOf<{ id: string }>(
      this.manager,
      `insert into card_file (bank_office_id, name, sha256, rows, cards, words, refused, loaded_by, loaded_at)
       values ($1, $2, $3, 0, 0, 0, 0, $4, programme_now()) returning id`,
      [bankOfficeId, name, sha256, loadedBy],
    );
    return row?.id ?? '';
  }

  /** The first line that names a card says whose it is; its state is what all lines come to. */
  async #makeCards(bankOfficeId: string): Promise<number> {
    const made = await rowsOf(
      this.manager,
      `insert into card (bank_office_id, ref, number_hash, number_tail, number_sealed, nik_hash, family_id, territory_code, state, since)
       select distinct on (s.ref) $1::uuid, s.ref, s.number_hash, s.number_tail, s.number_sealed, s.nik_hash,
              (select f.id from family f where f.nik_hash = s.nik_hash), s.territory_code, s.kind, s.happened_on
         from staged_card s where not s.is_refused order by s.ref, s.row_number
       on conflict do nothing returning 1`,
      [bankOfficeId],
    );
    return made.length;
  }

  async #refuse(bankOfficeId: string): Promise<void> {
    await this.manager.query(
      `update staged_card s set card_id = c.id from card c
        where not s.is_refused and c.bank_office_id = $1 and c.ref = s.ref`,
      [bankOfficeId],
    );
    await this.manager.query(
      `update staged_card s set is_refused = w.is_refused, faults = w.faults
         from (select s.row_number,
                      c.id is null or c.number_hash <> s.number_hash or c.nik_hash <> s.nik_hash as is_refused,
                      concat_ws(',', case when c.id is null then '${finding('NOKARTU', 'NUMBER_TAKEN')}' end,
                        case when c.number_hash <> s.number_hash then '${finding('NOKARTU', 'NUMBER_OTHER')}' end,
                        case when c.nik_hash <> s.nik_hash then '${finding('NIK', 'FAMILY_OTHER')}' end,
                        case when c.family_id is null and c.nik_hash = s.nik_hash and s.is_first then '${finding('NIK', 'FAMILY_UNKNOWN')}' end,
                        case when c.territory_code <> s.territory_code then '${finding('KODE_KELURAHAN', 'PLACE_OTHER')}' end) as faults
                 from (select *, row_number() over (partition by card_id order by row_number) = 1 as is_first from staged_card where not is_refused) s
                 left join card c on c.id = s.card_id) w
        where w.row_number = s.row_number and (w.is_refused or w.faults <> '')`,
    );
  }

  async #contradictedBefore(bankOfficeId: string): Promise<string> {
    const [row] = await rowsOf<{ known: string }>(
      this.manager,
      `select coalesce(jsonb_object_agg(c.id, c.contradicted), '{}')::text as known from card c
        where c.bank_office_id = $1 and c.contradicted > 0 and c.id in (select s.card_id from staged_card s)`,
      [bankOfficeId],
    );
    return row?.known ?? '{}';
  }

  async #say(fileId: string): Promise<string[]> {
    const said = await rowsOf<{ id: string }>(
      this.manager,
      `insert into card_word (card_id, kind, happened_on, reason, until_on, file_id, noted_at)
       select distinct on (s.card_id, s.kind, s.happened_on, s.reason) s.card_id, s.kind, s.happened_on, s.reason, s.until_on, $1::uuid, programme_now()
         from staged_card s where not s.is_refused order by s.card_id, s.kind, s.happened_on, s.reason, s.until_on desc nulls last
       on conflict (card_id, kind, happened_on, reason) where about_id is null do nothing returning card_id as id`,
      [fileId],
    );
    return [...new Set(said.map(({ id }) => id))];
  }

  async #replace(bankOfficeId: string): Promise<void> {
    await this.manager.query(
      `update card c set replaces_id = o.id from staged_card s join card o on o.bank_office_id = $1 and o.ref = s.replaces_ref
        where not s.is_refused and c.id = s.card_id and c.replaces_id is null and o.id <> c.id`,
      [bankOfficeId],
    );
    await this.manager.query(
      `update staged_card s set faults = concat_ws(',', nullif(s.faults, ''), '${finding('PENGGANTI', 'REPLACES')}')
        where not s.is_refused and s.replaces_ref is not null
          and not exists (select from card o where o.bank_office_id = $1 and o.ref = s.replaces_ref)`,
      [bankOfficeId],
    );
  }

  /** What was wrong with lines, and one line of each card of which something cannot be true since this file; what only says that nobody is known comes last. */
  async #find(fileId: string, before: string): Promise<void> {
    await this.manager.query(
      `insert into card_finding (file_id, row_number, column_name, finding, card_id, row_sealed)
       select $1::uuid, f.* from (
         select s.row_number, split_part(fault, ':', 1), split_part(fault, ':', 2), s.card_id, s.sealed
           from staged_card s cross join lateral unnest(string_to_array(nullif(s.faults, ''), ',')) fault
         union all
         select * from (
           select distinct on (c.id) s.row_number, 'STATUS', 'CONTRADICTED', c.id, s.sealed from staged_card s join card c on c.id = s.card_id
            where not s.is_refused and c.contradicted > coalesce(($2::jsonb ->> c.id::text)::int, 0) order by c.id, s.row_number desc) x
       ) f(row_number, column_name, finding, card_id, row_sealed) order by f.finding = 'FAMILY_UNKNOWN', f.row_number`,
      [fileId, before],
    );
  }
}
