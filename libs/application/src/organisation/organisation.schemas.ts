import { z } from 'zod';
import { ACTING_KINDS, LEAVE_KINDS, OFFICE_KINDS, ROLE_NAMES } from '#domain';
import { LANGUAGES } from '#messages';
import { OFFICER_STATES } from '#persistence';
import { AccountReset } from './account-resets.schemas.js';
import { PageQuery } from '../shared/page.js';
import { instant, pageOf } from '../shared/shapes.js';

const Role = z.enum(ROLE_NAMES);
const Search = z.string().trim().max(100).optional();
const TerritoryCode = z.string().max(13);
const Name = z.string().trim().min(3).max(120);
const Reason = z.string().trim().min(5).max(500);

export const OfficeQuery = PageQuery.extend({
  search: Search,
  kind: z.enum(OFFICE_KINDS).optional(),
  within: TerritoryCode.optional(),
});
export type OfficeQuery = z.infer<typeof OfficeQuery>;
/** Where an office stood in the list. */
export const ByPlace = z.object({ territoryCode: z.string(), name: z.string(), id: z.uuid() });

const OfficeRow = z.object({
  id: z.uuid(),
  name: z.string(),
  kind: z.enum(OFFICE_KINDS),
  territoryCode: z.string(),
  posts: z.array(z.object({ role: Role, holders: z.number().int(), acting: z.number().int() })),
});
export const OfficePage = pageOf(OfficeRow).meta({ id: 'OfficePage' });

export const NewOffice = z
  .strictObject({ name: Name, kind: z.enum(OFFICE_KINDS), territoryCode: TerritoryCode })
  .meta({ id: 'NewOffice' });
export type NewOffice = z.infer<typeof NewOffice>;

export const OfficerQuery = PageQuery.extend({
  search: Search,
  role: Role.optional(),
  officeId: z.uuid().optional(),
  within: TerritoryCode.optional(),
  state: z.enum(OFFICER_STATES).optional(),
});
export type OfficerQuery = z.infer<typeof OfficerQuery>;
/** Where an officer stood in the list. */
export const ByName = z.object({ name: z.string(), id: z.uuid() });

const OfficerRow = z.object({
  id: z.uuid(),
  username: z.string(),
  fullName: z.string(),
  state: z.enum(OFFICER_STATES),
  posts: z.array(z.object({ role: Role, office: z.string(), acting: z.enum(ACTING_KINDS).nullable() })),
});
export const OfficerPage = pageOf(OfficerRow).meta({ id: 'OfficerPage' });

