import fc from 'fast-check';
import { addCalendarDays, WorkingCalendar } from '../calendar/working-days.js';
import { forecast } from './forecast.js';

/** Nyepi 2023 and the leave after it. */
const calendar = new WorkingCalendar(new Set(['2023-03-22', '2023-03-23']));
const TODAY = '2023-03-31';
const DEADLINE = '2023-06-25';

test('ten cases at two a working day take five working days', () => {
  expect(forecast({ open: 10, decidedLately: 10, deadlineOn: DEADLINE }, TODAY, calendar)).toEqual({
    perWorkingDay: 2,
    finishesOn: '2023-04-07',
    isLate: false,
  });
});

test('a holiday in the window is not a slow day', () => {
  // 18 to 24 March: Monday, Tuesday and Friday.
  const { perWorkingDay } = forecast({ open: 1, decidedLately: 6, deadlineOn: DEADLINE }, '2023-03-24', calendar);
  expect(perWorkingDay).toBe(2);
});

test('where nothing moves there is no day, and late is only who is late', () => {
  const still = { open: 3, decidedLately: 0 };
  expect(forecast({ ...still, deadlineOn: DEADLINE }, TODAY, calendar)).toEqual({
    perWorkingDay: 0,
    finishesOn: null,
    isLate: false,
  });
  expect(forecast({ ...still, deadlineOn: '2023-03-30' }, TODAY, calendar).isLate).toBe(true);
});

test('with nothing open there is nothing to be late with', () => {
  expect(forecast({ open: 0, decidedLately: 4, deadlineOn: '2023-01-02' }, TODAY, calendar)).toMatchObject({
    finishesOn: null,
    isLate: false,
  });
});

test('beyond the known holidays it is late without a day', () => {
  expect(forecast({ open: 5_000, decidedLately: 1, deadlineOn: DEADLINE }, TODAY, calendar)).toMatchObject({
    finishesOn: null,
    isLate: true,
  });
});

test('late says the same as the day it finishes, and more hands are never slower', () => {
  const pace = fc.record({ open: fc.integer({ min: 1, max: 100 }), decidedLately: fc.integer({ min: 5, max: 50 }) });
  fc.assert(
    fc.property(pace, fc.integer({ min: 0, max: 60 }), ({ open, decidedLately }, days) => {
      const deadlineOn = addCalendarDays(TODAY, days);
      const slow = forecast({ open, decidedLately, deadlineOn }, TODAY, calendar);
      const fast = forecast({ open, decidedLately: decidedLately + 1, deadlineOn }, TODAY, calendar);
      expect(slow.isLate).toBe((slow.finishesOn ?? '9999') > deadlineOn);
      expect((fast.finishesOn ?? '9999') <= (slow.finishesOn ?? '9999')).toBe(true);
    }),
  );
});
