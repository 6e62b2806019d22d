import { z } from 'zod';
import { FIELD_CHECK_REASONS, INELIGIBLE_REASONS, MATCH_RESULTS, ROSTER_NOTES } from '#domain';
import { PageQuery } from '../shared/page.js';
import { instant, pageOf } from '../shared/shapes.js';

const count = () => z.number().int();

export const RosterFile = z
  .object({
    id: z.uuid(),
    purpose: z.enum(['roster', 'identity']),
    name: z.string(),
    sha256: z.string(),
    state: z.enum(['reading', 'done', 'failed']),
    rowsRead: count(),
    rowsValid: count(),
    rowsWarning: count(),
    rowsInvalid: count(),
    rowsDuplicate: count(),
    /** Why the file was refused: its stable code and the sentence. */
    problem: z.object({ code: z.string(), message: z.string() }).nullable(),
    /** What was passed over or hidden, and other things told of the file as a whole. */
    notes: z.array(
      z.object({ sheet: z.string(), row: count().nullable(), code: z.enum(ROSTER_NOTES), message: z.string() }),
    ),
    startedAt: instant(),
    finishedAt: instant().nullable(),
  })
  .meta({ id: 'RosterFile' });

export const Roster = z
  .object({
    id: z.uuid(),
    periodId: z.uuid(),
    cityCode: z.string(),
    version: count(),
    state: z.string(),
    families: count(),
    valid: count(),
    warning: count(),
    invalid: count(),
    duplicate: count(),
    matchResults: z.record(z.string(), z.number()),
    files: z.array(RosterFile),
    kelurahan: z.array(
      z.object({
        kelurahanCode: z.string(),
        name: z.string(),
        families: count(),
        eligible: count(),
        ineligible: count(),
        check: count(),
      }),
    ),
  })
  .meta({ id: 'Roster' });

export const Family = z
  .object({
    id: z.string(),
    kpmCode: z.string().nullable(),
    /** Of the family's record; null until the list is sent. */
    familyCode: z.string().nullable(),
    rowNumber: count(),
    /** The sheet of a workbook; blank for a CSV. */
    sheet: z.string(),
    fileName: z.string(),
    kelurahanCode: z.string().nullable(),
    kelurahanName: z.string().nullable(),
    rtRw: z.string().nullable(),
    nikMasked: z.string(),
    state: z.enum(['valid', 'warning', 'invalid', 'duplicate']),
    findings: z.array(z.object({ code: z.string(), column: z.string().nullable(), message: z.string() })),
    matchResult: z.enum(MATCH_RESULTS).nullable(),
    verdict: z.enum(['eligible', 'ineligible', 'check']).nullable(),
    verdictReason: z.string().nullable(),
    verdictAt: instant().nullable(),
    /** Names of the kinds of lists that name the family: it is eligible only after a field check. */
    listedAs: z.array(z.string()),
  })
  .meta({ id: 'Family' });

export const FamilyPage = pageOf(Family).meta({ id: 'FamilyPage' });

export const FamilyQuery = PageQuery.extend({
  kelurahanCode: z.string().max(13).optional(),
  state: z.enum(['valid', 'warning', 'invalid', 'duplicate']).optional(),
  verdict: z.enum(['eligible', 'ineligible', 'check', 'none']).optional(),
  matchResult: z.enum(MATCH_RESULTS).optional(),
});
export type FamilyQuery = z.infer<typeof FamilyQuery>;

export const NewVerdicts = z
  .strictObject({
    verdicts: z
      .array(
        z.strictObject({
          rowId: z.string().regex(/^\d+$/),
          /** null takes a verdict back (undo). */
          verdict: z.enum(['eligible', 'ineligible', 'check']).nullable(),
          /** Why not eligible, or what the field check of a listed family found. */
          reason: z.enum([...INELIGIBLE_REASONS, ...FIELD_CHECK_REASONS]).optional(),
        }),
      )
      .max(2000)
      .default([]),
    /** Marks every family without a verdict whose identity matched and that no list names. */
    fillRemaining: z.literal('eligible').optional(),
  })
  .meta({ id: 'NewVerdicts' });
export type NewVerdicts = z.infer<typeof NewVerdicts>;

export const VerdictsSaved = z
  .object({
    changed: count(),
    /** Rows that `fillRemaining` marked, so that it can be undone. */
    filledRowIds: z.array(z.string()),
    families: count(),
    eligible: count(),
    ineligible: count(),
    check: count(),
    artefactHash: z.string(),
    savedAt: instant(),
  })
  .meta({ id: 'VerdictsSaved' });

export const Reveal = z.strictObject({ purpose: z.string().trim().min(5).max(200) });
export type Reveal = z.infer<typeof Reveal>;

export const Person = z
  .object({
    kpmCode: z.string(),
    nik: z.string(),
    kk: z.string(),
    fullName: z.string(),
    birthPlace: z.string(),
    birthDate: z.string().optional(),
    address: z.string(),
    rt: z.string(),
    rw: z.string(),
    accountNumber: z.string(),
    /** As two people have confirmed it; lists have none. */
    phone: z.string().optional(),
    /** Mask again at this moment. */
    hideAt: instant(),
  })
  .meta({ id: 'Person' });

export const RosterVersionList = z
  .array(
    z.object({
      id: z.uuid(),
      version: count(),
      state: z.string(),
      /** Families on the list: rows without an error that are no duplicates. */
      families: count(),
      createdAt: instant(),
    }),
  )
  .meta({ id: 'RosterVersionList' });

export const RosterChangesQuery = PageQuery.extend({
  /** The other version, of the same period and city. */
  from: z.uuid(),
});
export type RosterChangesQuery = z.infer<typeof RosterChangesQuery>;

/** Families are the same by their NIK: one whose NIK was mended is removed and added. */
export const RosterChanges = pageOf(
  z.object({
    id: z.string(),
    change: z.enum(['added', 'removed', 'changed']),
    fields: z.array(z.enum(['kelurahan', 'rtRw', 'familyCard', 'account'])),
    kpmCode: z.string().nullable(),
    familyCode: z.string().nullable(),
    kelurahanCode: z.string().nullable(),
    kelurahanName: z.string().nullable(),
    nikMasked: z.string(),
  }),
)
  .extend({ added: count(), removed: count(), changed: count() })
  .meta({ id: 'RosterChanges' });

/** The report of `amanah roster check`, for a file that was loaded. */
export const RosterReport = z
  .object({
    file: z.string(),
    sha256: z.string(),
    rows: count(),
    valid: count(),
    warning: count(),
    invalid: count(),
    duplicate: count(),
    /** How many issues there are, however many are listed. */
    issueCount: count(),
    codes: z.record(z.string(), z.number()),
    issues: z.array(
      z.object({
        sheet: z.string().optional(),
        row: count().nullable(),
        column: z.string().nullable(),
        code: z.string(),
        message: z.string(),
      }),
    ),
  })
  .meta({ id: 'RosterReport' });
