import type { EntityManager } from 'typeorm';
import {
  CARD_REASONS,
  CARD_STATES,
  type CardKeeper,
  type CardState,
  costsAid,
  isBanksFault,
  type IsoDate,
  keeperOf,
} from '#domain';
import { rowsOf } from '../../shared/unit-of-work.js';

/** Cards of one city that came into one state on one day: they have one last day. */
export interface CardStay {
  readonly cityCode: string;
  readonly state: CardState;
  readonly since: IsoDate;
}

/** Cards past their day that one keeper has to bring on: a kelurahan its own, a bank those of a city. */
export interface LateCards {
  readonly bankOfficeId: string;
  readonly territoryCode: string;
  readonly keeper: CardKeeper;
  /** Today. */
  readonly day: IsoDate;
  readonly cards: number;
}

const listOf = (reasons: readonly string[]): string => `(${reasons.map((reason) => `'${reason}'`).join(', ')})`;
const PLACES = listOf(CARD_STATES.filter((state) => keeperOf(state) === 'place'));
const BANKS = listOf(CARD_REASONS.filter(isBanksFault));
const COSTS = listOf(CARD_REASONS.filter(costsAid));
/** As its index has it. */
const UNDATED = `c.due_on is null and c.state not in ('handed_over', 'destroyed')`;
const IS_LATE = 'coalesce(c.due_on < programme_today(), false)';

/** `needsCase` and `endOfCase` of the domain; a spec compares every card that there can be. */
const NEEDS_CASE = `case when c.state = 'at_place' then ${IS_LATE} when c.state in ('not_handed_over', 'returned')
  then c.reason = '' or (c.reason in ${COSTS} and not c.is_confirmed) else false end`;
const END_OF_CASE = `case when c.state = 'handed_over' then 'handed_over' when c.state in ('printed', 'at_branch') then 'bank'
  when c.state = 'at_place' then case when ${IS_LATE} then null else 'new_day' end when c.reason = '' then null
  when c.reason in ${BANKS} then 'bank' when c.reason not in ${COSTS} then 'reasoned' when c.is_confirmed then 'confirmed' end`;

/** Days by which cards are to move on, who hears when they do not, and cases of those that were not handed over. */
export class CardFollowRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Stays whose last day nobody has worked out. */
  async staysWithoutDay(): Promise<CardStay[]> {
    return rowsOf<CardStay>(
      this.manager,
      `select distinct left(c.territory_code, 5) as "cityCode", c.state, c.since::text as since from card c
        where ${UNDATED}`,
    );
  }

  /** A hand-over day that the bank has named goes before the rule's. */
  async setDays(days: readonly (CardStay & { readonly dueOn: IsoDate })[]): Promise<void> {
    if (days.length === 0) return;
    await this.manager.query(
      `update card c set due_on = case when c.state = 'at_place' then coalesce(c.until_on, d."dueOn") else d."dueOn" end
         from jsonb_to_recordset($1::jsonb) as d("cityCode" text, state text, since date, "dueOn" date)
        where ${UNDATED} and left(c.territory_code, 5) = d."cityCode" and c.state = d.state and c.since = d.since`,
      [JSON.stringify(days)],
    );
  }

  /** Links cards to families that a list names since; closes cases that have come to an end and opens those that are needed, of these cards or of all. */
  async follow(cardIds: readonly string[] | null): Promise<void> {
    await this.manager.query(
      `update card c set family_id = f.id from family f where c.family_id is null and f.nik_hash = c.nik_hash
          and ($1::uuid[] is null or c.id = any($1))`,
      [cardIds],
    );
    await this.manager.query(
      `update card_case k set closed_on = programme_today(), closed_for = ${END_OF_CASE}
         from card c where c.id = k.card_id and k.closed_on is null and ($1::uuid[] is null or c.id = any($1)) and ${END_OF_CASE} is not null`,
      [cardIds],
    );
    await this.manager.query(
      `insert into card_case (card_id, opened_on) select c.id, programme_today() from card c
        where ($1::uuid[] is null or c.id = any($1)) and c.state in ('at_place', 'not_handed_over', 'returned') and ${NEEDS_CASE}
       on conflict (card_id) where closed_on is null do nothing`,
      [cardIds],
    );
  }

  /** Cities with open cases whose last day nobody has worked out. */
  async casesWithoutDay(): Promise<{ cityCode: string; openedOn: IsoDate }[]> {
    return rowsOf(
      this.manager,
      `select distinct left(c.territory_code, 5) as "cityCode", k.opened_on::text as "openedOn"
         from card_case k join card c on c.id = k.card_id where k.due_on is null and k.closed_on is null`,
    );
  }

  async setCaseDays(
    days: readonly { readonly cityCode: string; readonly openedOn: IsoDate; readonly dueOn: IsoDate }[],
  ): Promise<void> {
    if (days.length === 0) return;
    await this.manager.query(
      `update card_case k set due_on = d."dueOn" from card c, jsonb_to_recordset($1::jsonb) as d("cityCode" text, "openedOn" date, "dueOn" date)
        where c.id = k.card_id and k.due_on is null and k.closed_on is null and left(c.territory_code, 5) = d."cityCode" and k.opened_on = d."openedOn"`,
      [JSON.stringify(days)],
    );
  }

  /** Marks cards whose day has passed as heard of, each once, and answers with how many there are, where and with whom. */
  async hearOfLate(): Promise<LateCards[]> {
    return rowsOf<LateCards>(
      this.manager,
      `with late as (
         update card c set told_on = c.due_on where c.due_on < programme_today() and c.told_on is distinct from c.due_on
         returning c.bank_office_id, c.territory_code, case when c.state in ${PLACES} then 'place' else 'bank' end as keeper)
       select bank_office_id as "bankOfficeId", case keeper when 'place' then territory_code else left(territory_code, 5) end as "territoryCode",
              keeper, programme_today()::text as day, count(*)::int as cards
         from late group by 1, 2, 3 order by 1, 2, 3`,
    );
  }

  /** Who serves at a bank's office today. */
  async bankOfficers(bankOfficeId: string): Promise<string[]> {
    const rows = await rowsOf<{ id: string }>(
      this.manager,
      `select distinct a.officer_id as id from appointment a where a.office_id = $1 and a.role = 'bank_officer'
          and programme_today() between a.valid_from and coalesce(a.valid_to, 'infinity')`,
      [bankOfficeId],
    );
    return rows.map(({ id }) => id);
  }
}
