import type { EntityManager } from 'typeorm';
import { type CardReason, type CardState, DomainError, type IsoDate } from '#domain';
import { inTerritories } from '../../shared/territory-sql.js';
import { rowOf, rowsOf } from '../../shared/unit-of-work.js';

/** Which cards somebody may see: those of these bank offices, and those handed over in these territories. */
export interface CardSight {
  /** Names of bank offices, each of which is one office's own. */
  readonly banks: readonly string[];
  readonly territories: readonly string[];
}

export interface CardRow {
  id: string;
  ref: string;
  bank: string;
  bankOfficeId: string;
  numberTail: string;
  familyId: string | null;
  territoryCode: string;
  territoryName: string | null;
  state: CardState;
  since: IsoDate;
  reason: CardReason | '';
  reasonWordId: string | null;
  isConfirmed: boolean;
  untilOn: IsoDate | null;
  dueOn: IsoDate | null;
  isLate: boolean;
  contradicted: number;
  caseDueOn: IsoDate | null;
  hasCase: boolean;
  replacesRef: string | null;
  replacesId: string | null;
  replacedById: string | null;
}

export type CardWordKind = CardState | 'confirmed' | 'void';

export interface CardWordRow {
  id: string;
  kind: CardWordKind;
  happenedOn: IsoDate;
  reason: CardReason | '';
  untilOn: IsoDate | null;
  aboutId: string | null;
  fileId: string | null;
  fileName: string | null;
  officerId: string | null;
  officer: string | null;
  noteSealed: Buffer | null;
  notedAt: Date;
}

export interface NewCardWord {
  readonly kind: CardWordKind;
  readonly happenedOn: IsoDate;
  readonly reason?: CardReason | undefined;
  readonly untilOn?: IsoDate | undefined;
  readonly aboutId?: string | undefined;
  readonly officerId: string;
  readonly noteSealed?: Buffer | undefined;
}

/** SQL: the reader may see card `c` of bank office `b`. */
export const cardInSight = (banks: string, territories: string): string =>
  `(b.name = any(${banks}::text[]) or ${inTerritories('c.territory_code', territories)})`;

export const CARD_FROM = 'card c join office b on b.id = c.bank_office_id';
export const CARD_COLUMNS = `c.id, c.ref, b.name as bank, c.bank_office_id as "bankOfficeId", c.number_tail as "numberTail", c.family_id as "familyId",
  c.territory_code as "territoryCode", (select t.name from territory t where t.code = c.territory_code) as "territoryName",
  c.state, c.since::text as since, c.reason, c.reason_word_id as "reasonWordId", c.is_confirmed as "isConfirmed", c.until_on::text as "untilOn",
  c.due_on::text as "dueOn", coalesce(c.due_on < programme_today(), false) as "isLate", c.contradicted,
  (select k.due_on::text from card_case k where k.card_id = c.id and k.closed_on is null) as "caseDueOn",
  exists (select from card_case k where k.card_id = c.id and k.closed_on is null) as "hasCase",
  c.replaces_id as "replacesId", (select r.ref from card r where r.id = c.replaces_id) as "replacesRef",
  (select r.id from card r where r.replaces_id = c.id limit 1) as "replacedById"`;

/** Debit cards, and what is said of each. Their state is written by the database from their words. */
export class CardRepository {
  constructor(private readonly manager: EntityManager) {}

  /** Throws CARD_UNKNOWN for one out of sight, too. */
  async find({ banks, territories }: CardSight, id: string): Promise<CardRow> {
    const row = await rowOf<CardRow>(
      this.manager,
      `select ${CARD_COLUMNS} from ${CARD_FROM} where ${cardInSight('$1', '$2')} and c.id = $3`,
      [banks, territories, id],
    );
    if (row === undefined) throw new DomainError('CARD_UNKNOWN', 'no such card in the reader’s sight');
    return row;
  }

  /** Whoever says something of it waits here for who did before. Throws CARD_UNKNOWN. */
  async hold(sight: CardSight, id: string): Promise<CardRow> {
    await this.manager.query('select from card where id = $1 for no key update', [id]);
    return this.find(sight, id);
  }

  /** All that was said of it, the first first. */
  async words(cardId: string): Promise<CardWordRow[]> {
    return rowsOf<CardWordRow>(
      this.manager,
      `select w.id, w.kind, w.happened_on::text as "happenedOn", w.reason, w.until_on::text as "untilOn", w.about_id as "aboutId",
              w.file_id as "fileId", (select f.name from card_file f where f.id = w.file_id) as "fileName", w.officer_id as "officerId",
              (select o.full_name from officer o where o.id = w.officer_id) as officer, w.note_sealed as "noteSealed", w.noted_at as "notedAt"
         from card_word w where w.card_id = $1 order by w.happened_on, w.id`,
      [cardId],
    );
  }

  /** Throws CARD_SAID where the same was said of the same day already. */
  async say(cardId: string, word: NewCardWord): Promise<void> {
    const row = await rowOf(
      this.manager,
      `insert into card_word (card_id, kind, happened_on, reason, until_on, about_id, officer_id, note_sealed, noted_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, programme_now()) on conflict do nothing returning id`,
      [
        ...[cardId, word.kind, word.happenedOn, word.reason ?? '', word.untilOn ?? null, word.aboutId ?? null],
        ...[word.officerId, word.noteSealed ?? null],
      ],
    );
    if (row === undefined) throw new DomainError('CARD_SAID', 'this was said of the day already');
  }

  /** Whether the card is of the officer's own household. */
  async isOwnHousehold(id: string, officerId: string): Promise<boolean> {
    const sql = `select 1 from card c join family f on f.id = c.family_id join officer o on o.household_hash = f.kk_hash
                  where c.id = $1 and o.id = $2`;
    return (await rowOf(this.manager, sql, [id, officerId])) !== undefined;
  }

  /** Cards of a family that the reader may see, the newest first. */
  async ofFamily({ banks, territories }: CardSight, familyId: string): Promise<CardRow[]> {
    return rowsOf<CardRow>(
      this.manager,
      `select ${CARD_COLUMNS} from ${CARD_FROM} where ${cardInSight('$1', '$2')} and c.family_id = $3 order by c.since desc, c.id`,
      [banks, territories, familyId],
    );
  }

  /** The one office of this name. */
  async bankOffice(name: string): Promise<string | undefined> {
    return (await rowOf<{ id: string }>(this.manager, `select id from office where name = $1`, [name]))?.id;
  }
}
