import type { Policy } from '../policies/policy.js';
import { addCalendarDays, addMonths, type IsoDate } from './working-days.js';

/** Two readings of "three months and fifteen days" are in use; which one holds is a policy parameter. */
export type ReturnWindow = 'three-months-fifteen-days' | '105-days';

/** The last day on which a credited family may still use its money, after which it goes back to the treasury. */
export function returnDeadline(creditedOn: IsoDate, window: ReturnWindow): IsoDate {
  return window === '105-days' ? addCalendarDays(creditedOn, 105) : addCalendarDays(addMonths(creditedOn, 3), 15);
}

/** The same by the window of a policy. */
export const lastDayOfUse = (creditedOn: IsoDate, policy: Policy): IsoDate =>
  returnDeadline(creditedOn, policy.text('return.window') as ReturnWindow);
