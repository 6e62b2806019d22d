import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { returnDeadline } from './return-deadline.js';
import { addCalendarDays, addMonths, endOfJakartaDay, jakartaDate, WorkingCalendar } from './working-days.js';

const rows = readFileSync('data/holidays/id.csv', 'utf8').trim().split('\n').slice(1);
const calendar = new WorkingCalendar(new Set(rows.map((row) => row.slice(0, 10))));

// PP 39/2006 gives 5, 10 and 14 working days after the quarter; dates of 2023 worked out by hand.
test.each([
  ['2023-03-31', 5, '2023-04-10'],
  ['2023-03-31', 10, '2023-04-17'],
  ['2023-03-31', 14, '2023-04-28'],
  ['2023-06-30', 5, '2023-07-07'],
  ['2023-09-30', 10, '2023-10-13'],
])('from %s, %i working days later is %s', (from, days, to) => {
  expect(calendar.addWorkingDays(from, days)).toBe(to);
});

test.each([
  ['2023-04-18', '2023-04-18'],
  ['2023-04-19', '2023-04-26'],
  ['2023-04-22', '2023-04-26'],
  ['2023-06-04', '2023-06-05'],
])('the first working day from %s on is %s', (from, day) => {
  expect(calendar.firstWorkingDay(from)).toBe(day);
});

test('26 April 2023 is a working day, 25 April is collective leave', () => {
  expect(calendar.isWorkingDay('2023-04-26')).toBe(true);
  expect(calendar.isWorkingDay('2023-04-25')).toBe(false);
});

test('a year without a decree is refused, not guessed', () => {
  expect(() => calendar.isWorkingDay('2031-01-02')).toThrow(expect.objectContaining({ code: 'CALENDAR_YEAR_UNKNOWN' }));
});

test.each([
  ['2023-02-01', '2023-05-16', '2023-05-17'],
  ['2023-03-10', '2023-06-25', '2023-06-23'],
  ['2023-07-01', '2023-10-16', '2023-10-14'],
])('credited %s goes back after %s by months, %s by 105 days', (credited, byMonths, byDays) => {
  expect(returnDeadline(credited, 'three-months-fifteen-days')).toBe(byMonths);
  expect(returnDeadline(credited, '105-days')).toBe(byDays);
});

test('months end where the shorter month ends', () => {
  expect(addMonths('2023-01-31', 1)).toBe('2023-02-28');
  expect(addMonths('2023-11-30', 3)).toBe('2024-02-29');
});

test('the day in Jakarta turns at 17.00 UTC, and a deadline holds to its last millisecond', () => {
  expect(jakartaDate(new Date('2023-04-03T16:59:59.999Z'))).toBe('2023-04-03');
  expect(jakartaDate(new Date('2023-04-03T17:00:00Z'))).toBe('2023-04-04');
  expect(endOfJakartaDay('2023-04-03').toISOString()).toBe('2023-04-03T16:59:59.999Z');
});

test('days left undo days added', () => {
  const day = fc.integer({ min: 0, max: 900 }).map((offset) => addCalendarDays('2023-01-02', offset));
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 60 }), (from, days) => {
      expect(calendar.workingDaysLeft(from, calendar.addWorkingDays(from, days))).toBe(days);
    }),
  );
});

test('late is counted in working days too', () => {
  // 7 April 2023 was Good Friday, so from Thursday to Monday only one working day passed.
  expect(calendar.workingDaysLeft('2023-04-10', '2023-04-06')).toBe(-1);
  expect(calendar.workingDaysLeft('2023-04-12', '2023-04-10')).toBe(-2);
  expect(calendar.workingDaysLeft('2023-04-10', '2023-04-10')).toBe(0);
});
