import fc from 'fast-check';
import { addCalendarDays } from '../../calendar/working-days.js';
import { type CardWord, foldCard } from './card-fold.js';
import {
  CARD_STATES,
  cardMayBecome,
  cardRank,
  keeperOf,
  SAID_BY_BANK,
  SAID_BY_PLACE,
  stayRuleOf,
} from './card-life.js';
import { CARD_REASONS, costsAid, endOfCase, isBanksFault, needsCase } from './card-reason.js';

const ENDS = ['handed_over', 'destroyed'];
const day = fc.integer({ min: 0, max: 12 }).map((days) => addCalendarDays('2023-03-01', days));
const word = fc
  .record({
    kind: fc.constantFrom(...CARD_STATES),
    on: day,
    reason: fc.constantFrom('' as const, ...CARD_REASONS),
  })
  .map(({ kind, on, reason }) => ({ kind, on, reason: kind === 'not_handed_over' ? reason : ('' as const) }));
/** What the ledger keeps: each word once, by the number under which it came. */
const kept = (words: readonly Omit<CardWord, 'id'>[]): CardWord[] => [
  ...new Map(
    words.map((one) => [`${one.on} ${one.kind} ${one.reason}`, { ...one, id: `${one.on} ${one.kind} ${one.reason}` }]),
  ).values(),
];

test('from every state but the ends somebody brings it on, within the days of a rule', () => {
  for (const state of CARD_STATES) {
    const isEnd = ENDS.includes(state);
    expect([state, keeperOf(state) === null, stayRuleOf(state) === null]).toEqual([state, isEnd, isEnd]);
    if (!isEnd) expect(CARD_STATES.some((to) => cardMayBecome(state, to))).toBe(true);
    expect(cardMayBecome(state, state)).toBe(false);
  }
});

test('from every state a card can come to an end, and what is destroyed stays so', () => {
  const reaches = (from: (typeof CARD_STATES)[number], seen: readonly string[] = []): boolean =>
    ENDS.includes(from) ||
    CARD_STATES.some((to) => !seen.includes(to) && cardMayBecome(from, to) && reaches(to, [...seen, from]));
  expect(CARD_STATES.every((state) => reaches(state))).toBe(true);
  expect(CARD_STATES.filter((to) => cardMayBecome('destroyed', to))).toEqual([]);
});

test('every state is said by the bank or by where the card lies, but for the first, with which it begins', () => {
  expect([...SAID_BY_BANK, ...SAID_BY_PLACE, 'printed'].sort()).toEqual([...CARD_STATES].sort());
});

test('whatever was said arrives in any order and any number of times, the card is in one state', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), fc.infiniteStream(fc.nat()), (words, dice) => {
      const once = foldCard(kept(words));
      const shuffled = [...words, ...words]
        .map((one) => ({ one, at: dice.next().value }))
        .sort((a, b) => a.at - b.at)
        .map(({ one }) => one);
      expect(foldCard(kept(shuffled))).toEqual(once);
    }),
  );
});

test('a card comes only to what its life allows; every word is followed, repeats, or is named as a contradiction', () => {
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), (words) => {
      const all = kept(words).sort(
        (one, other) =>
          one.on.localeCompare(other.on) ||
          cardRank(one.kind) - cardRank(other.kind) ||
          (one.reason < other.reason ? -1 : 1),
      );
      const contradicted = foldCard(all)?.contradicted ?? [];
      const followed = all.filter(({ id }) => !contradicted.includes(id));
      followed.slice(1).forEach((one, at) => {
        const before = followed[at]?.kind ?? one.kind;
        expect(one.kind === before || cardMayBecome(before, one.kind)).toBe(true);
      });
      expect(foldCard(followed)).toEqual({ ...foldCard(all), contradicted: [] });
    }),
  );
});

const said = (on: string, kind: CardWord['kind'], reason: CardWord['reason'] = ''): CardWord => ({
  ...{ id: `${on} ${kind} ${reason}`, kind, on, reason },
});

test('a reason stays with the card on its way back, and is past once it is sent out again', () => {
  const words = [
    said('2023-03-01', 'at_place'),
    said('2023-03-08', 'not_handed_over', 'moved'),
    said('2023-03-10', 'returned'),
  ];
  expect(foldCard(words)).toMatchObject({ state: 'returned', reason: 'moved', reasonId: words[1]?.id });
  expect(foldCard([...words, said('2023-03-12', 'at_place')])).toMatchObject({ state: 'at_place', reason: '' });
});

test('a reason may come late, and a later day knows better; two of one day are a finding', () => {
  const words = [said('2023-03-08', 'not_handed_over'), said('2023-03-09', 'not_handed_over', 'not_found')];
  expect(foldCard(words)).toMatchObject({ since: '2023-03-08', reason: 'not_found', contradicted: [] });
  expect(foldCard([...words, said('2023-03-10', 'not_handed_over', 'died')])).toMatchObject({ reason: 'died' });
  const both = foldCard([...words, said('2023-03-09', 'not_handed_over', 'died')]);
  expect(both).toMatchObject({ reason: 'died', contradicted: ['2023-03-09 not_handed_over not_found'] });
});

test('what the bank has, or made badly, is never followed up with a family', () => {
  for (const state of CARD_STATES) {
    for (const reason of ['', ...CARD_REASONS] as const) {
      for (const isLate of [true, false]) {
        const card = { state, reason, isConfirmed: false, isLate };
        const isBanks = state === 'printed' || state === 'at_branch' || (reason !== '' && isBanksFault(reason));
        if (isBanks && state !== 'at_place') expect([card, needsCase(card)]).toEqual([card, false]);
        // No case is needed that would end at once, and none ends that is needed.
        if (needsCase(card)) expect([card, endOfCase(card)]).toEqual([card, undefined]);
      }
    }
  }
});

test('a reason that costs the family its aid ends the case only when a second person has confirmed it', () => {
  for (const reason of CARD_REASONS.filter(costsAid)) {
    const card = { state: 'not_handed_over', reason, isConfirmed: false, isLate: false } as const;
    expect(needsCase(card)).toBe(true);
    expect(endOfCase({ ...card, isConfirmed: true })).toBe('confirmed');
  }
  expect(endOfCase({ state: 'not_handed_over', reason: 'under_age', isConfirmed: false, isLate: false })).toBe(
    'reasoned',
  );
});
