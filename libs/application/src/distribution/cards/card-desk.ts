import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CardState, type CardWord, costsAid, DomainError, foldCard, SAID_BY_BANK, WorkingCalendar } from '#domain';
import { CardRepository, type CardRow, type CardWordRow, PersonVault, ProgrammeClockRepository } from '#persistence';
import { noteBy } from '../../audit/note-by.js';
import type { CommandContext, SignedIn } from '../../shared/command-context.js';
import { Commands } from '../../shared/commands.js';
import { followCards } from './card-days.js';
import { cardSightOf, mayOfCard } from './card-sight.js';
import type { CardConfirmation, CardSaying, CardVoid } from './cards.schemas.js';

interface Act {
  readonly manager: EntityManager;
  readonly cards: CardRepository;
  readonly card: CardRow;
  readonly words: readonly CardWordRow[];
  readonly today: string;
}

/** The words that count, as the life reads them. */
export const wordsThatCount = (words: readonly CardWordRow[]): CardWord[] =>
  words
    .filter(({ id, aboutId }) => aboutId === null && !words.some((one) => one.aboutId === id && one.kind === 'void'))
    .map(({ id, kind, happenedOn, reason, untilOn }) => ({
      id,
      kind: kind as CardState,
      on: happenedOn,
      reason,
      untilOn,
    }));

const isBanks = (kind: CardState): boolean => (SAID_BY_BANK as readonly CardState[]).includes(kind);
export const powerToSay = (kind: CardState) => (isBanks(kind) ? ('card:load' as const) : ('card:hand-over' as const));

/** What officers say of single cards. Every act throws CARD_UNKNOWN, CARD_NOT_YOURS, CARD_OWN_HOUSEHOLD. */
@Injectable()
export class CardDesk {
  constructor(
    private readonly vault: PersonVault,
    private readonly calendar: WorkingCalendar,
    private readonly commands: Commands,
  ) {}

  /**
   * Throws CARD_DAY for a day to come, CARD_REASON where a reason or what it stands on is missing, CARD_SAID, and CARD_STATE for what
   * cannot be true beside what was said before.
   */
  async say(context: CommandContext, id: string, saying: CardSaying): Promise<void> {
    await this.act(context, { name: 'said', id, input: saying }, async ({ cards, card, words, today }) => {
      const { kind, happenedOn, reason, untilOn, note } = saying;
      if (!mayOfCard(context.actor, card, powerToSay(kind))) throw notYours();
      demandDays(saying, today);
      if ((kind === 'not_handed_over') !== (reason !== undefined) || (reason !== undefined && note === undefined)) {
        throw new DomainError('CARD_REASON', 'a reason and what it stands on belong to a card not handed over', {
          field: reason === undefined ? 'reason' : 'note',
        });
      }
      const word: CardWord = { id: 'new', kind, on: happenedOn, reason: reason ?? '' };
      demandTrue(wordsThatCount(words), word);
      const noteSealed = note === undefined ? undefined : this.vault.sealBytes(Buffer.from(note));
      await cards.say(id, { kind, happenedOn, reason, untilOn, officerId: context.actor.officerId, noteSealed });
    });
  }

  /** A reason that costs the family its aid. Throws CARD_SECOND for who gave it, CARD_STATE where it no longer stands. */
  async confirm(context: CommandContext, id: string, { wordId }: CardConfirmation): Promise<void> {
    await this.act(context, { name: 'confirmed', id, input: { wordId } }, async ({ cards, card, words, today }) => {
      const { actor } = context;
      if (!mayOfCard(actor, card, 'card:confirm')) throw notYours();
      if (card.reasonWordId !== wordId || card.isConfirmed) {
        throw new DomainError('CARD_STATE', 'this reason does not stand, or is confirmed', { state: card.state });
      }
      demandSecond(words, wordId, actor.officerId);
      await cards.say(id, { kind: 'confirmed', happenedOn: today, aboutId: wordId, officerId: actor.officerId });
    });
  }

