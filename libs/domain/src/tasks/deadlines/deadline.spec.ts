import { WorkingCalendar } from '../../calendar/working-days.js';
import { dueAfterSuspension } from './deadline.js';

/** One holiday, on a Wednesday. */
const calendar = new WorkingCalendar(new Set(['2023-03-22']));

test.each([
  ['the same day', '2023-03-06', '2023-03-06', '2023-03-10'],
  ['two working days', '2023-03-06', '2023-03-08', '2023-03-14'],
  ['over a weekend', '2023-03-03', '2023-03-06', '2023-03-13'],
  ['over a holiday', '2023-03-21', '2023-03-23', '2023-03-13'],
])('a suspension of %s moves the due day by as many working days', (_what, from, to, due) => {
  expect(dueAfterSuspension(calendar, '2023-03-10', from, to)).toBe(due);
});

test('a year without a holiday decree is refused, not guessed', () => {
  expect(() => dueAfterSuspension(calendar, '2023-12-29', '2023-12-27', '2023-12-29')).toThrow('holiday decree');
});
