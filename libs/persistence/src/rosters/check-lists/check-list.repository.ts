import type { EntityManager } from 'typeorm';
import { type CheckListTerms, DomainError } from '#domain';
import { copyRows } from '../../shared/copy-rows.js';
import { rowOf, rowsOf } from '../../shared/unit-of-work.js';

export interface CheckListRow extends CheckListTerms {
  readonly id: string;
  readonly territoryCode: string;
  readonly fileName: string;
  readonly entries: number;
  readonly skipped: number;
  readonly state: 'in_force' | 'withdrawn';
  readonly loadedBy: string | null;
  readonly loadedByName: string | null;
  readonly loadedAt: Date;
  readonly withdrawnByName: string | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawalReason: string | null;
  /** Families of lists that were or are asked about because of it. */
  readonly hits: number;
}

export interface NewCheckList extends CheckListTerms {
  readonly territoryCode: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly loadedBy: string | null;
}

export interface StagedEntry {
  readonly rowNumber: number;
  readonly nikHash: Buffer;
  readonly sealed: Buffer;
}

export interface CheckListFilter {
  /** Where the reader serves; lists of around and within are seen. */
  readonly territories: readonly string[];
  readonly kind?: string | undefined;
  readonly sort: 'newest' | 'kind' | 'hits';
  readonly after: number;
  readonly limit: number;
}

const COLUMNS = `c.id, c.territory_code as "territoryCode", c.kind, c.source, c.listed_on::text as "listedOn",
  c.valid_from::text as "validFrom", c.valid_to::text as "validTo", c.file_name as "fileName", c.entries, c.skipped, c.state,
  c.loaded_by as "loadedBy", (select full_name from officer where id = c.loaded_by) as "loadedByName", c.loaded_at as "loadedAt",
  (select full_name from officer where id = c.withdrawn_by) as "withdrawnByName", c.withdrawn_at as "withdrawnAt",
  c.withdrawal_reason as "withdrawalReason",
  (select count(*)::int from family_doubt d join check_list_entry e on e.id = d.check_entry_id where e.check_list_id = c.id) as hits`;

/** Where a list holds, it concerns who serves there, above or below. */
const IN_SIGHT = `exists (select from unnest($1::text[]) s where s = 'ID' or c.territory_code = 'ID' or c.territory_code = s
  or c.territory_code like s || '.%' or s like c.territory_code || '.%')`;

const ORDER: Readonly<Record<CheckListFilter['sort'], string>> = {
  newest: 'loaded_at desc, id',
  kind: 'kind, loaded_at desc, id',
  hits: 'hits desc, loaded_at desc, id',
};

/** Lists that families are compared with. */
export class CheckListRepository {
  constructor(private readonly manager: EntityManager) {}

  /** The list of the same content, kind and place that is here already; undefined where there is none. */
  async same({ territoryCode, kind, sha256 }: NewCheckList): Promise<string | undefined> {
    const row = await rowOf<{ id: string }>(
      this.manager,
      'select id from check_list where territory_code = $1 and kind = $2 and sha256 = $3',
      [territoryCode, kind, sha256],
    );
    return row?.id;
  }

  /** Keeps a list whole; of a NIK that comes twice the first line. `skipped` is read when the entries have ended. */
  async load(list: NewCheckList, entries: AsyncIterable<StagedEntry>, skipped: () => number): Promise<string> {
    await this.manager.query(
      'create temp table staged_entry (row_number int, nik_hash bytea, sealed bytea) on commit drop',
    );
    async function* fields() {
      for await (const { rowNumber, nikHash, sealed } of entries) yield [rowNumber, nikHash, sealed];
    }
    await copyRows(this.manager, 'staged_entry (row_number, nik_hash, sealed)', fields());
    const made = await rowOf<{ id: string }>(
      this.manager,
      `insert into check_list (territory_code, kind, source, listed_on, valid_from, valid_to, file_name, sha256, entries, skipped,
                               state, loaded_by, loaded_at)
       select $1, $2, $3, $4::date, $5::date, $6::date, $7, $8, (select count(distinct nik_hash) from staged_entry), $9, 'in_force',
              $10::uuid, programme_now() returning id`,
      [
        ...[list.territoryCode, list.kind, list.source, list.listedOn, list.validFrom, list.validTo],
        ...[list.fileName, list.sha256, skipped(), list.loadedBy],
      ],
    );
    const id = made?.id ?? '';
    await this.manager.query(
      `insert into check_list_entry (check_list_id, row_number, nik_hash, sealed)
       select distinct on (nik_hash) $1::uuid, row_number, nik_hash, sealed from staged_entry order by nik_hash, row_number`,
      [id],
    );
    return id;
  }

  /** Throws CHECK_LIST_UNKNOWN, also where it concerns nobody of these territories. */
  async find(id: string, territories: readonly string[]): Promise<CheckListRow> {
    const row = await rowOf<CheckListRow>(
      this.manager,
      `select ${COLUMNS} from check_list c where ${IN_SIGHT} and c.id = $2`,
      [territories, id],
    );
    if (row === undefined) throw new DomainError('CHECK_LIST_UNKNOWN', 'no such list in the reader’s territories');
    return row;
  }

  /** So many lists after the first `after`. */
  async page({ territories, kind, sort, after, limit }: CheckListFilter): Promise<CheckListRow[]> {
    return rowsOf<CheckListRow>(
      this.manager,
      `select * from (select ${COLUMNS} from check_list c where ${IN_SIGHT} and ($2::text is null or c.kind = $2)) l
        order by ${ORDER[sort].replace('loaded_at', '"loadedAt"')} offset $3 limit $4`,
      [territories, kind ?? null, after, limit],
    );
  }

  /** Nobody is compared with it any more, and questions that nobody has settled are dropped. Answers with the lists whose questions were. */
  async withdraw(id: string, officerId: string, reason: string): Promise<string[]> {
    await this.manager.query(
      `update check_list set state = 'withdrawn', withdrawn_by = $2, withdrawn_at = programme_now(), withdrawal_reason = $3
        where id = $1 and state = 'in_force'`,
      [id, officerId, reason],
    );
    const rows = await rowsOf<{ rosterId: string }>(
      this.manager,
      `update family_doubt d set void_at = programme_now() from check_list_entry e
        where e.id = d.check_entry_id and e.check_list_id = $1 and d.settled_at is null and d.void_at is null
        returning d.roster_id as "rosterId"`,
      [id],
    );
    return [...new Set(rows.map(({ rosterId }) => rosterId))];
  }
}
