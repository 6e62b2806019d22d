import fc from 'fast-check';
import { addCalendarDays, WorkingCalendar } from '../calendar/working-days.js';
import { dueAfterWaiting } from './complaint-clock.js';
import { COMPLAINT_KINDS, isAboutLeadership, isRestrictedKind } from './complaint-kind.js';
import { COMPLAINT_CLOSED, COMPLAINT_STATES, complaintMayBecome, OWES_ANSWER } from './complaint-life.js';
import { COMPLAINT_NUMBER, complaintNumber, plainSecret, secretFrom } from './complaint-number.js';
import { firstOffice, officeAbove } from './complaint-route.js';

const calendar = new WorkingCalendar(new Set(), new Set(['2026', '2027']));
const day = fc.integer({ min: 0, max: 300 }).map((days) => addCalendarDays('2026-01-01', days));
const state = fc.constantFrom(...COMPLAINT_STATES);

test('whatever way a complaint goes, it ends answered, decided, or as the repeat of another', () => {
  const ends = COMPLAINT_STATES.filter((from) => !COMPLAINT_STATES.some((to) => complaintMayBecome(from, to)));
  expect(ends.sort()).toEqual(['decided', 'final', 'merged']);
  fc.assert(
    fc.property(fc.array(state), (wishedFor) => {
      const way = wishedFor.reduce<(typeof COMPLAINT_STATES)[number][]>(
        (gone, to) => (complaintMayBecome(gone.at(-1) ?? 'received', to) ? [...gone, to] : gone),
        ['received'],
      );
      // Final only after an answer, and nothing leaves an end.
      if (way.at(-1) === 'final' || way.at(-1) === 'decided') expect(way).toContain('answered');
      expect(way.filter((one) => ends.includes(one)).length).toBeLessThanOrEqual(1);
    }),
  );
});

test('in every state somebody owes an answer by a day, or the clock stands until a day, or an answer is there', () => {
  const known: readonly string[] = [...OWES_ANSWER, 'waiting', ...COMPLAINT_CLOSED];
  expect([...known].sort()).toEqual([...COMPLAINT_STATES].sort());
});

test('a clock that stood gives back the working days it stood, and never takes any', () => {
  fc.assert(
    fc.property(day, fc.nat(60), fc.nat(60), (waitingSince, left, stood) => {
      const dueOn = calendar.addWorkingDays(waitingSince, left);
      const today = addCalendarDays(waitingSince, stood);
      const later = dueAfterWaiting(calendar, { dueOn, waitingSince, today });
      expect(later >= dueOn).toBe(true);
      expect(calendar.workingDaysLeft(dueOn, later)).toBe(calendar.workingDaysLeft(waitingSince, today));
    }),
  );
});

test('a restricted complaint starts and climbs among named offices, and every way up ends at the ministry', () => {
  for (const kind of COMPLAINT_KINDS) {
    let office = firstOffice(kind, true);
    if (isRestrictedKind(kind)) expect(office).toBe(isAboutLeadership(kind) ? 'mayor' : 'dinsos_head');
    const seen: string[] = [office];
    while (officeAbove(office) !== office) seen.push((office = officeAbove(office)));
    expect(seen.at(-1)).toBe('programme_officer');
    if (isRestrictedKind(kind)) expect(seen).not.toContain('dinsos_operator');
    if (isAboutLeadership(kind)) expect(seen).not.toContain('dinsos_head');
    expect(firstOffice(kind, false)).toBe('programme_officer');
  }
});

test('a number has its city, its year and digits drawn by lot; a secret is read however it is written down', () => {
  expect(complaintNumber('32.75', 2026, 1)).toBe('32.75-26-000001');
  expect(complaintNumber('32.75', 2026, 123_456)).toMatch(COMPLAINT_NUMBER);
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (bytes) => {
      const secret = secretFrom(bytes);
      expect(secret).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
      const written = secret.toLowerCase().replace('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
      expect(plainSecret(written)).toBe(plainSecret(secret));
    }),
  );
});
