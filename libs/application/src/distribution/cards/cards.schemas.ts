import { z } from 'zod';
import { CARD_FINDINGS, CARD_REASONS, CARD_STATES, SAID_BY_BANK, SAID_BY_PLACE } from '#domain';
import { cleanText } from '#files';
import { CARD_SORTS, CARD_WANTS } from '#persistence';
import { FamilyCode } from '../../families/families.schemas.js';
import { PageQuery } from '../../shared/page.js';
import { instant, pageOf } from '../../shared/shapes.js';

const Note = z.string().overwrite(cleanText).trim().min(10).max(1000);
const WordId = z.string().regex(/^\d{1,18}$/);
const Territory = z
  .string()
  .regex(/^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/)
  .optional();
const Reason = z.enum(['', ...CARD_REASONS]);

export const Card = z
  .object({
    id: z.uuid(),
    /** The bank's own reference; the number on the card is never shown. */
    ref: z.string(),
    bank: z.string(),
    numberMasked: z.string(),
    familyCode: FamilyCode.nullable(),
    territoryCode: z.string(),
    territoryName: z.string().nullable(),
    state: z.enum(CARD_STATES),
    since: z.string(),
    reason: Reason,
    isConfirmed: z.boolean(),
    /** The last day of its stay; null at an end. */
    dueOn: z.string().nullable(),
    isLate: z.boolean(),
    /** Words that cannot be true beside the others. */
    contradicted: z.int(),
    /** Somebody looks for the family of this card, until this day. */
    hasCase: z.boolean(),
    caseDueOn: z.string().nullable(),
  })
  .meta({ id: 'Card' });
export type Card = z.infer<typeof Card>;

export const CardPage = pageOf(Card).meta({ id: 'CardPage' });
export const CardQuery = PageQuery.extend({
  state: z.enum(CARD_STATES).optional(),
  want: z.enum(CARD_WANTS).optional(),
  bank: z.string().max(200).optional(),
  territory: Territory,
  /** A family's code; otherwise a part of the bank's reference or of the place's name. */
  text: z.string().trim().max(60).optional(),
  sort: z.enum(CARD_SORTS).default('since'),
});
export type CardQuery = z.infer<typeof CardQuery>;

export const CARD_ACTS = ['say', 'confirm', 'void'] as const;
const Word = z.object({
  id: WordId,
  kind: z.enum([...CARD_STATES, 'confirmed', 'void']),
  happenedOn: z.string(),
  reason: Reason,
  untilOn: z.string().nullable(),
  aboutId: z.string().nullable(),
  file: z.string().nullable(),
  officer: z.string().nullable(),
  note: z.string().nullable(),
  notedAt: instant(),
  isContradicted: z.boolean(),
  isVoid: z.boolean(),
  /** The reader may set it aside. */
  mayVoid: z.boolean(),
});
export const CardDetails = Card.extend({
  untilOn: z.string().nullable(),
  replacesRef: z.string().nullable(),
  replacesId: z.uuid().nullable(),
  replacedById: z.uuid().nullable(),
  words: z.array(Word),
  /** What the reader may say of it now. */
  maySay: z.array(z.enum(CARD_STATES)),
  /** The word whose reason the reader may confirm. */
  mayConfirm: z.string().nullable(),
}).meta({ id: 'CardDetails' });

export const FamilyCards = z.object({ cards: z.array(Card) }).meta({ id: 'FamilyCards' });

const countsOf = <Key extends string>(keys: readonly Key[]) =>
  z.object(Object.fromEntries(keys.map((key) => [key, z.int()])) as Record<Key, z.ZodInt>);
const Total = z.object({
  code: z.string(),
  name: z.string().nullable(),
  /** Cards that were ever spoken of; the states below add up to it, or something is wrong. */
  made: z.int(),
  states: countsOf(CARD_STATES),
  reasons: countsOf(CARD_REASONS),
  /** Not handed over, and nobody has said why. */
  unreasoned: z.int(),
  late: z.int(),
  cases: z.int(),
  contradicted: z.int(),
  addsUp: z.boolean(),
});
export const CardTotals = z
  .object({ totals: z.array(Total), sum: Total.omit({ code: true, name: true }), banks: z.array(z.string()) })
  .meta({ id: 'CardTotals' });
export const CardTotalsQuery = z.object({ territory: Territory });
export type CardTotalsQuery = z.infer<typeof CardTotalsQuery>;

export const CardProof = z
  .object({ cards: z.int(), unproved: z.int(), refs: z.array(z.string()) })
  .meta({ id: 'CardProof' });

export const CardSaying = z
  .strictObject({
    kind: z.enum([...SAID_BY_BANK, ...SAID_BY_PLACE]),
    happenedOn: z.iso.date(),
    reason: z.enum(CARD_REASONS).optional(),
    /** The day until which it waits for the family. */
    untilOn: z.iso.date().optional(),
    /** What was seen or heard, and where it stands written; needed with a reason. */
    note: Note.optional(),
  })
  .meta({ id: 'CardSaying' });
export type CardSaying = z.infer<typeof CardSaying>;
export const CardConfirmation = z.strictObject({ wordId: WordId }).meta({ id: 'CardConfirmation' });
export type CardConfirmation = z.infer<typeof CardConfirmation>;
export const CardVoid = z.strictObject({ wordId: WordId, note: Note }).meta({ id: 'CardVoid' });
export type CardVoid = z.infer<typeof CardVoid>;

const Finding = z.object({
  id: z.string(),
  rowNumber: z.int(),
  column: z.string(),
  finding: z.enum(CARD_FINDINGS),
  cardId: z.uuid().nullable(),
  ref: z.string().nullable(),
});
const counted = { rows: z.int(), cards: z.int(), words: z.int(), refused: z.int() };
export const CardFileTaken = z
  .object({
    /** Null of a rehearsal, which changes nothing. */
    id: z.uuid().nullable(),
    ...counted,
    isNew: z.boolean(),
    /** The first of what is wrong. */
    findings: z.array(Finding),
    foundMore: z.boolean(),
  })
  .meta({ id: 'CardFileTaken' });
export const CardFileQuery = z.object({ rehearse: z.enum(['yes', 'no']).default('no') });

export const CardFiles = z
  .object({
    files: z.array(
      z.object({
        ...{ id: z.uuid(), bank: z.string(), name: z.string(), ...counted, findings: z.int() },
        ...{ loader: z.string(), loadedAt: instant() },
      }),
    ),
  })
  .meta({ id: 'CardFiles' });
export const CardFindingPage = pageOf(Finding).meta({ id: 'CardFindingPage' });
