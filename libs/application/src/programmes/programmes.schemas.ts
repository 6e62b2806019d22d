import { z } from 'zod';
import { PAYMENT_CHANNELS } from '#domain';
import { rupiah } from '../shared/shapes.js';

export const Programme = z.object({
  /** What periods and budgets call it. */
  code: z.string(),
  channels: z.array(
    z.object({
      channel: z.enum(PAYMENT_CHANNELS),
      /** Months that one payment covers. */
      months: z.number().int(),
      rupiahPerFamily: rupiah(),
    }),
  ),
  /** ISO date of today in the programme's calendar. */
  today: z.string(),
});

export const Programmes = z.array(Programme).meta({ id: 'Programmes' });
