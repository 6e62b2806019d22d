import { WorkingCalendar } from '../../calendar/working-days.js';
import { officeForecast, officeWindowFrom } from './office-forecast.js';

/** Nyepi 2023 and the leave after it. */
const calendar = new WorkingCalendar(new Set(['2023-03-22', '2023-03-23']));
const TODAY = '2023-03-31';

test('ten working days back from the 31st of March, over Nyepi, begin on the 16th', () => {
  expect(officeWindowFrom(TODAY, calendar)).toBe('2023-03-16');
});

test.each([
  ['in time', { open: 8, decidedLately: 20, lastDueOn: '2023-04-06' }, '2023-04-06', false],
  ['a day late', { open: 8, decidedLately: 20, lastDueOn: '2023-04-05' }, '2023-04-06', true],
  ['nothing open', { open: 0, decidedLately: 20, lastDueOn: null }, null, false],
  ['nothing moves, not yet due', { open: 3, decidedLately: 0, lastDueOn: '2023-04-05' }, null, false],
  ['nothing moves, and overdue', { open: 3, decidedLately: 0, lastDueOn: '2023-03-30' }, null, true],
  ['beyond the known holidays', { open: 9_000, decidedLately: 1, lastDueOn: '2023-04-05' }, null, true],
])('%s', (_what, work, finishesOn, isLate) => {
  expect(officeForecast(work, TODAY, calendar)).toMatchObject({ finishesOn, isLate });
});