  /** Sets a word aside that is not true; it stays readable. Throws CARD_SECOND, CARD_WORD_UNKNOWN, CARD_LAST_WORD. */
  async setAside(context: CommandContext, id: string, { wordId, note }: CardVoid): Promise<void> {
    await this.act(context, { name: 'set-aside', id, input: { wordId, note } }, async (act) => {
      const { actor } = context;
      if (!mayOfCard(actor, act.card, 'card:confirm')) throw notYours();
      const counting = wordsThatCount(act.words);
      if (!counting.some((word) => word.id === wordId))
        throw new DomainError('CARD_WORD_UNKNOWN', 'no such word counts');
      if (counting.length === 1) throw new DomainError('CARD_LAST_WORD', 'a card keeps one word');
      demandSecond(act.words, wordId, actor.officerId);
      const noteSealed = this.vault.sealBytes(Buffer.from(note));
      const word = { kind: 'void', happenedOn: act.today, aboutId: wordId, officerId: actor.officerId } as const;
      await act.cards.say(id, { ...word, noteSealed });
    });
  }

  private async act(
    context: CommandContext,
    { name, id, input }: { readonly name: string; readonly id: string; readonly input: unknown },
    work: (act: Act) => Promise<void>,
  ): Promise<void> {
    await this.commands.run(context, `card:${name}:${id}`, input, async (manager) => {
      const cards = new CardRepository(manager);
      const card = await cards.hold(cardSightOf(context.actor), id);
      if (await cards.isOwnHousehold(id, context.actor.officerId)) {
        throw new DomainError('CARD_OWN_HOUSEHOLD', 'a card of the officer’s own household');
      }
      const today = await new ProgrammeClockRepository(manager).today();
      await work({ manager, cards, card, words: await cards.words(id), today });
      await followCards(manager, this.calendar, [id]);
      await noteBy(manager, context, {
        ...{ action: `card.${name}`, subjectType: 'card', subjectId: id, territoryCode: card.territoryCode },
        details: { ref: card.ref },
      });
      return {};
    });
  }
}

const notYours = (): DomainError => new DomainError('CARD_NOT_YOURS', 'another office says this of the card');

function demandDays({ happenedOn, untilOn, kind }: CardSaying, today: string): void {
  if (happenedOn > today) throw new DomainError('CARD_DAY', 'a day to come', { today, field: 'happenedOn' });
  if (untilOn !== undefined && (kind !== 'at_place' || untilOn < happenedOn)) {
    throw new DomainError('CARD_DAY', 'a hand-over day before the card arrived', { today, field: 'untilOn' });
  }
}

/** What was just said must stand, as the state or as the reason of one that is past by now, and make nothing untrue that was said before. */
function demandTrue(before: readonly CardWord[], word: CardWord): void {
  const card = foldCard([...before, word]);
  const stands = word.kind === 'not_handed_over' ? card?.reasonId === word.id : card?.state === word.kind;
  const isMoreUntrue = (card?.contradicted.length ?? 0) > (foldCard(before)?.contradicted.length ?? 0);
  if (!stands || isMoreUntrue) {
    throw new DomainError('CARD_STATE', 'not true beside what was said', { state: card?.state ?? '' });
  }
}

/** Whoever said it does not judge it. */
function demandSecond(words: readonly CardWordRow[], wordId: string, officerId: string): void {
  if (words.find(({ id }) => id === wordId)?.officerId === officerId) {
    throw new DomainError('CARD_SECOND', 'a second person judges a word');
  }
}

/** What the actor may say of the card today, so that screens offer nothing that is refused. */
export function sayingsFor(actor: SignedIn, card: CardRow, words: readonly CardWordRow[], today: string): CardState[] {
  const counting = wordsThatCount(words);
  const kinds: readonly CardState[] = [...SAID_BY_BANK, 'handed_over', 'not_handed_over'];
  return kinds.filter((kind) => {
    if (!mayOfCard(actor, card, powerToSay(kind))) return false;
    if (kind === 'not_handed_over') return card.state === 'at_place' || isUnexplained(card);
    return foldCard([...counting, { id: 'new', kind, on: today, reason: '' }])?.state === kind && card.state !== kind;
  });
}

/** It came to no family, and no reason stands that needs no better one. */
const isUnexplained = ({ state, reason, isConfirmed }: CardRow): boolean =>
  ['not_handed_over', 'returned', 'destroyed'].includes(state) && !isConfirmed && (reason === '' || costsAid(reason));
