import { z } from 'zod';
import {
  ATTENDANCES,
  INVITED_LISTS,
  MENDABLE_FINDINGS,
  NEED_SORTS,
  OUTREACH_CAMPAIGN_STATES,
  OUTREACH_SESSION_STATES,
  OUTREACH_TOPICS,
} from '#domain';
import { cleanText } from '#files';
import { ATTENDANCE_VIEWS } from '#persistence';
import { PageQuery } from '../shared/page.js';
import { instant, pageOf } from '../shared/shapes.js';

const City = z.string().regex(/^\d{2}\.\d{2}$/);
const Kelurahan = z.string().regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/);
const FamilyId = z.string().regex(/^\d{1,18}$/);
const words = (least: number, most: number) => z.string().overwrite(cleanText).trim().min(least).max(most);
const searched = z.string().trim().max(60).optional();

export const NeedQuery = PageQuery.extend({
  periodId: z.uuid(),
  /** The first in sight where none is given. */
  cityCode: City.optional(),
  text: searched,
  sort: z.enum(NEED_SORTS).default('need'),
});
export type NeedQuery = z.infer<typeof NeedQuery>;

const share = z.number().nullable();
/** A kelurahan with the counts behind each share. Shares are parts of one, null where there is nothing to take a share of. */
const KelurahanNeed = z.object({
  code: z.string(),
  name: z.string(),
  credited: z.number(),
  notTransacted: z.number(),
  found: z.number(),
  mendable: z.object(Object.fromEntries(MENDABLE_FINDINGS.map((one) => [one, z.number()])) as Findings),
  planned: z.number(),
  held: z.number(),
  notTransactedShare: share,
  mendableShare: share,
  need: share,
});
type Findings = Record<(typeof MENDABLE_FINDINGS)[number], z.ZodNumber>;
export type KelurahanNeed = z.infer<typeof KelurahanNeed>;

const Place = z.object({ code: z.string(), name: z.string() });
export const NeedPage = pageOf(KelurahanNeed)
  .extend({ cityCode: z.string().nullable(), cities: z.array(Place) })
  .meta({ id: 'OutreachNeedPage' });
export type NeedPage = z.infer<typeof NeedPage>;

export const CampaignPlan = z
  .strictObject({
    periodId: z.uuid(),
    cityCode: City,
    topic: z.enum(OUTREACH_TOPICS),
    purpose: words(10, 300),
    kelurahan: z.array(Kelurahan).min(1).max(300),
  })
  .meta({ id: 'OutreachCampaignPlan' });
export type CampaignPlan = z.infer<typeof CampaignPlan>;

export const MadeOutreach = z.object({ id: z.uuid() }).meta({ id: 'MadeOutreach' });

const Campaign = z.object({
  id: z.uuid(),
  periodId: z.uuid(),
  months: z.array(z.string()),
  cityCode: z.string(),
  cityName: z.string(),
  topic: z.enum(OUTREACH_TOPICS),
  purpose: z.string(),
  state: z.enum(OUTREACH_CAMPAIGN_STATES),
  planner: z.string(),
  plannedAt: instant(),
  closedAt: instant().nullable(),
  places: z.number(),
  planned: z.number(),
  held: z.number(),
});
export const CampaignPage = pageOf(Campaign).meta({ id: 'OutreachCampaignPage' });
export const CampaignQuery = PageQuery.extend({ state: z.enum(OUTREACH_CAMPAIGN_STATES).optional(), text: searched });
export type CampaignQuery = z.infer<typeof CampaignQuery>;

export const CampaignDetails = Campaign.extend({
  /** As they were when they were chosen. */
  kelurahan: z.array(
    z.object({
      kelurahanCode: z.string(),
      name: z.string(),
      credited: z.number(),
      notTransacted: z.number(),
      found: z.number(),
      mendable: z.number(),
    }),
  ),
  mayPlan: z.boolean(),
}).meta({ id: 'OutreachCampaignDetails' });
export type CampaignDetails = z.infer<typeof CampaignDetails>;

const plan = {
  onDay: z.iso.date(),
  startsAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  place: words(3, 200),
  speaker: words(3, 200),
  materials: words(3, 300),
};
export const SessionPlan = z.strictObject({ kelurahanCode: Kelurahan, ...plan }).meta({ id: 'OutreachSessionPlan' });
export type SessionPlan = z.infer<typeof SessionPlan>;
/** `version` is that of the plan which the change was made upon. */
export const SessionReplan = z.strictObject({ version: z.int().min(1), ...plan }).meta({ id: 'OutreachSessionReplan' });
export type SessionReplan = z.infer<typeof SessionReplan>;

export const SessionCancel = z.strictObject({ reason: words(10, 500) }).meta({ id: 'OutreachSessionCancel' });
export type SessionCancel = z.infer<typeof SessionCancel>;

/** What came of a session, by the chapters of the report on it. */
export const SessionReport = z.object({
  basis: words(3, 1_000),
  outcome: words(10, 4_000),
  obstacles: words(1, 2_000),
  conclusion: words(10, 2_000),
});
export type SessionReport = z.infer<typeof SessionReport>;
export const SessionHeld = z
  .strictObject({ version: z.int().min(1), others: z.int().min(0).max(100_000), ...SessionReport.shape })
  .meta({ id: 'OutreachSessionHeld' });
