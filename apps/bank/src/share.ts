import { z } from 'zod';

/** A share of one, given as `0.0041` or `0.41%`. */
export const Share = z
  .union([z.number(), z.string()])
  .transform((given) => (String(given).endsWith('%') ? Number(String(given).slice(0, -1)) / 100 : Number(given)))
  .refine((value) => value >= 0 && value <= 1, 'must be between 0 and 1, or 0% and 100%');
