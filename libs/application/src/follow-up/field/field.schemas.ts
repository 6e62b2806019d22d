import { z } from 'zod';
import { EVIDENCE, FIELD_CONFLICT_STATES, LEASE_ENDS } from '#domain';
import { instant, rupiah } from '../../shared/shapes.js';

/** A phone, by the id and the secret that it made itself. */
export const FieldDevice = z.strictObject({ id: z.uuid(), secret: z.string().min(32).max(100) });
export type FieldDevice = z.infer<typeof FieldDevice>;

const At = { device: FieldDevice, sentAt: z.iso.datetime() };

export const DownloadLease = z
  .strictObject({ ...At, deviceName: z.string().trim().min(1).max(60) })
  .meta({ id: 'DownloadLease' });
export type DownloadLease = z.infer<typeof DownloadLease>;

export const FromPhone = z.strictObject(At).meta({ id: 'FromPhone' });
export type FromPhone = z.infer<typeof FromPhone>;

export const RevokeLease = z.strictObject({ reason: z.string().trim().min(5).max(300) }).meta({ id: 'RevokeLease' });
export type RevokeLease = z.infer<typeof RevokeLease>;

/** The least that somebody needs to find a family and to write a visit down: no NIK, card or account. */
const FieldCase = z.object({
  id: z.uuid(),
  taskId: z.uuid(),
  artefactHash: z.string(),
  periodId: z.uuid(),
  kpmCode: z.string(),
  kelurahanName: z.string(),
  rtRw: z.string().nullable(),
  amountRupiah: rupiah(),
  round: z.number().int(),
  deadlineOn: z.string(),
  openedOn: z.string(),
  fullName: z.string(),
  address: z.string(),
});

/** What can be found, where people look for it, and what it asks for; what may be decided is no business of the phone. */
const FieldFinding = z.object({
  finding: z.string(),
  group: z.string(),
  evidence: z.array(z.enum(EVIDENCE)),
  restricted: z.boolean(),
});

const Version = z.object({
  finding: z.string().nullable(),
  note: z.string().nullable(),
  visitedOn: z.array(z.string()),
  photos: z.array(z.string()),
  writtenAt: z.string(),
});

/** Two versions of one visit. What the reader does not decide on is `restricted`. */
export const FieldConflict = z
  .object({
    id: z.uuid(),
    caseId: z.uuid(),
    kpmCode: z.string(),
    kelurahanName: z.string().nullable(),
    rtRw: z.string().nullable(),
    officer: z.string(),
    mine: Version,
    theirs: z
      .object({
        officer: z.string(),
        decidedAt: z.string(),
        finding: z.string().nullable(),
        note: z.string().nullable(),
      })
      .nullable(),
    caseState: z.string(),
    state: z.enum(FIELD_CONFLICT_STATES),
    madeAt: instant(),
    settledAt: instant().nullable(),
    /** A visit that is open again: keeping one's own version records it there. */
    visit: z.object({ taskId: z.uuid(), artefactHash: z.string() }).nullable(),
    isOwn: z.boolean(),
  })
  .meta({ id: 'FieldConflict' });
export type FieldConflict = z.infer<typeof FieldConflict>;
export const FieldConflicts = z.array(FieldConflict).meta({ id: 'FieldConflicts' });

export const FieldLease = z
  .object({
    id: z.uuid(),
    issuedAt: instant(),
    expiresAt: instant(),
    /** The programme's day and moment, by which the phone counts on. */
    programmeNow: instant(),
    today: z.string(),
    cases: z.array(FieldCase),
    /** The programme's findings as they are today, of each period among the cases. */
    findings: z.array(z.object({ periodId: z.uuid(), rules: z.array(FieldFinding) })),
    /** Own second versions that are not settled yet. */
    conflicts: FieldConflicts,
    /** Whether more cases waited than a lease may hold. */
    more: z.number().int(),
  })
  .meta({ id: 'FieldLease' });
export type FieldLease = z.infer<typeof FieldLease>;

export const RenewedLease = z
  .object({
    id: z.uuid(),
    expiresAt: instant(),
    programmeNow: instant(),
    today: z.string(),
    /** Cases that stay on the phone; the rest is wiped there. */
    caseIds: z.array(z.uuid()),
    conflicts: FieldConflicts,
  })
  .meta({ id: 'RenewedLease' });
export type RenewedLease = z.infer<typeof RenewedLease>;

export const LeaseInSight = z
  .object({
    id: z.uuid(),
    officer: z.string(),
    deviceName: z.string(),
    issuedAt: instant(),
    expiresAt: instant(),
    seenAt: instant(),
    skewSeconds: z.number().int(),
    state: z.enum(['out', 'expired', ...LEASE_ENDS]),
    endedAt: instant().nullable(),
    endedBy: z.string().nullable(),
    reason: z.string().nullable(),
    cases: z.number().int(),
    received: z.number().int(),
  })
  .meta({ id: 'LeaseInSight' });
export const LeasesInSight = z.array(LeaseInSight).meta({ id: 'LeasesInSight' });
export const LeaseQuery = z.object({ ended: z.stringbool().default(false) });

/** A visit that was written down without a signal. Days are the programme's, moments the phone's. */
export const FieldVisit = z
  .strictObject({
    id: z.uuid(),
    kind: z.literal('visit'),
    caseId: z.uuid(),
    taskId: z.uuid(),
    artefactHash: z.string().min(1).max(64),
    writtenAt: z.iso.datetime(),
    finding: z.string().regex(/^[a-z_]{1,40}$/),
    note: z.string().trim().max(500).optional(),
    visitedOn: z.array(z.iso.date()).min(1).max(5),
    /** SHA-256 of the files that were laid beside the task before. */
    photos: z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(5),
  })
  .meta({ id: 'FieldVisit' });
export type FieldVisit = z.infer<typeof FieldVisit>;

/** Each item is read on its own, so that one that can't be read stops no other. */
export const SyncField = z
  .strictObject({ ...At, leaseId: z.uuid(), operations: z.array(z.unknown()).min(1).max(50) })
  .meta({ id: 'SyncField' });
export type SyncField = z.infer<typeof SyncField>;

export const FieldResult = z.object({
  /** As it was sent; null where the item has none. */
  id: z.string().nullable(),
  result: z.enum(['recorded', 'conflict', 'refused']),
  code: z.string().nullable(),
  message: z.string().nullable(),
  /** By the server's clock, beside which the item keeps the phone's. */
  receivedAt: instant(),
  conflict: FieldConflict.nullable(),
});
export type FieldResult = z.infer<typeof FieldResult>;

/** In the order of the operations. */
export const SyncedField = z.object({ results: z.array(FieldResult) }).meta({ id: 'SyncedField' });
export type SyncedField = z.infer<typeof SyncedField>;

export const SettleConflict = z
  .strictObject({ ...At, choice: z.enum(['mine', 'theirs']) })
  .meta({ id: 'SettleConflict' });
export type SettleConflict = z.infer<typeof SettleConflict>;