export type SessionHeld = z.infer<typeof SessionHeld>;

const Session = z.object({
  id: z.uuid(),
  campaignId: z.uuid(),
  topic: z.enum(OUTREACH_TOPICS),
  purpose: z.string(),
  kelurahanCode: z.string(),
  kelurahanName: z.string(),
  onDay: z.string(),
  startsAt: z.string(),
  place: z.string(),
  speaker: z.string(),
  materials: z.string(),
  state: z.enum(OUTREACH_SESSION_STATES),
  /** Its day passed and nobody said what came of it. */
  isLate: z.boolean(),
  version: z.number(),
  planner: z.string(),
  others: z.number().nullable(),
  reason: z.string().nullable(),
  ender: z.string().nullable(),
  endedAt: instant().nullable(),
  invited: z.number(),
  present: z.number(),
  represented: z.number(),
  absent: z.number(),
});
export type OutreachSession = z.infer<typeof Session>;
export const SessionPage = pageOf(Session).meta({ id: 'OutreachSessionPage' });
export const SessionQuery = PageQuery.extend({
  campaignId: z.uuid().optional(),
  state: z.enum([...OUTREACH_SESSION_STATES, 'late']).optional(),
  text: searched,
  sort: z.enum(['newest', 'oldest']).default('newest'),
});
export type SessionQuery = z.infer<typeof SessionQuery>;

export const SessionDetails = Session.extend({
  report: SessionReport.nullable(),
  /** Sheets of invitations that the list makes. */
  sheets: z.number(),
  mayPlan: z.boolean(),
  /** Invites families, notes who came, and says what came of it or why it is cancelled. */
  mayHold: z.boolean(),
  /** Reads names and addresses of the list. */
  mayName: z.boolean(),
}).meta({ id: 'OutreachSessionDetails' });
export type SessionDetails = z.infer<typeof SessionDetails>;

export const Invite = z.strictObject({ list: z.enum(INVITED_LISTS) }).meta({ id: 'OutreachInvite' });
export type Invite = z.infer<typeof Invite>;
export const Invited = z.object({ families: z.number() }).meta({ id: 'OutreachInvited' });

/** A family that came without an invitation. */
export const AddFamily = z
  .strictObject({
    kpmCode: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9./-]{1,40}$/),
    attendance: z.enum(['present', 'represented']),
  })
  .meta({ id: 'OutreachAddFamily' });
export type AddFamily = z.infer<typeof AddFamily>;

/** Who of the list came; `rest` notes of all others that they did not. */
export const MarkAttendance = z
  .union([
    z.strictObject({ families: z.array(FamilyId).min(1).max(500), attendance: z.enum(ATTENDANCES) }),
    z.strictObject({ rest: z.literal('absent') }),
  ])
  .meta({ id: 'OutreachAttendance' });
export type MarkAttendance = z.infer<typeof MarkAttendance>;

const Family = z.object({
  id: z.string(),
  kpmCode: z.string(),
  familyCode: z.string().nullable(),
  nikMasked: z.string(),
  rtRw: z.string().nullable(),
  isAdded: z.boolean(),
  hasTransacted: z.boolean(),
  attendance: z.enum(ATTENDANCES).nullable(),
  noter: z.string().nullable(),
});
export const OutreachFamilyPage = pageOf(Family).meta({ id: 'OutreachFamilyPage' });
export const OutreachFamilyQuery = PageQuery.extend({ view: z.enum(ATTENDANCE_VIEWS).optional(), text: searched });
export type OutreachFamilyQuery = z.infer<typeof OutreachFamilyQuery>;

export const EffectQuery = z.object({ cityCode: City.optional(), beforeId: z.uuid(), afterId: z.uuid() });
export type EffectQuery = z.infer<typeof EffectQuery>;

const Group = z.object({
  kelurahan: z.number(),
  familiesBefore: z.number(),
  familiesAfter: z.number(),
  shareBefore: z.number(),
  shareAfter: z.number(),
});
const Estimated = z.object({ effect: z.number(), low: z.number(), high: z.number(), freedom: z.number() });
export const EFFECT_CODES = ['OUTREACH_TOO_FEW', 'OUTREACH_NO_SPREAD', 'OUTREACH_NO_FIGURES'] as const;

/** What sessions changed in the share that does not use its money, parts of one; or why nothing can be said. */
export const Effect = z
  .object({
    cityCode: z.string().nullable(),
    cities: z.array(Place),
    /** Days after its money came within which a family uses it or counts as one that has not. */
    days: z.number(),
    /** Absent where there is an estimate. */
    code: z.enum(EFFECT_CODES).nullable(),
    missingTreated: z.number(),
    missingOthers: z.number(),
    treated: Group,
    others: Group,
    treatedAlone: z.number(),
    othersAlone: z.number(),
    /** Kelurahan with a session that fell into what is compared. */
    touched: z.number(),
    adjusted: Estimated.nullable(),
    plain: Estimated.nullable(),
    rules: z.object({ least: z.number(), times: z.number(), apart: z.number() }),
  })
  .meta({ id: 'OutreachEffect' });
export type Effect = z.infer<typeof Effect>;
