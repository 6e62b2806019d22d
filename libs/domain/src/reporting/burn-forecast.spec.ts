import fc from 'fast-check';
import { addCalendarDays } from '../calendar/working-days.js';
import { type BurnDown, type BurnForecast, burnForecast, FEWEST_DAYS, LOOK_BACK_DAYS } from './burn-forecast.js';

const TODAY = '2023-05-20';
const SINCE = '2023-03-01';

/** What ended on the days before today, the latest first. */
const endedOn = (pace: readonly number[]) =>
  new Map(pace.map((families, back) => [addCalendarDays(TODAY, -1 - back), families]));
const burnDown = (pace: readonly number[], left: number, more: Partial<BurnDown> = {}): BurnDown => ({
  ...{ left, ended: endedOn(pace), since: SINCE, today: TODAY, deadline: '2023-06-25' },
  ...more,
});
function forecastOf(of: BurnDown): BurnForecast {
  const found = burnForecast(of);
  if (typeof found !== 'object') throw new Error(`no forecast: ${found}`);
  return found;
}
const steady = (families: number) => Array.from({ length: LOOK_BACK_DAYS }, () => families);

test('at ten a day fifty families take five days, and steady days leave nothing open', () => {
  const found = forecastOf(burnDown(steady(10), 50));
  expect(found).toMatchObject({ days: 14, perDay: 10, isInTime: 'yes' });
  expect([found.earliest, found.likely, found.latest]).toEqual(['2023-05-25', '2023-05-25', '2023-05-25']);
  expect(found.band.slice(0, 2)).toEqual([
    { on: TODAY, least: 50, middle: 50, most: 50 },
    { on: '2023-05-21', least: 40, middle: 40, most: 40 },
  ]);
  expect(found.band.at(-1)).toEqual({ on: '2023-06-25', least: 0, middle: 0, most: 0 });
});

test('the band is the published interval: fourteen days of 0 and 20 by turns', () => {
  const found = forecastOf(
    burnDown(
      Array.from({ length: 14 }, (_, at) => (at % 2) * 20),
      1_000,
    ),
  );
  // s = 10.377, t = 1.35; after ten days 100 ± 1.35 · 10.377 · √(10 + 100/14).
  const aside = 1.35 * Math.sqrt((14 * 100) / 13) * Math.sqrt(10 + 100 / 14);
  expect(found.band[10]).toEqual({
    ...{ on: '2023-05-30', middle: 900 },
    ...{ least: Math.round(900 - aside), most: Math.round(900 + aside) },
  });
});

test('a pace of lumps has no latest day, and says that it is not sure', () => {
  const found = forecastOf(burnDown([0, 0, 0, 300, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 200));
  expect(found).toMatchObject({ latest: null, isInTime: 'unsure' });
});

test('a pace too slow for the deadline says so, and beyond a year there is no day', () => {
  expect(forecastOf(burnDown(steady(1), 200))).toMatchObject({ isInTime: 'no', earliest: '2023-12-06' });
  expect(forecastOf(burnDown(steady(1), 2_000))).toMatchObject({ isInTime: 'no', earliest: null, likely: null });
});

test('there is none with less than a week, where nothing moves, with nothing left, and after the deadline', () => {
  const week = addCalendarDays(TODAY, -FEWEST_DAYS);
  expect(burnForecast(burnDown(steady(5), 50, { since: addCalendarDays(week, 1) }))).toBe('few_days');
  expect(forecastOf(burnDown(steady(5), 50, { since: week })).days).toBe(FEWEST_DAYS);
  expect(burnForecast(burnDown(steady(0), 50))).toBe('still');
  expect(burnForecast(burnDown(steady(5), 0))).toBeUndefined();
  expect(burnForecast(burnDown(steady(5), 50, { deadline: '2023-05-19' }))).toBeUndefined();
  expect(forecastOf(burnDown(steady(5), 50, { deadline: TODAY })).band).toHaveLength(1);
});

test('today, which is not over, and what is older than two weeks, say nothing of the pace', () => {
  const ended = new Map([...endedOn(steady(10)), [TODAY, 500], [addCalendarDays(TODAY, -15), 500]]);
  expect(forecastOf(burnDown([], 50, { ended })).perDay).toBe(10);
});

const paces = fc.array(fc.nat(500), { minLength: FEWEST_DAYS, maxLength: LOOK_BACK_DAYS });
const downs = fc
  .tuple(paces, fc.integer({ min: 1, max: 20_000 }))
  .map(([pace, left]) => burnDown(pace, left, { since: addCalendarDays(TODAY, -pace.length) }));
/** In order, a day beyond a year last. */
const order = (day: string | null): string => day ?? '9999';

test('the band holds the middle, begins with what is left, never rises, never goes below nothing', () => {
  fc.assert(
    fc.property(downs, (of) => {
      const found = burnForecast(of);
      if (typeof found !== 'object') return;
      expect(found.band[0]).toEqual({ on: TODAY, least: of.left, middle: of.left, most: of.left });
      for (const [at, { least, middle, most }] of found.band.entries()) {
        expect(least >= 0 && least <= middle && middle <= most && most <= of.left).toBe(true);
        const before = found.band[at - 1];
        if (before !== undefined) {
          expect(least <= before.least && middle <= before.middle && most <= before.most).toBe(true);
        }
      }
      expect(order(found.earliest) <= order(found.likely) && order(found.likely) <= order(found.latest)).toBe(true);
    }),
  );
});

test('whether it is in time says the same as the days', () => {
  fc.assert(
    fc.property(downs, (of) => {
      const found = burnForecast(of);
      if (typeof found !== 'object') return;
      const expected =
        order(found.latest) <= of.deadline ? 'yes' : order(found.earliest) <= of.deadline ? 'unsure' : 'no';
      expect(found.isInTime).toBe(expected);
    }),
  );
});

test('days nearer to each other with the same mean make a band that is nowhere wider', () => {
  fc.assert(
    fc.property(paces, fc.integer({ min: 1, max: 20_000 }), (pace, left) => {
      const mean = pace.reduce((sum, one) => sum + one, 0) / pace.length;
      const since = addCalendarDays(TODAY, -pace.length);
      const wide = burnForecast(burnDown(pace, left, { since }));
      const near = burnForecast(
        burnDown(
          pace.map((one) => (one + mean) / 2),
          left,
          { since },
        ),
      );
      if (typeof wide !== 'object' || typeof near !== 'object') return;
      for (const [at, { least, most }] of near.band.entries()) {
        // A family more or less is the rounding of a mean.
        expect(least).toBeGreaterThanOrEqual((wide.band[at]?.least ?? 0) - 1);
        expect(most).toBeLessThanOrEqual((wide.band[at]?.most ?? 0) + 1);
      }
    }),
  );
});

test('fewer left end no later', () => {
  fc.assert(
    fc.property(downs, fc.integer({ min: 1, max: 20_000 }), (of, fewer) => {
      const [more, less] = [burnForecast(of), burnForecast({ ...of, left: Math.min(of.left, fewer) })];
      if (typeof more !== 'object' || typeof less !== 'object') return;
      expect(order(less.latest) <= order(more.latest) && order(less.earliest) <= order(more.earliest)).toBe(true);
    }),
  );
});
