import { type IsoDate, startOfJakartaDay } from '#domain';

/** When a workflow looks again, as an ISO instant of the programme's calendar; undefined when nothing waits for a day. */
export type NextLook = { readonly dueAt: string } | undefined;

/** With the first minute of a day in Jakarta. */
export const onDay = (day: IsoDate | undefined): NextLook =>
  day === undefined ? undefined : { dueAt: startOfJakartaDay(day).toISOString() };
