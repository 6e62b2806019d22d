import { z } from 'zod';
import { ASKED_OFFICES, OWN_STAGES, PAYMENT_CHANNELS } from '#domain';
import { Proof } from '../shared/public-door.js';

/** What a citizen knows of themselves. In a body, never in an address. */
export const OwnAidQuestion = z
  .strictObject({
    nik: z.string().trim().max(30),
    birthDate: z.iso.date(),
    proof: Proof.optional(),
  })
  .meta({ id: 'OwnAidQuestion' });
export type OwnAidQuestion = z.infer<typeof OwnAidQuestion>;

/** Empty alike for who is on no list and for a date that is another's. */
export const OwnAid = z
  .object({
    periods: z.array(
      z.object({
        /** `2023-03`; the months that the payment is for. */
        months: z.array(z.string()),
        stage: z.enum(OWN_STAGES),
        channel: z.enum(PAYMENT_CHANNELS),
        serviceName: z.string().nullable(),
        creditedOn: z.string().nullable(),
        askOffice: z.enum(ASKED_OFFICES),
        askPlace: z.string(),
      }),
    ),
  })
  .meta({ id: 'OwnAid' });
export type OwnAid = z.infer<typeof OwnAid>;
