import { z } from 'zod';
import { ENTITLEMENT_STATES, MATCH_RESULTS } from '#domain';
import { cleanText } from '#files';
import { PageQuery } from '../shared/page.js';
import { instant, pageOf, rupiah } from '../shared/shapes.js';

export const FamilyCode = z.string().regex(/^K-\d{4}-\d{4}-\d{2}$/);

const Place = z.object({
  kelurahanCode: z.string().nullable(),
  kelurahanName: z.string().nullable(),
  rtRw: z.string().nullable(),
  /** The first and the last period in which the lists say so. */
  from: z.string(),
  until: z.string(),
});

const Listing = z.object({
  rowId: z.string(),
  periodId: z.uuid(),
  periodCode: z.string(),
  programme: z.string(),
  rosterId: z.uuid(),
  version: z.number().int(),
  cityCode: z.string(),
  kelurahanCode: z.string().nullable(),
  kpmCode: z.string().nullable(),
  nikMasked: z.string(),
  /** How the row was known to be this family's: the first of it, by NIK, by the card alone, or as a head whom two people have confirmed. */
  linkedBy: z.enum(['new', 'nik', 'card', 'change']),
  state: z.enum(['valid', 'warning', 'invalid', 'duplicate']),
  matchResult: z.enum(MATCH_RESULTS).nullable(),
  verdict: z.enum(['eligible', 'ineligible', 'check']).nullable(),
  verdictReason: z.string().nullable(),
  verdictAt: instant().nullable(),
});

const Payment = z.object({
  id: z.string(),
  periodId: z.uuid(),
  periodCode: z.string(),
  cityCode: z.string(),
  decreeNumber: z.string().nullable(),
  orderId: z.uuid().nullable(),
  amountRupiah: rupiah(),
  state: z.enum(ENTITLEMENT_STATES),
  reason: z.string().nullable(),
  endToEndId: z.string(),
  creditedOn: z.string().nullable(),
  transactedOn: z.string().nullable(),
  /** The ledger's transactions in which this money moved, oldest first; `answer` is the bank's word on this family. */
  postings: z.array(
    z.object({ transactionId: z.uuid(), kind: z.string(), postedAt: instant(), answer: z.string().nullable() }),
  ),
});

export const FamilyCase = z.object({
  id: z.uuid(),
  periodCode: z.string(),
  state: z.enum(['to_visit', 'to_decide', 'decided', 'used', 'lapsed']),
  finding: z.string().nullable(),
  outcome: z.string().nullable(),
  deadlineOn: z.string(),
  amountRupiah: rupiah(),
  openTaskId: z.uuid().nullable(),
});

const Account = z.object({ accountMasked: z.string(), from: z.string(), until: z.string() });

const FamilyEvent = z.object({
  id: z.string(),
  event: z.enum(['card_changed', 'head_changed', 'card_shared']),
  periodCode: z.string(),
  notedAt: instant(),
});

/** All that is known of a family. A part is null for those whose office does not see it. */
export const FamilyRecord = z
  .object({
    code: FamilyCode,
    /** The newest row of a list in sight: what is opened when its data is asked for. */
    rowId: z.string(),
    nikMasked: z.string(),
    kelurahanCode: z.string().nullable(),
    kelurahanName: z.string().nullable(),
    rtRw: z.string().nullable(),
    since: instant(),
    /** Lists of other territories that name the family; they are not shown. */
    elsewhere: z.number().int(),
    places: z.array(Place),
    listings: z.array(Listing),
    payments: z.array(Payment).nullable(),
    cases: z.array(FamilyCase).nullable(),
    accounts: z.array(Account),
    events: z.array(FamilyEvent),
  })
  .meta({ id: 'FamilyRecord' });

export const FamilySearchQuery = PageQuery.extend({
  /** A family's code, a NIK, card or account number, or a name; blank for everybody of a kelurahan. Characters nobody sees are no part of it. */
  text: z.string().max(200).overwrite(cleanText).optional(),
  kelurahanCode: z
    .string()
    .regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/)
    .optional(),
  /** Why the register is searched in this session. */
  purpose: z.string().trim().min(5).max(200),
})
  .strict()
  .meta({ id: 'FamilySearchQuery' });
export type FamilySearchQuery = z.infer<typeof FamilySearchQuery>;

export const FoundFamilies = pageOf(
  z.object({
    code: FamilyCode,
    nikMasked: z.string(),
    kelurahanCode: z.string().nullable(),
    kelurahanName: z.string().nullable(),
    rtRw: z.string().nullable(),
    /** The newest period of the lists in sight, and how many they are. */
    newestPeriod: z.string(),
    lists: z.number().int(),
    /** `former`: by a number that it had before. */
    foundBy: z.enum(['code', 'nik', 'kk', 'account', 'former', 'name', 'place']),
  }),
).meta({ id: 'FoundFamilies' });

/** Where families are searched, by kelurahan. */
export const SearchPlaces = z.array(z.object({ code: z.string(), name: z.string() })).meta({ id: 'SearchPlaces' });
