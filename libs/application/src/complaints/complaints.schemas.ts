import { z } from 'zod';
import {
  APPEAL_RESULTS,
  COMPLAINT_CHANNELS,
  COMPLAINT_DEEDS,
  COMPLAINT_KINDS,
  COMPLAINT_NUMBER,
  COMPLAINT_OFFICES,
  COMPLAINT_OUTCOMES,
  COMPLAINT_STAGES,
  COMPLAINT_STATES,
  DEED_RESULTS,
  ENTITLEMENT_STATES,
  FAMILY_CHANGE_FIELDS,
  type FamilyChangeField,
  WAITING_FOR,
} from '#domain';
import { cleanText } from '#files';
import { COMPLAINT_EVENTS } from '#persistence';
import { FamilyCase } from '../families/families.schemas.js';
import { FamilyChangeValues } from '../families/family-changes.schemas.js';
import { PageQuery } from '../shared/page.js';
import { Proof } from '../shared/public-door.js';
import { instant, pageOf, rupiah } from '../shared/shapes.js';

/** Whoever was taken out comes back by a signed reason, never by an answer. */
const CHANGED = ['name', 'address', 'phone', 'head'] as const satisfies readonly FamilyChangeField[];

const Text = z.string().overwrite(cleanText).trim().min(10).max(4000);
const Note = z.string().overwrite(cleanText).trim().min(5).max(2000);
const Purpose = z.string().trim().min(5).max(200);
const Number = z.string().trim().regex(COMPLAINT_NUMBER);
const Person = {
  /** Whoever complains need not say who they are. */
  name: z.string().overwrite(cleanText).trim().max(100).default(''),
  phone: z.string().trim().max(30).default(''),
  /** Of the family that it is about, where it is about one. */
  nik: z.string().trim().max(30).default(''),
};

export const NewComplaintForm = z
  .strictObject({
    kind: z.enum(COMPLAINT_KINDS),
    territoryCode: z.string().max(13),
    channel: z.enum(['hotline', 'walk_in', 'letter']),
    text: Text,
    ...Person,
  })
  .meta({ id: 'NewComplaint' });
export type NewComplaintForm = z.infer<typeof NewComplaintForm>;

export const PublicComplaint = z
  .strictObject({
    /** Of the form that is sent: sent again, it finds the first. */
    submissionKey: z.uuid(),
    kind: z.enum(COMPLAINT_KINDS),
    cityCode: z.string().regex(/^\d{2}\.\d{2}$/),
    text: Text,
    ...Person,
    proof: Proof.optional(),
  })
  .meta({ id: 'PublicComplaint' });
export type PublicComplaint = z.infer<typeof PublicComplaint>;

export const TakenComplaint = z
  .object({
    id: z.uuid().optional(),
    number: z.string(),
    /** Whoever has number and secret reads how far it is. */
    secret: z.string(),
    dueOn: z.string(),
  })
  .meta({ id: 'TakenComplaint' });

export const ComplaintCities = z
  .array(z.object({ code: z.string(), name: z.string() }))
  .meta({ id: 'ComplaintCities' });

const held = { number: Number, secret: z.string().max(20) };
export const HeldComplaint = z.strictObject(held).meta({ id: 'HeldComplaint' });
export type HeldComplaint = z.infer<typeof HeldComplaint>;
export const AddedToComplaint = z.strictObject({ ...held, text: Note }).meta({ id: 'AddedToComplaint' });
export type AddedToComplaint = z.infer<typeof AddedToComplaint>;

/** What the citizen reads of their own: nothing of what anybody wrote inside the office. */
export const FollowedComplaint = z
  .object({
    number: z.string(),
    stage: z.enum(COMPLAINT_STAGES),
    receivedAt: instant(),
    office: z.enum(COMPLAINT_OFFICES),
    place: z.string(),
    dueOn: z.string(),
    waitingFor: z.enum(WAITING_FOR).nullable(),
    waitingUntil: z.string().nullable(),
    outcome: z.enum(COMPLAINT_OUTCOMES).nullable(),
    answer: z.string().nullable(),
    appealUntil: z.string().nullable(),
    mayAdd: z.boolean(),
    mayAppeal: z.boolean(),
  })
  .meta({ id: 'FollowedComplaint' });

