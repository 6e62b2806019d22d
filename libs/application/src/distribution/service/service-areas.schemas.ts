import { z } from 'zod';
import { BANK_CODE, PAYER_ACCOUNT, PAYER_NAME, PAYMENT_CHANNELS } from '#domain';
import { proposalShape, RefusalOfProposal } from '../../shared/proposals.js';

const Channel = z.enum(PAYMENT_CHANNELS);

export const ServiceArea = z
  .object({
    id: z.uuid(),
    programme: z.string(),
    channel: Channel,
    territoryCode: z.string(),
    territoryName: z.string(),
    validFrom: z.string(),
    serviceName: z.string(),
    /** Clearing code of the bank that holds the families' accounts. */
    bankCode: z.string(),
    payerName: z.string(),
    payerAccount: z.string(),
    /** The name under which the installation knows how to reach it. */
    mailbox: z.string(),
    paper: z.string(),
    state: z.enum(['proposed', 'adopted', 'refused', 'withdrawn']),
    ...proposalShape,
  })
  .meta({ id: 'ServiceArea' });

export const ServiceAreas = z
  .object({
    programmes: z.array(z.string()),
    /** What the installation knows how to reach. */
    mailboxes: z.array(z.string()),
    today: z.string(),
    areas: z.array(ServiceArea),
  })
  .meta({ id: 'ServiceAreas' });

export const NewServiceArea = z
  .strictObject({
    programme: z.string().min(1).max(40),
    channel: Channel,
    territoryCode: z.string().regex(/^(ID|\d{2}(\.\d{2})?)$/),
    validFrom: z.iso.date(),
    serviceName: z.string().trim().min(3).max(100),
    bankCode: z.string().regex(BANK_CODE),
    payerName: z.string().trim().regex(PAYER_NAME),
    payerAccount: z.string().regex(PAYER_ACCOUNT),
    mailbox: z.string().min(1).max(40),
    paper: z.string().trim().min(5).max(200),
  })
  .meta({ id: 'NewServiceArea' });
export type NewServiceArea = z.infer<typeof NewServiceArea>;

export const ServiceAreaRefusal = RefusalOfProposal.meta({ id: 'ServiceAreaRefusal' });
export type ServiceAreaRefusal = z.infer<typeof ServiceAreaRefusal>;
