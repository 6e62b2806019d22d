import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import {
  CARD_REASONS,
  CARD_STATES,
  costsAid,
  DomainError,
  familyCodeOf,
  foldCard,
  NATION,
  readFamilyCode,
} from '#domain';
import {
  CardListReadModel,
  CardRepository,
  type CardRow,
  type CardTotal,
  type CardWordRow,
  PersonVault,
  ProgrammeClockRepository,
} from '#persistence';
import type { SignedIn } from '../../shared/command-context.js';
import { ByDay, ByTerritory, decodeCursor, toPage } from '../../shared/page.js';
import { sayingsFor, wordsThatCount } from './card-desk.js';
import { cardSightOf, mayOfCard } from './card-sight.js';
import type {
  Card,
  CardDetails,
  CardPage,
  CardProof,
  CardQuery,
  CardTotals,
  CardTotalsQuery,
  FamilyCards,
} from './cards.schemas.js';

type Total = z.infer<typeof CardTotals>['totals'][number];
const LENGTHS = { nation: 5, city: 8, kecamatan: 13 } as const;

/** Cards as their readers may see them. */
@Injectable()
export class CardReader {
  constructor(
    private readonly database: DataSource,
    private readonly vault: PersonVault,
  ) {}

  /** The oldest state first, or by place. */
  async list(actor: SignedIn, query: CardQuery): Promise<z.infer<typeof CardPage>> {
    const { state, want, bank, territory: territoryCode, text, sort, limit, cursor } = query;
    const familyId = text === undefined ? undefined : readFamilyCode(text);
    const filter = { state, want, bank, territoryCode, familyId, text: familyId === undefined ? text : undefined };
    const after = decodeCursor(cursor, sort === 'since' ? ByDay : ByTerritory);
    const cards = new CardListReadModel(this.database.manager);
    const rows = await cards.page(cardSightOf(actor), filter, { limit: limit + 1, sort, after });
    const page = toPage(rows, limit, ({ id, since, territoryCode: place }) => ({
      ...{ id, key: sort === 'since' ? since : place },
    }));
    return { rows: page.rows.map(shown), next: page.next };
  }

  /** Throws CARD_UNKNOWN. */
  async find(actor: SignedIn, id: string): Promise<z.infer<typeof CardDetails>> {
    const { manager } = this.database;
    const cards = new CardRepository(manager);
    const card = await cards.find(cardSightOf(actor), id);
    const words = await cards.words(id);
    const today = await new ProgrammeClockRepository(manager).today();
    const isOwn = await cards.isOwnHousehold(id, actor.officerId);
    const { untilOn, replacesId, replacesRef, replacedById } = card;
    return {
      ...{ ...shown(card), untilOn, replacesId, replacesRef, replacedById },
      words: this.#words(actor, card, words, isOwn),
      maySay: isOwn ? [] : sayingsFor(actor, card, words, today),
      mayConfirm: isOwn ? null : confirmable(actor, card, words),
    };
  }

  /** Throws FAMILY_UNKNOWN for what is no family's code. */
  async ofFamily(actor: SignedIn, code: string): Promise<z.infer<typeof FamilyCards>> {
    const familyId = readFamilyCode(code);
    if (familyId === undefined) throw new DomainError('FAMILY_UNKNOWN', 'no code of a family');
    const cards = await new CardRepository(this.database.manager).ofFamily(cardSightOf(actor), familyId);
    return { cards: cards.map(shown) };
  }

  /** Where all cards are, by territory: one level below the one chosen. */
  async totals(actor: SignedIn, { territory }: CardTotalsQuery): Promise<z.infer<typeof CardTotals>> {
    const sight = cardSightOf(actor);
    const cards = new CardListReadModel(this.database.manager);
    const totals = (
      await cards.totals(sight, lengthBelow(territory ?? only(sight.territories)), territory ?? null)
    ).map(totalOf);
    return { totals, sum: sumOf(totals), banks: await cards.banks(sight) };
  }

  /** Reads every word again: what the rows say must be what the words come to. */
  async prove(actor: SignedIn): Promise<z.infer<typeof CardProof>> {
    return new CardListReadModel(this.database.manager).unproved(cardSightOf(actor));
  }

