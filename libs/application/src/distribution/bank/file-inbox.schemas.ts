import { z } from 'zod';
import { BREAK_TYPES, PAYMENT_CHANNELS } from '#domain';
import { FILE_KINDS, FILE_STATES } from '#persistence';
import { PageQuery } from '../../shared/page.js';
import { instant, pageOf } from '../../shared/shapes.js';

export const ExchangedFile = z
  .object({
    id: z.string(),
    /** `in` from the bank or post office, `out` to it. */
    direction: z.enum(['in', 'out']),
    name: z.string(),
    kind: z.enum(FILE_KINDS),
    /** What became of it; of a file of ours `waiting` until it is answered. */
    state: z.enum(FILE_STATES),
    /** Why it was refused whole. */
    refusalCode: z.string().nullable(),
    rows: z.int().nullable(),
    passedAt: instant(),
    /** The order that it is about; null where none could be told from it. */
    orderId: z.uuid().nullable(),
    messageId: z.string().nullable(),
    periodId: z.uuid().nullable(),
    cityCode: z.string().nullable(),
    cityName: z.string().nullable(),
    channel: z.enum(PAYMENT_CHANNELS).nullable(),
    /** Who pays the order; null where the rules of the programme say. */
    serviceName: z.string().nullable(),
  })
  .meta({ id: 'ExchangedFile' });
export type ExchangedFile = z.infer<typeof ExchangedFile>;

export const ExchangedFilePage = pageOf(ExchangedFile).meta({ id: 'ExchangedFilePage' });
export const ExchangedFileQuery = PageQuery.extend({
  channel: z.enum(PAYMENT_CHANNELS).optional(),
  kind: z.enum(FILE_KINDS).optional(),
  state: z.enum(FILE_STATES).optional(),
  periodId: z.uuid().optional(),
  /** A part of a file's name, which begins with its message, of a city's or of a payer's. */
  text: z.string().trim().min(1).max(60).optional(),
  /** The name of who pays; `-` where the rules of the programme say. */
  payer: z.string().max(200).optional(),
  /** Only files of ours that wait, or waited, for their answer longer than the policy of the period has it, which is to be given. */
  isLate: z.literal('true').optional(),
}).refine(({ isLate, periodId }) => isLate === undefined || periodId !== undefined, { path: ['periodId'] });
export type ExchangedFileQuery = z.infer<typeof ExchangedFileQuery>;

export const ExchangedFileDetail = ExchangedFile.extend({
  /** By which its breaks are found; null where nothing was taken in. */
  contentId: z.uuid().nullable(),
  sha256: z.string().nullable(),
  /** Which sending of the order it answers, from 1. */
  attempt: z.int().nullable(),
  /** When the bank says that it wrote it. */
  saidAt: instant().nullable(),
  /** Lines by what they say, and under `moved` how many families moved. */
  summary: z.record(z.string(), z.number()).nullable(),
  refusalDetails: z.record(z.string(), z.unknown()).nullable(),
  /** Of a duplicate: the file that brought the content first. */
  firstId: z.string().nullable(),
  /** Breaks that it opened, as they stand now. */
  breaks: z.array(z.object({ type: z.enum(BREAK_TYPES), state: z.enum(['open', 'settled']), count: z.int() })),
  settledBreaks: z.int(),
}).meta({ id: 'ExchangedFileDetail' });
