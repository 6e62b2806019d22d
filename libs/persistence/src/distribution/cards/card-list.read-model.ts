import type { EntityManager } from 'typeorm';
import { CARD_REASONS, CARD_STATES, type CardReason, type CardState } from '#domain';
import { rowOf, rowsOf } from '../../shared/unit-of-work.js';
import { CARD_COLUMNS, CARD_FROM, cardInSight, type CardRow, type CardSight } from './card.repository.js';

export const CARD_SORTS = ['since', 'place'] as const;
export type CardSort = (typeof CARD_SORTS)[number];
export const CARD_WANTS = ['reason', 'confirmation', 'late', 'contradicted', 'case'] as const;
export type CardWant = (typeof CARD_WANTS)[number];

export interface CardFilter {
  readonly state?: CardState | undefined;
  /** What is missing: a reason, its confirmation, a word after its day, a choice between words. */
  readonly want?: CardWant | undefined;
  readonly bank?: string | undefined;
  readonly territoryCode?: string | undefined;
  /** A family, where its code is looked for; a part of the bank's reference or of the place's name otherwise. */
  readonly familyId?: string | undefined;
  readonly text?: string | undefined;
}

export interface CardPagePosition {
  readonly limit: number;
  readonly sort: CardSort;
  readonly after?: { readonly key: string; readonly id: string } | undefined;
}

/** Cards of one territory by where they are, and those not handed over by their reason. */
export type CardTotal = {
  readonly code: string;
  readonly name: string | null;
  /** Cards that a word was said of: counted from the words, not from the cards. */
  readonly made: number;
  readonly late: number;
  readonly cases: number;
  readonly contradicted: number;
  /** Not handed over, no one has said why. */
  readonly unreasoned: number;
} & Readonly<Record<CardState, number>> &
  Readonly<Record<`for_${CardReason}`, number>>;

const UNEXPLAINED = `c.state in ('not_handed_over', 'returned') and c.reason = ''`;
const WANTED: Readonly<Record<CardWant, string>> = {
  reason: `(${UNEXPLAINED} or c.state = 'at_place' and c.due_on < programme_today())`,
  confirmation: `c.state in ('not_handed_over', 'returned') and c.reason <> '' and not c.is_confirmed and exists (select from card_case k where k.card_id = c.id and k.closed_on is null)`,
  late: 'c.due_on < programme_today()',
  contradicted: 'c.contradicted > 0',
  case: 'exists (select from card_case k where k.card_id = c.id and k.closed_on is null)',
};
const KEY: Readonly<Record<CardSort, { readonly column: string; readonly type: string }>> = {
  since: { column: 'c.since', type: 'date' },
  place: { column: 'c.territory_code', type: 'text' },
};
const count = (condition: string, name: string): string => `(count(*) filter (where ${condition}))::int as "${name}"`;

/** Cards as lists and counts show them. */
export class CardListReadModel {
  constructor(private readonly manager: EntityManager) {}

  /** The oldest state first, or by place; after the one seen last. */
  async page({ banks, territories }: CardSight, filter: CardFilter, page: CardPagePosition): Promise<CardRow[]> {
    const { column, type } = KEY[page.sort];
    const wanted = filter.want === undefined ? 'true' : WANTED[filter.want];
    return rowsOf<CardRow>(
      this.manager,
      `select ${CARD_COLUMNS} from ${CARD_FROM}
        where ${cardInSight('$1', '$2')} and ${wanted} and ($3::text is null or c.state = $3) and ($4::text is null or b.name = $4)
          and ($5::text is null or c.territory_code = $5 or c.territory_code like $5 || '.%') and ($6::bigint is null or c.family_id = $6)
          and ($7::text is null or strpos(c.ref, upper($7)) > 0
               or exists (select from territory t where t.code = c.territory_code and strpos(lower(t.name), lower($7)) > 0))
          and ($8::${type} is null or (${column}, c.id) > ($8::${type}, $9::uuid))
        order by ${column}, c.id limit $10`,
      [
        ...[banks, territories, filter.state ?? null, filter.bank ?? null, filter.territoryCode ?? null],
        ...[filter.familyId ?? null, filter.text ?? null, page.after?.key ?? null, page.after?.id ?? null, page.limit],
      ],
    );
  }

  /** Of each territory whose code is of this length, within the one chosen. */
  async totals({ banks, territories }: CardSight, length: number, within: string | null): Promise<CardTotal[]> {
    return rowsOf<CardTotal>(
      this.manager,
      `select n.*, t.name from (
       select left(c.territory_code, $3) as code, ${count('exists (select from card_word w where w.card_id = c.id)', 'made')}, ${count('c.due_on < programme_today()', 'late')},
              ${count(WANTED.case, 'cases')}, ${count('c.contradicted > 0', 'contradicted')}, ${count(`c.state = 'not_handed_over' and c.reason = ''`, 'unreasoned')},
              ${CARD_STATES.map((state) => count(`c.state = '${state}'`, state)).join(', ')},
              ${CARD_REASONS.map((reason) => count(`c.state = 'not_handed_over' and c.reason = '${reason}'`, `for_${reason}`)).join(', ')}
         from ${CARD_FROM} where ${cardInSight('$1', '$2')} and ($4::text is null or c.territory_code = $4 or c.territory_code like $4 || '.%')
        group by 1) n left join territory t on t.code = n.code order by n.code`,
      [banks, territories, length, within],
    );
  }

  /** Cards whose row is not what their words come to, when every word is read again: there must be none. */
  async unproved({ banks, territories }: CardSight): Promise<{ cards: number; unproved: number; refs: string[] }> {
    const row = await rowOf<{ cards: number; unproved: number; refs: string[] }>(
      this.manager,
      `select count(*)::int as cards, ${count('x.is_wrong', 'unproved')},
              coalesce((array_agg(x.ref order by x.ref) filter (where x.is_wrong))[1:20], '{}') as refs
         from (select c.ref, (f.state, f.since, f.reason, f.contradicted, f.is_confirmed)
                      is distinct from (c.state, c.since, c.reason, c.contradicted, c.is_confirmed) as is_wrong
                 from ${CARD_FROM} cross join lateral card_fold(c.id) f where ${cardInSight('$1', '$2')}) x`,
      [banks, territories],
    );
    return row ?? { cards: 0, unproved: 0, refs: [] };
  }

  /** The banks whose cards the reader may see. */
  async banks({ banks, territories }: CardSight): Promise<string[]> {
    const rows = await rowsOf<{ name: string }>(
      this.manager,
      `select b.name from office b where exists (select from card c where c.bank_office_id = b.id and ${cardInSight('$1', '$2')}) order by 1`,
      [banks, territories],
    );
    return rows.map(({ name }) => name);
  }
}
