import type { IsoDate } from '../../calendar/working-days.js';
import type { CardReason } from './card-reason.js';
import { cardMayBecome, cardRank, type CardState } from './card-life.js';

/** Something that was said of a card. */
export interface CardWord {
  readonly id: string;
  readonly kind: CardState;
  readonly on: IsoDate;
  readonly reason: CardReason | '';
  /** The day until which it waits for the family, where the bank says one. */
  readonly untilOn?: IsoDate | null;
}

/** What all that was said of a card comes to. */
export interface FoldedCard {
  readonly state: CardState;
  readonly since: IsoDate;
  readonly reason: CardReason | '';
  /** The word by which the reason stands; it is the one that is confirmed. */
  readonly reasonId: string | null;
  readonly reasonOn: IsoDate | null;
  readonly untilOn: IsoDate | null;
  /** Words that cannot be true beside the others: a finding, and work for a person. */
  readonly contradicted: readonly string[];
}

const order = (one: CardWord, other: CardWord): number =>
  compare(one.on, other.on) || cardRank(one.kind) - cardRank(other.kind) || compare(one.reason, other.reason);

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

/**
 * The state of a card from everything that was said of it, whenever it arrived and however often: words count by their day, and of one
 * day in the order of the life. What the life does not allow is not followed but named. Undefined where nothing was said.
 */
export function foldCard(words: readonly CardWord[]): FoldedCard | undefined {
  const [first, ...rest] = [...words].sort(order);
  if (first === undefined) return undefined;
  return rest.reduce(hear, begin(first));
}

const UNSAID = { reason: '', reasonId: null, reasonOn: null } as const;
const reasonBy = ({ id, on, reason }: CardWord) => ({ reason, reasonId: id, reasonOn: on });

/** A card on its way back keeps the reason for which it was not handed over; any other way, the reason is past. */
function reasonAfter(
  word: CardWord,
  before: FoldedCard | undefined,
): Pick<FoldedCard, 'reason' | 'reasonId' | 'reasonOn'> {
  if (word.kind === 'not_handed_over' && word.reason !== '') return reasonBy(word);
  if (before === undefined || (word.kind !== 'returned' && word.kind !== 'destroyed')) return UNSAID;
  const { reason, reasonId, reasonOn } = before;
  return { reason, reasonId, reasonOn };
}

const begin = (word: CardWord, before?: FoldedCard): FoldedCard => ({
  ...{ state: word.kind, since: word.on, untilOn: word.untilOn ?? null },
  ...reasonAfter(word, before),
  contradicted: before?.contradicted ?? [],
});

function hear(card: FoldedCard, word: CardWord): FoldedCard {
  if (cardMayBecome(card.state, word.kind)) return begin(word, card);
  const isContradicted =
    card.state !== word.kind ||
    // Two reasons of one day cannot both be true; a later day knows better.
    (word.reason !== '' && card.reason !== '' && word.reason !== card.reason && card.reasonOn === word.on);
  if (isContradicted) return { ...card, contradicted: [...card.contradicted, word.id] };
  const isNews = word.kind === 'not_handed_over' && word.reason !== '' && word.reason !== card.reason;
  return isNews ? { ...card, ...reasonBy(word) } : card;
}
