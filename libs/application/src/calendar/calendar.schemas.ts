import { z } from 'zod';

/** A day on which a territory does not work; a national one has no id, because it comes with a decree and not from here. */
export const Holiday = z
  .object({
    id: z.uuid().nullable(),
    territoryCode: z.string(),
    day: z.string(),
    name: z.string(),
    source: z.string(),
    addedBy: z.string().nullable(),
  })
  .meta({ id: 'Holiday' });
export type Holiday = z.infer<typeof Holiday>;

export const HolidayCalendar = z
  .object({
    territoryCode: z.string(),
    month: z.string(),
    /** False where no national decree is loaded for the year: its working days are not counted. */
    isYearKnown: z.boolean(),
    /** Territories in which the reader may add holidays. */
    addsIn: z.array(z.string()),
    holidays: z.array(Holiday),
  })
  .meta({ id: 'HolidayCalendar' });
export type HolidayCalendar = z.infer<typeof HolidayCalendar>;

export const CalendarQuery = z.object({
  month: z.string().regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/),
  territory: z.string().max(13).optional(),
});
export type CalendarQuery = z.infer<typeof CalendarQuery>;

export const NewHoliday = z
  .strictObject({
    territoryCode: z.string().max(13),
    day: z.iso.date(),
    name: z.string().trim().min(3).max(120),
    /** The decree that says so. */
    source: z.string().trim().min(3).max(200),
  })
  .meta({ id: 'NewHoliday' });
export type NewHoliday = z.infer<typeof NewHoliday>;
