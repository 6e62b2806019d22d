import { z } from 'zod';

/** An instant; ISO 8601 in UTC on the wire. */
export const instant = (): z.ZodType<Date> => z.custom<Date>().meta({ type: 'string', format: 'date-time' });

/** Whole rupiah as a decimal string. */
export const rupiah = () => z.string().regex(/^-?\d+$/);

/** A page of rows with the cursor of the next, null on the last. */
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row), next: z.string().nullable() });
