import type { EntityManager } from 'typeorm';
import { DomainError, type DoubtDecision, type DoubtKind, type Verdict } from '#domain';
import { familyOfRow } from '../../families/family-of-row.js';
import { inTerritories } from '../../shared/territory-sql.js';
import { rowOf, rowsOf } from '../../shared/unit-of-work.js';
import { IS_TO_DECIDE } from './is-to-decide.js';

export interface DoubtRow {
  id: string;
  kind: DoubtKind;
  basis: string;
  unusedMonths: number | null;
  rowId: string;
  kpmCode: string | null;
  familyCode: string | null;
  kelurahanCode: string | null;
  kelurahanName: string | null;
  rtRw: string | null;
  nikMasked: string;
  verdict: Verdict | null;
  verdictReason: string | null;
  decision: DoubtDecision | null;
  explanation: string | null;
  proposedAt: Date | null;
  settledAt: Date | null;
  isToDecide: boolean;
  voidAt: Date | null;
  /** Of the list that names the family; null where something else raised it. */
  listSource: string | null;
  listListedOn: string | null;
  /** The two records, to be compared in memory and shown when they are asked for. */
  sealed: Buffer;
  otherSealed: Buffer | null;
}

/** `open`: nobody has settled it. `undecided`: it must be decided, and nothing is proposed yet. */
export type DoubtView = 'open' | 'undecided' | 'settled';

export interface DoubtFilter {
  readonly rosterId: string;
  readonly territories: readonly string[];
  readonly kind?: DoubtKind | undefined;
  readonly view?: DoubtView | undefined;
  readonly kelurahanCode?: string | undefined;
  readonly afterId?: string | undefined;
  readonly limit: number;
}

export interface DoubtCount {
  kind: DoubtKind;
  /** Null where nobody has proposed anything. */
  decision: DoubtDecision | null;
  isSettled: boolean;
  families: number;
}

const IS_UNDECIDED = `${IS_TO_DECIDE} and d.proposed_round is distinct from r.doubt_round`;

const COLUMNS = `d.id, d.kind, d.basis, d.unused_months as "unusedMonths", f.id as "rowId", f.kpm_code as "kpmCode", ${familyOfRow('f.id')} as "familyCode",
  f.kelurahan_code as "kelurahanCode", t.name as "kelurahanName", f.rt_rw as "rtRw",
  '••••' || coalesce(f.nik_tail, '') as "nikMasked", f.verdict, f.verdict_reason as "verdictReason", d.decision, d.explanation,
  d.proposed_at as "proposedAt", d.settled_at as "settledAt", ${IS_TO_DECIDE} as "isToDecide", f.sealed,
  d.void_at as "voidAt", c.source as "listSource", c.listed_on::text as "listListedOn",
  coalesce(e.sealed, (select a.sealed from identity_answer a where a.roster_row_id = f.id and d.kind = 'identity')) as "otherSealed"`;

const FROM = `family_doubt d join roster r on r.id = d.roster_id join roster_row f on f.id = d.roster_row_id
  left join territory t on t.code = f.kelurahan_code
  left join check_list_entry e on e.id = d.check_entry_id left join check_list c on c.id = e.check_list_id`;
const IN_SIGHT = (territories: string): string => inTerritories('coalesce(f.kelurahan_code, r.city_code)', territories);

/** What is asked about families of a list, as their readers may see it. */
export class DoubtPageRepository {
  constructor(private readonly manager: EntityManager) {}

  /** By id after the last one seen. */
  async page(filter: DoubtFilter): Promise<DoubtRow[]> {
    return rowsOf<DoubtRow>(
      this.manager,
      `select ${COLUMNS} from ${FROM}
        where d.roster_id = $1 and ${IN_SIGHT('$2')} and ($3::text is null or d.kind = $3)
          and ($4::text is null or case $4 when 'open' then d.settled_at is null and d.void_at is null when 'settled' then d.settled_at is not null
                                           else ${IS_UNDECIDED} end)
          and ($5::text is null or f.kelurahan_code = $5) and ($6::bigint is null or d.id > $6)
        order by d.id limit $7`,
      [
        filter.rosterId,
        filter.territories,
        filter.kind ?? null,
        filter.view ?? null,
        filter.kelurahanCode ?? null,
        filter.afterId ?? null,
        filter.limit,
      ],
    );
  }

  /** How many families, by kind and by what is decided. */
  async counts(rosterId: string, territories: readonly string[]): Promise<DoubtCount[]> {
    return rowsOf<DoubtCount>(
      this.manager,
      `select d.kind, d.decision, d.settled_at is not null as "isSettled", count(distinct f.id)::int as families
         from ${FROM} where d.roster_id = $1 and d.void_at is null and ${IN_SIGHT('$2')} group by 1, 2, 3 order by 1, 2, 3`,
      [rosterId, territories],
    );
  }

  /** One doubt with its records, and where it belongs. Throws DOUBT_UNKNOWN, also outside the territories. */
  async find(doubtId: string, territories: readonly string[]): Promise<DoubtRow & { territoryCode: string }> {
    const row = await rowOf<DoubtRow & { territoryCode: string }>(
      this.manager,
      `select ${COLUMNS}, coalesce(f.kelurahan_code, r.city_code) as "territoryCode" from ${FROM}
        where d.id = $1 and ${IN_SIGHT('$2')}`,
      [doubtId, territories],
    );
    if (row === undefined) throw new DomainError('DOUBT_UNKNOWN', 'no such doubt in the reader’s territories');
    return row;
  }
}
