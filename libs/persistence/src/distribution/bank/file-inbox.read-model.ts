import type { EntityManager } from 'typeorm';
import type { BreakType, PaymentChannel } from '#domain';
import { ofPayer } from '../service/of-payer.js';
import { isGivenUp } from '../breaks/given-up.js';
import { inTerritories } from '../../shared/territory-sql.js';
import { rowOf, rowsOf } from '../../shared/unit-of-work.js';
import { DAYS_TO_ANSWER, IS_ANSWERED } from './answer-of-file.js';

/** What became of a file: of the bank's `applied`, `refused`, `duplicate`, `not_understood`, `waiting`; of ours `waiting`, `answered`, `refused`, `given_up`. */
export const FILE_STATES = [
  ...(['waiting', 'applied', 'refused', 'not_understood', 'duplicate', 'answered', 'given_up'] as const),
];
export type FileState = (typeof FILE_STATES)[number];

export const FILE_KINDS = [
  ...(['order', 'status', 'usage_request', 'usage', 'return_order', 'return', 'unknown'] as const),
];
export type FileKind = (typeof FILE_KINDS)[number];

/** A file as the inbox shows it. */
export interface InboxFile {
  id: string;
  direction: 'in' | 'out';
  name: string;
  kind: FileKind;
  state: FileState;
  /** Why it was refused whole; null for any other. */
  refusalCode: string | null;
  rows: number | null;
  passedAt: Date;
  /** The order that it is about; null, as all of the order is, where none could be told from it. */
  orderId: string | null;
  messageId: string | null;
  periodId: string | null;
  cityCode: string | null;
  cityName: string | null;
  channel: PaymentChannel | null;
  /** Who pays the order; null where the rules of the programme say. */
  serviceName: string | null;
}

/** A file with what was done with it. */
export interface FileDetail extends InboxFile {
  contentId: string | null;
  sha256: string | null;
  /** Which sending of the order it answers. */
  attempt: number | null;
  /** When the bank says that it wrote it; null where nothing of it was applied. */
  saidAt: Date | null;
  /** Lines by what they say, and how many families moved. */
  summary: Record<string, number> | null;
  refusalDetails: Record<string, unknown> | null;
  /** Of a duplicate: the file that brought the content first. */
  firstId: string | null;
  breaks: FileBreaks[];
  settledBreaks: number;
}

export interface FileBreaks {
  type: BreakType;
  state: 'open' | 'settled';
  count: number;
}

export interface FileInboxFilter {
  readonly territories: readonly string[];
  readonly channel?: string | undefined;
  readonly kind?: string | undefined;
  readonly state?: string | undefined;
  readonly periodId?: string | undefined;
  /** A part of a file's name, which begins with its message, of a city's or of a payer's. */
  readonly text?: string | undefined;
  /** The name of who pays, `-` for the rules'. */
  readonly payer?: string | undefined;
  /** Only files of ours that wait, or waited, longer than these calendar days for their answer. */
  readonly lateAfterDays?: number | undefined;
  readonly afterId?: string | undefined;
  readonly limit: number;
}

const REFUSED_BY_BANK = `exists (select from bank_file a where a.order_id = x.order_id and a.name = x.name || '.refused.txt')`;
const MATTER = `case x.kind when 'order' then 'status' when 'usage_request' then 'usage' else 'return' end`;

const STATE = `case
  when x.direction = 'in' and x.file_id is null then 'waiting'
  when x.is_repeat then 'duplicate'
  when x.direction = 'in' then case when f.state = 'applied' then 'applied' when f.order_id is null then 'not_understood' else 'refused' end
  when ${IS_ANSWERED} then 'answered'
  when ${REFUSED_BY_BANK} then 'refused'
  when ${isGivenUp('x.order_id', MATTER)} then 'given_up'
  else 'waiting' end`;

const COLUMNS = `x.id, x.direction, x.name, x.kind, s.state, f.refusal_code as "refusalCode", coalesce(f.rows, x.rows) as rows,
  x.passed_at as "passedAt", o.id as "orderId", o.message_id as "messageId", o.period_id as "periodId",
  o.city_code as "cityCode", t.name as "cityName", o.channel, a.service_name as "serviceName"`;
const FROM = `exchanged_file x left join bank_file f on f.id = x.file_id left join payment_order o on o.id = x.order_id
  left join service_area a on a.id = o.area_id left join territory t on t.code = o.city_code
  cross join lateral (select ${STATE} as state) s`;

/** A file that is about no order of ours is nobody's but the nation's. */
const IN_SIGHT = inTerritories(`coalesce(o.city_code, 'ID')`, '$1');
const HOLDING_TEXT = ['x.name', 'o.message_id', 't.name', 'a.service_name']
  .map((column) => `strpos(lower(${column}), lower($6)) > 0`)
  .join(' or ');

/** Files that passed between us and those who pay, each with what became of it. */
export class FileInboxReadModel {
  constructor(private readonly manager: EntityManager) {}

  /** The newest first. */
  async page(filter: FileInboxFilter): Promise<InboxFile[]> {
    return rowsOf<InboxFile>(
      this.manager,
      `select ${COLUMNS} from ${FROM}
        where ${IN_SIGHT} and ${ofPayer('o', '$9', '$2')} and ($3::text is null or x.kind = $3)
          and ($4::text is null or s.state = $4) and ($5::uuid is null or o.period_id = $5)
          and ($6::text is null or ${HOLDING_TEXT}) and ($7::bigint is null or x.id < $7)
          and ($10::int is null or (x.direction = 'out' and ${DAYS_TO_ANSWER} > $10))
        order by x.id desc limit $8`,
      [
        ...[filter.territories, filter.channel ?? null, filter.kind ?? null, filter.state ?? null],
        ...[filter.periodId ?? null, filter.text ?? null, filter.afterId ?? null, filter.limit],
        ...[filter.payer ?? null, filter.lateAfterDays ?? null],
      ],
    );
  }

  /** Undefined for one outside these territories, as if it were not there. */
  async find(territories: readonly string[], id: string): Promise<FileDetail | undefined> {
    const row = await rowOf<Omit<FileDetail, 'breaks'>>(
      this.manager,
      `select ${COLUMNS}, f.id as "contentId", coalesce(x.sha256, nullif(f.sha256, '')) as sha256, f.attempt,
              case when f.state = 'applied' then f.said_at end as "saidAt", case when f.state = 'applied' then f.summary end as summary,
              f.refusal_details as "refusalDetails",
              case when x.is_repeat then (select min(first.id) from exchanged_file first where first.file_id = x.file_id) end as "firstId",
              (select count(*)::int from reconciliation_break b where b.settled_by = f.id) as "settledBreaks"
         from ${FROM} where ${IN_SIGHT} and x.id = $2`,
      [territories, id],
    );
    return row && { ...row, breaks: await this.#breaks(row.contentId) };
  }

  async #breaks(contentId: string | null): Promise<FileBreaks[]> {
    return rowsOf<FileBreaks>(
      this.manager,
      `select type, state, count(*)::int as count from reconciliation_break where opened_by = $1::uuid group by 1, 2 order by 1, 2`,
      [contentId],
    );
  }
}