const Row = z.object({
  id: z.uuid(),
  number: z.string(),
  territoryCode: z.string(),
  territoryName: z.string().nullable(),
  kind: z.enum(COMPLAINT_KINDS),
  isRestricted: z.boolean(),
  channel: z.enum(COMPLAINT_CHANNELS),
  state: z.enum(COMPLAINT_STATES),
  office: z.enum(COMPLAINT_OFFICES),
  dueOn: z.string(),
  receivedAt: instant(),
  waitingFor: z.enum(WAITING_FOR).nullable(),
  waitingUntil: z.string().nullable(),
});
export const ComplaintPage = pageOf(Row).meta({ id: 'ComplaintPage' });
export const ComplaintQuery = PageQuery.extend({
  view: z.enum(['open', 'closed']).default('open'),
  kind: z.enum(COMPLAINT_KINDS).optional(),
  /** A complaint's number or a part of it, or of its place's name; a whole number is found whatever became of the complaint. */
  text: z.string().trim().max(60).optional(),
});
export type ComplaintQuery = z.infer<typeof ComplaintQuery>;

export const COMPLAINT_ACTS = ['take', 'wait', 'resume', 'answer', 'approve', 'return', 'merge', 'decide'] as const;
export const ComplaintDetails = Row.extend({
  text: z.string(),
  familyCode: z.string().nullable(),
  outcome: z.enum(COMPLAINT_OUTCOMES).nullable(),
  answer: z.string().nullable(),
  proposer: z.string().nullable(),
  appealUntil: z.string().nullable(),
  mergedNumber: z.string().nullable(),
  /** What its answer set going, and what came of it. */
  deeds: z.array(
    z.object({
      deed: z.enum(COMPLAINT_DEEDS),
      field: z.enum(FAMILY_CHANGE_FIELDS).nullable(),
      periodCode: z.string().nullable(),
      dueOn: z.string(),
      result: z.enum(DEED_RESULTS).nullable(),
    }),
  ),
  /** The family's payments where the reader reads money, the newest first; `mayDeny` where an answer may dispute one. */
  payments: z.array(
    z.object({
      entitlementId: z.string(),
      periodCode: z.string(),
      amountRupiah: rupiah(),
      state: z.enum(ENTITLEMENT_STATES),
      mayDeny: z.boolean(),
    }),
  ),
  /** The family's cases where the reader follows up, by the task that is open. */
  cases: z.array(FamilyCase.pick({ id: true, periodCode: true, state: true, openTaskId: true })),
  papers: z.array(z.object({ id: z.uuid(), mediaType: z.string(), sizeBytes: z.number() })),
  story: z.array(
    z.object({
      kind: z.enum(COMPLAINT_EVENTS),
      occurredAt: instant(),
      officer: z.string().nullable(),
      details: z.record(z.string(), z.string()),
      note: z.string().nullable(),
    }),
  ),
  /** What the reader may do now. */
  acts: z.array(z.enum(COMPLAINT_ACTS)),
}).meta({ id: 'ComplaintDetails' });

export const OpenComplainant = z.strictObject({ purpose: Purpose }).meta({ id: 'OpenComplainant' });
export const Complainant = z
  .object({ name: z.string(), phone: z.string(), nik: z.string(), hideAt: instant() })
  .meta({ id: 'Complainant' });

export const ComplaintWait = z
  .strictObject({ waitingFor: z.enum(WAITING_FOR), until: z.iso.date(), note: Note })
  .meta({ id: 'ComplaintWait' });
export type ComplaintWait = z.infer<typeof ComplaintWait>;
export const ComplaintAnswer = z
  .strictObject({
    outcome: z.enum(COMPLAINT_OUTCOMES),
    text: Text,
    /** What the answer sets going in the same act: a change of the family's record, or a payment that the family denies. */
    deed: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('record'), field: z.enum(CHANGED), value: FamilyChangeValues }),
        z.strictObject({ kind: z.literal('payment'), entitlementId: z.string().regex(/^\d{1,18}$/) }),
      ])
      .optional(),
  })
  .meta({ id: 'ComplaintAnswer' });
export type ComplaintAnswer = z.infer<typeof ComplaintAnswer>;
export const ComplaintReturn = z.strictObject({ note: Note }).meta({ id: 'ComplaintReturn' });
export type ComplaintReturn = z.infer<typeof ComplaintReturn>;
export const ComplaintMerge = z.strictObject({ into: Number }).meta({ id: 'ComplaintMerge' });
export type ComplaintMerge = z.infer<typeof ComplaintMerge>;
export const AppealDecision = z
  .strictObject({ result: z.enum(APPEAL_RESULTS), outcome: z.enum(COMPLAINT_OUTCOMES), text: Text })
  .meta({ id: 'AppealDecision' });
export type AppealDecision = z.infer<typeof AppealDecision>;