  #words(
    actor: SignedIn,
    card: CardRow,
    words: readonly CardWordRow[],
    isOwn: boolean,
  ): z.infer<typeof CardDetails>['words'] {
    const counting = wordsThatCount(words);
    const contradicted = foldCard(counting)?.contradicted ?? [];
    const mayJudge = !isOwn && mayOfCard(actor, card, 'card:confirm') && counting.length > 1;
    return words.map(({ fileId: _fileId, fileName, officerId, noteSealed, ...word }) => ({
      ...{ ...word, file: fileName },
      note: noteSealed === null ? null : this.vault.openBytes(noteSealed).toString('utf8'),
      isContradicted: contradicted.includes(word.id),
      isVoid: words.some(({ aboutId, kind }) => aboutId === word.id && kind === 'void'),
      mayVoid: mayJudge && officerId !== actor.officerId && counting.some(({ id }) => id === word.id),
    }));
  }
}

const only = (territories: readonly string[]): string | undefined =>
  territories.length === 1 && territories[0] !== NATION ? territories[0] : undefined;

function lengthBelow(territory: string | undefined): number {
  if (territory === undefined || territory.length < LENGTHS.nation) return LENGTHS.nation;
  return territory.length < LENGTHS.city ? LENGTHS.city : LENGTHS.kecamatan;
}

function shown({ numberTail, familyId, ...card }: CardRow): Card {
  const { id, ref, bank, territoryCode, territoryName, state, since, reason, isConfirmed } = card;
  const { dueOn, isLate, contradicted, hasCase, caseDueOn } = card;
  return {
    ...{ id, ref, bank, territoryCode, territoryName, state, since, reason, isConfirmed },
    ...{ dueOn, isLate, contradicted, hasCase, caseDueOn, numberMasked: `••••${numberTail}` },
    familyCode: familyId === null ? null : familyCodeOf(familyId),
  };
}

function confirmable(actor: SignedIn, card: CardRow, words: readonly CardWordRow[]): string | null {
  const { reason, reasonWordId, isConfirmed } = card;
  const given = words.find(({ id }) => id === reasonWordId);
  const isOpen = reason !== '' && costsAid(reason) && !isConfirmed && given?.officerId !== actor.officerId;
  return isOpen && mayOfCard(actor, card, 'card:confirm') ? reasonWordId : null;
}

function totalOf(row: CardTotal): Total {
  const { code, name, made, late, cases, contradicted, unreasoned } = row;
  const states = Object.fromEntries(CARD_STATES.map((state) => [state, row[state]])) as Total['states'];
  const reasons = Object.fromEntries(CARD_REASONS.map((one) => [one, row[`for_${one}`]])) as Total['reasons'];
  return {
    ...{ code, name, made, states, reasons, unreasoned, late, cases, contradicted },
    addsUp: addUp(made, states) && isReasoned(row, reasons),
  };
}

/** Every card not handed over has its reason, or is counted as one without. */
const isReasoned = ({ not_handed_over: cards, unreasoned }: CardTotal, reasons: Total['reasons']): boolean =>
  cards === Object.values(reasons).reduce((sum, one) => sum + one, unreasoned);

/** Every card that was spoken of is in one state, and no other card is. */
const addUp = (made: number, states: Total['states']): boolean =>
  made === Object.values(states).reduce((sum, cards) => sum + cards, 0);

function sumOf(totals: readonly Total[]): Omit<Total, 'code' | 'name'> {
  const add = (of: (total: Total) => number): number => totals.reduce((sum, total) => sum + of(total), 0);
  const each = <Key extends string>(keys: readonly Key[], of: (total: Total) => Record<Key, number>) =>
    Object.fromEntries(keys.map((key) => [key, add((total) => of(total)[key])])) as Record<Key, number>;
  return {
    ...{ made: add(({ made }) => made), states: each(CARD_STATES, ({ states }) => states) },
    ...{ reasons: each(CARD_REASONS, ({ reasons }) => reasons), unreasoned: add(({ unreasoned }) => unreasoned) },
    ...{ late: add(({ late }) => late), cases: add(({ cases }) => cases) },
    ...{ contradicted: add(({ contradicted }) => contradicted), addsUp: totals.every(({ addsUp }) => addsUp) },
  };
}
