import fc from 'fast-check';
import { addCalendarDays } from '../calendar/working-days.js';
import { loopOf, MOST_LINKS, type OfficeDelegation, resolveChain, tooLongOn } from './office-delegation.js';

const DAY = '2023-04-03';
const OFFICERS = ['ana', 'budi', 'citra', 'dewi', 'eko'] as const;

/** Everybody holds one office, which is called like them. */
const delegation = (from: string, to: string, validFrom = DAY, validTo = DAY): OfficeDelegation => ({
  id: `${from}-${to}-${validFrom}`,
  fromOfficerId: from,
  toOfficerId: to,
  appointmentId: `of ${from}`,
  toAppointmentId: `of ${to}`,
  validFrom,
  validTo,
});
const path = (delegations: readonly OfficeDelegation[], from: string, day = DAY): string[] =>
  resolveChain(delegations, `of ${from}`, day).map(({ toOfficerId }) => toOfficerId);

test('a chain leads from who is absent to who stands in at last, on each of its days and no other', () => {
  const chain = [
    delegation('ana', 'budi', '2023-04-03', '2023-04-10'),
    delegation('budi', 'citra', '2023-04-05', '2023-04-06'),
  ];
  expect(path(chain, 'ana', '2023-04-04')).toEqual(['budi']);
  expect(path(chain, 'ana', '2023-04-05')).toEqual(['budi', 'citra']);
  expect(path(chain, 'budi', '2023-04-05')).toEqual(['citra']);
  expect(path(chain, 'ana', '2023-04-11')).toEqual([]);
});

test('a circle is named with its first day and its officers', () => {
  const there = [
    delegation('ana', 'budi', '2023-04-01', '2023-04-10'),
    delegation('budi', 'citra', '2023-04-05', '2023-04-06'),
  ];
  const back = delegation('citra', 'ana', '2023-04-02', '2023-04-30');
  expect(loopOf(there, back)).toEqual({ day: '2023-04-05', officerIds: ['ana', 'budi', 'citra', 'ana'] });
  expect(loopOf(there, { ...back, validFrom: '2023-04-07' })).toBeUndefined();
});

test('a stored circle is harmless to read', () => {
  expect(path([delegation('ana', 'budi'), delegation('budi', 'ana')], 'ana')).toEqual(['budi']);
});

test('a chain has only so many links', () => {
  const officers = Array.from({ length: MOST_LINKS + 1 }, (_, at) => `officer ${at}`);
  const links = officers.slice(1).map((to, at) => delegation(officers[at] ?? '', to));
  expect(tooLongOn(links.slice(1), links[0] ?? delegation('', ''))).toBeUndefined();
  expect(tooLongOn(links, delegation('first', 'officer 0'))).toBe(DAY);
  expect(tooLongOn(links, delegation(officers.at(-1) ?? '', 'last'))).toBe(DAY);
});

const someDays = fc.tuple(fc.nat(8), fc.nat(5)).map(([from, days]) => {
  const validFrom = addCalendarDays(DAY, from);
  return { validFrom, validTo: addCalendarDays(validFrom, days) };
});
const command = fc
  .tuple(fc.constantFrom(...OFFICERS), fc.constantFrom(...OFFICERS), someDays)
  .filter(([from, to]) => from !== to)
  .map(([from, to, { validFrom, validTo }]) => delegation(from, to, validFrom, validTo));

/** What the product does on saving, in small. */
function saved(commands: readonly OfficeDelegation[]): OfficeDelegation[] {
  const kept: OfficeDelegation[] = [];
  for (const one of commands) {
    const overlaps = kept.some(
      (other) =>
        other.fromOfficerId === one.fromOfficerId && other.validFrom <= one.validTo && one.validFrom <= other.validTo,
    );
    if (!overlaps && loopOf(kept, one) === undefined && tooLongOn(kept, one) === undefined) kept.push(one);
  }
  return kept;
}

test('whatever is asked for, what was saved has no circle on any day, and each office leads to one officer', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
      const kept = saved(commands);
      for (let at = 0; at < 15; at += 1) {
        const day = addCalendarDays(DAY, at);
        const next = new Map(
          kept
            .filter(({ validFrom, validTo }) => validFrom <= day && day <= validTo)
            .map(({ fromOfficerId, toOfficerId }) => [fromOfficerId, toOfficerId]),
        );
        for (const officer of OFFICERS) {
          const walked: string[] = [];
          for (let to = next.get(officer); to !== undefined; to = next.get(to)) {
            expect(walked).not.toContain(to);
            expect(to).not.toBe(officer);
            walked.push(to);
          }
          expect(path(kept, officer, day)).toEqual(walked);
        }
      }
    }),
  );
});

test('only what would make a circle is refused as one', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 8 }), command, (commands, added) => {
      const kept = saved(commands);
      const days = Array.from({ length: 15 }, (_, at) => addCalendarDays(DAY, at));
      const comesBack = days.some(
        (day) =>
          added.validFrom <= day && day <= added.validTo && reaches(kept, added.toOfficerId, added.fromOfficerId, day),
      );
      expect(loopOf(kept, added) !== undefined).toBe(comesBack);
    }),
  );
});

/** The reference: may one get from one officer to another by what is kept? */
const reaches = (kept: readonly OfficeDelegation[], from: string, to: string, day: string): boolean =>
  from === to ||
  kept.some(
    (one) =>
      one.fromOfficerId === from &&
      one.validFrom <= day &&
      day <= one.validTo &&
      reaches(kept, one.toOfficerId, to, day),
  );