const Appointment = z.object({
  id: z.uuid(),
  role: Role,
  officeId: z.uuid(),
  office: z.string(),
  territoryCode: z.string(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  acting: z.enum(ACTING_KINDS).nullable(),
  letterNumber: z.string().nullable(),
  endedReason: z.string().nullable(),
  isLive: z.boolean(),
  isOver: z.boolean(),
  /** Entered by one person and not confirmed by a second: nobody holds it yet. */
  isProposed: z.boolean(),
  /** The second person. */
  confirmedBy: z.string().nullable(),
  /** What the reader may do to it. */
  mayConfirm: z.boolean(),
  mayEnd: z.boolean(),
  mayExtend: z.boolean(),
});

const Leave = z.object({
  id: z.uuid(),
  /** Told to those who keep the register, and to the officer; to nobody else. */
  kind: z.enum(LEAVE_KINDS).nullable(),
  firstDay: z.string(),
  lastDay: z.string(),
  /** Posts of a head that stay empty so long that a Plh is proposed. */
  proposesPlh: z.array(z.object({ role: Role, office: z.string() })),
});

export const OfficerDetail = OfficerRow.extend({
  appointments: z.array(Appointment),
  leaves: z.array(Leave),
  /** Whether the reader keeps this officer's register: leaves, account, code. */
  mayKeep: z.boolean(),
  /** Whether the reader is the second person who fetches the letter with the account's code. */
  mayFetchLetter: z.boolean(),
  /** The newest way back into the account; null where there is none, or the reader has no part in such things. */
  reset: AccountReset.nullable(),
  /** Whether the reader may ask for one now. */
  mayReset: z.boolean(),
  /** Whether the reader appoints officers at all, and this is not themself. */
  mayAppoint: z.boolean(),
}).meta({ id: 'OfficerDetail' });
export type OfficerDetail = z.infer<typeof OfficerDetail>;

const Post = { officeId: z.uuid(), role: Role, validFrom: z.iso.date(), validTo: z.iso.date().optional() };

export const NewOfficer = z
  .strictObject({
    username: z
      .string()
      .trim()
      .regex(/^[a-z0-9][a-z0-9._-]{2,59}$/),
    fullName: Name,
    language: z.enum(LANGUAGES).default('id'),
    ...Post,
  })
  .meta({ id: 'NewOfficer' });
export type NewOfficer = z.infer<typeof NewOfficer>;

export const NewAppointment = z
  .strictObject({
    ...Post,
    acting: z.enum(ACTING_KINDS).optional(),
    letterNumber: z.string().trim().max(100).optional(),
  })
  .meta({ id: 'NewAppointment' });
export type NewAppointment = z.infer<typeof NewAppointment>;

/** Without a last day it ends at once. */
export const EndAppointment = z
  .strictObject({ lastDay: z.iso.date().optional(), reason: Reason })
  .meta({ id: 'EndAppointment' });
export type EndAppointment = z.infer<typeof EndAppointment>;
export const EndedAppointment = z.object({ tasksHeld: z.number().int() }).meta({ id: 'EndedAppointment' });

export const ExtendActing = z
  .strictObject({ validTo: z.iso.date(), letterNumber: z.string().trim().min(1).max(100) })
  .meta({ id: 'ExtendActing' });
export type ExtendActing = z.infer<typeof ExtendActing>;

export const NewLeave = z
  .strictObject({ kind: z.enum(LEAVE_KINDS), firstDay: z.iso.date(), lastDay: z.iso.date() })
  .meta({ id: 'NewLeave' });
export type NewLeave = z.infer<typeof NewLeave>;

export const AccountChange = z.strictObject({ reason: Reason }).meta({ id: 'AccountChange' });
export type AccountChange = z.infer<typeof AccountChange>;

const Code = z.object({ username: z.string(), fullName: z.string(), code: z.string(), expiresAt: instant() });
export const ActivationCode = Code.meta({ id: 'ActivationCode' });

export const ImportQuery = z.strictObject({
  check: z.enum(['true', 'false']).default('false'),
  /** Of the file that was checked; the same must come again. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
});
export type ImportQuery = z.infer<typeof ImportQuery>;

export const OfficerImportAnswer = z
  .object({
    sha256: z.string(),
    isApplied: z.boolean(),
    rows: z.number().int(),
    added: z.number().int(),
    ended: z.number().int(),
    unchanged: z.number().int(),
    newOfficers: z.number().int(),
    newOffices: z.number().int(),
    /** All mistakes; the first thousand are listed. */
    mistakes: z.number().int(),
    findings: z.array(z.object({ row: z.number().int(), column: z.string(), code: z.string(), message: z.string() })),
    /** What the lines do, the first five hundred that do something. */
    changes: z.array(
      z.object({
        row: z.number().int(),
        change: z.enum(['added', 'ended']),
        username: z.string(),
        fullName: z.string(),
        office: z.string(),
        role: Role,
        validFrom: z.string(),
        validTo: z.string().nullable(),
        isNewOfficer: z.boolean(),
        isNewOffice: z.boolean(),
      }),
    ),
    /** Shown now and never again. */
    codes: z.array(Code),
  })
  .meta({ id: 'OfficerImport' });
export type OfficerImportAnswer = z.infer<typeof OfficerImportAnswer>;
