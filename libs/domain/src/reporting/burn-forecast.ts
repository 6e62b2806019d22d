import { addCalendarDays, type IsoDate } from '../calendar/working-days.js';
import { FORECAST_WINDOW_DAYS } from '../follow-up/forecast.js';

/** How far back the pace looks, in whole days: two weeks hold two of every weekday. */
export const LOOK_BACK_DAYS = 14;

/** With less than a week of whole days nothing is forecast. */
export const FEWEST_DAYS = FORECAST_WINDOW_DAYS;

/** Beyond a year a day is no forecast. */
const FURTHEST_DAYS = 366;

/** Student's t that leaves a tenth on either side, by degrees of freedom from `FEWEST_DAYS - 1` on. */
const T_OF_A_TENTH = [1.44, 1.415, 1.397, 1.383, 1.372, 1.363, 1.356, 1.35] as const;

export interface BurnDown {
  /** Families whose money lies unused now. */
  readonly left: number;
  /** Families whose money was used or returned, by day; a day that is missing had none. */
  readonly ended: ReadonlyMap<IsoDate, number>;
  /** The first day on which money lay in accounts. */
  readonly since: IsoDate;
  readonly today: IsoDate;
  /** The last day on which the money may be used. */
  readonly deadline: IsoDate;
}

/** Families still left at the end of a day: the middle, and between what it lies in four of five cases. */
export interface BurnPoint {
  readonly on: IsoDate;
  readonly least: number;
  readonly middle: number;
  readonly most: number;
}

export interface BurnForecast {
  /** Whole days that the pace comes from, the last of them yesterday. */
  readonly days: number;
  readonly perDay: number;
  /** The days on which nothing is left by the top, the middle and the bottom of the band; null beyond a year. */
  readonly earliest: IsoDate | null;
  readonly likely: IsoDate | null;
  readonly latest: IsoDate | null;
  /** Whether the whole band ends by the deadline, none of it, or a part. */
  readonly isInTime: 'yes' | 'no' | 'unsure';
  /** Day by day from today to the deadline. */
  readonly band: readonly BurnPoint[];
}

/** Why there is no forecast: too few whole days, or nothing has moved in them. */
export type NoForecast = 'few_days' | 'still';

/**
 * When the money will be used, should families go on as in the last two weeks. The pace is the mean of the whole days,
 * the band the prediction interval of 80 % for the sum of the next h days: mean · h ± t · s · √(h + h²/n) (Hahn, Meeker
 * and Escobar, Statistical Intervals, 2nd ed., ch. 4). It takes days for alike and independent, which they are only about,
 * as banks send what happened in lumps; such days lie far apart, and the band is wide. What has ended never returns, so
 * neither edge rises again. Calendar days and not those of an office, as in `forecast`: money is drawn on Sundays, too.
 * Undefined where nothing is left, or the deadline is past.
 */
export function burnForecast(of: BurnDown): BurnForecast | NoForecast | undefined {
  if (of.left <= 0 || of.deadline < of.today) return undefined;
  const pace = wholeDays(of);
  if (pace.length < FEWEST_DAYS) return 'few_days';
  const perDay = sumOf(pace) / pace.length;
  if (perDay <= 0) return 'still';
  const ended = endedAhead(pace, perDay);
  const dayWith = (key: keyof Ahead): IsoDate | null => {
    const at = ended.findIndex((sum) => sum[key] >= of.left);
    return at === -1 ? null : addCalendarDays(of.today, at);
  };
  const [earliest, likely, latest] = [dayWith('most'), dayWith('middle'), dayWith('least')];
  const isInTime = latest !== null && latest <= of.deadline ? 'yes' : isBy(earliest, of.deadline) ? 'unsure' : 'no';
  const band = ended
    .map(({ least, middle, most }, at) => ({
      on: addCalendarDays(of.today, at),
      ...{ least: leftAfter(of.left, most), middle: leftAfter(of.left, middle), most: leftAfter(of.left, least) },
    }))
    .filter(({ on }) => on <= of.deadline);
  return { days: pace.length, perDay, earliest, likely, latest, isInTime, band };
}

/** How many families have ended after so many days: at least, in the middle and at most. */
interface Ahead {
  readonly least: number;
  readonly middle: number;
  readonly most: number;
}

/** What ended on each whole day of the window, at most the last two weeks, the latest first. */
function wholeDays({ ended, since, today }: BurnDown): readonly number[] {
  const window = Array.from({ length: LOOK_BACK_DAYS }, (_, back) => addCalendarDays(today, -1 - back));
  return window.filter((day) => day >= since).map((day) => Math.max(0, ended.get(day) ?? 0));
}

/** From none today to a year ahead. */
function endedAhead(pace: readonly number[], perDay: number): readonly Ahead[] {
  const days = pace.length;
  const spread = Math.sqrt(sumOf(pace.map((one) => (one - perDay) ** 2)) / (days - 1));
  const reach = (T_OF_A_TENTH[days - FEWEST_DAYS] ?? 1.35) * spread;
  let least = 0;
  return Array.from({ length: FURTHEST_DAYS + 1 }, (_, ahead) => {
    const middle = perDay * ahead;
    const aside = reach * Math.sqrt(ahead + ahead ** 2 / days);
    least = Math.max(least, middle - aside);
    return { least, middle, most: middle + aside };
  });
}

const isBy = (day: IsoDate | null, deadline: IsoDate): boolean => day !== null && day <= deadline;
const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
const leftAfter = (left: number, ended: number): number => Math.max(0, Math.round(left - ended));
