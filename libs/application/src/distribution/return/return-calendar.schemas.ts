import { z } from 'zod';
import { PAYMENT_CHANNELS } from '#domain';
import { RETURN_STAGES } from '#persistence';
import { PageQuery } from '../../shared/page.js';
import { pageOf, rupiah } from '../../shared/shapes.js';

/** One order whose money goes back unless families use it. */
export const OrderToReturn = z
  .object({
    orderId: z.uuid(),
    messageId: z.string(),
    periodId: z.uuid(),
    cityCode: z.string(),
    cityName: z.string().nullable(),
    channel: z.enum(PAYMENT_CHANNELS),
    /** Who pays the order; `-` where the rules of the programme say. */
    payer: z.string(),
    lastDayOfUse: z.iso.date(),
    /** Calendar days until then; negative afterwards. */
    daysLeft: z.int(),
    stage: z.enum(RETURN_STAGES),
    /** Paid in and not used by now. */
    unused: z.int(),
    unusedRupiah: rupiah(),
    /** Of those, kept for the family by a hold that is in force. */
    onHold: z.int(),
    returned: z.int(),
    returnedRupiah: rupiah(),
  })
  .meta({ id: 'OrderToReturn' });
export type OrderToReturn = z.infer<typeof OrderToReturn>;

export const ReturnCalendarPage = pageOf(OrderToReturn).meta({ id: 'ReturnCalendarPage' });
export const ReturnCalendarQuery = PageQuery.extend({
  /** One period; without it every open one. */
  periodId: z.uuid().optional(),
  /** Without it everything that is not done. */
  stage: z.enum(RETURN_STAGES).optional(),
  /** A part of a message id or of a city's name. */
  text: z.string().trim().min(1).max(60).optional(),
});
export type ReturnCalendarQuery = z.infer<typeof ReturnCalendarQuery>;
