import type { EntityManager } from 'typeorm';
import type { BreakType, PaymentChannel } from '#domain';
import { CREDITED_STATES, FAILED_STATES, isIdle, oneOf } from '../../money/money-held.js';
import { inTerritories } from '../../shared/territory-sql.js';
import { rowsOf } from '../../shared/unit-of-work.js';
import { payerName } from '../service/of-payer.js';
import { DAYS_TO_ANSWER, IS_ANSWERED } from './answer-of-file.js';
import type { SentFileKind } from './exchanged-file.repository.js';

/** A bank or post office in a channel; `-` where the rules of the programme say who pays. */
interface OfPayer {
  readonly channel: PaymentChannel;
  readonly payer: string;
}

/** Families by what became of their money, and rupiah that were not used. */
export interface PaidFigures extends OfPayer {
  readonly ordered: number;
  readonly orderedRupiah: string;
  readonly credited: number;
  readonly failed: number;
  /** Paid in, not used, and the last day of use has passed. */
  readonly idle: number;
  readonly idleRupiah: string;
  readonly returned: number;
  readonly returnedRupiah: string;
}

export interface FailedFor extends OfPayer {
  readonly reason: string | null;
  readonly families: number;
}

export interface BreakFigures extends OfPayer {
  readonly type: BreakType;
  readonly opened: number;
  readonly open: number;
  /** Days until they were settled, or until now; one decimal. */
  readonly meanDays: number;
  readonly mostDays: number;
}

/** How a payer answers one kind of file of ours. Days are calendar days, until now where there is no answer. */
export interface AnswerFigures extends OfPayer {
  readonly kind: SentFileKind;
  readonly sent: number;
  readonly answered: number;
  readonly late: number;
  readonly medianDays: number;
  readonly mostDays: number;
}

/** What a period's families, breaks and files say of each bank and post office, in these territories. */
export class ScorecardReadModel {
  constructor(
    private readonly manager: EntityManager,
    private readonly periodId: string,
    private readonly territories: readonly string[],
  ) {}

  /** `window` is the policy's, from which the last day of use follows. */
  async paid(window: string): Promise<PaidFigures[]> {
    const count = (condition: string): string => `count(*) filter (where ${condition})::int`;
    const sum = (condition: string): string =>
      `coalesce(sum(e.amount_rupiah) filter (where ${condition}), 0)::bigint::text`;
    return this.#rows<PaidFigures>(
      `select ${OF_PAYER}, count(*)::int as ordered, sum(e.amount_rupiah)::bigint::text as "orderedRupiah",
              ${count(`e.state in ${oneOf(CREDITED_STATES)}`)} as credited, ${count(`e.state in ${oneOf(FAILED_STATES)}`)} as failed,
              ${count(isIdle('o', '$3'))} as idle, ${sum(isIdle('o', '$3'))} as "idleRupiah",
              ${count(`e.state = 'returned'`)} as returned, ${sum(`e.state = 'returned'`)} as "returnedRupiah"
         from entitlement e join payment_order o on o.id = e.order_id
        where e.period_id = $1 and ${inTerritories('e.kelurahan_code', '$2')} group by 1, 2`,
      window,
    );
  }

  async failedFor(): Promise<FailedFor[]> {
    return this.#rows<FailedFor>(
      `select ${OF_PAYER}, e.reason, count(*)::int as families
         from entitlement e join payment_order o on o.id = e.order_id
        where e.period_id = $1 and ${inTerritories('e.kelurahan_code', '$2')} and e.state in ${oneOf(FAILED_STATES)}
        group by 1, 2, 3 order by 4 desc, 3`,
    );
  }

  async breaks(): Promise<BreakFigures[]> {
    const days = `extract(epoch from coalesce(b.settled_at, programme_now()) - b.opened_at) / 86400`;
    return this.#rows<BreakFigures>(
      `select ${OF_PAYER}, b.type, count(*)::int as opened, count(*) filter (where b.state = 'open')::int as open,
              round(avg(${days}), 1)::float as "meanDays", round(max(${days}), 1)::float as "mostDays"
         from reconciliation_break b join payment_order o on o.id = b.order_id left join entitlement e on e.id = b.entitlement_id
        where o.period_id = $1 and ${inTerritories('coalesce(e.kelurahan_code, o.city_code)', '$2')}
        group by 1, 2, 3 order by 4 desc, 3`,
    );
  }

  /** An answer is late after more than `answerDays` calendar days. */
  async answers(answerDays: number): Promise<AnswerFigures[]> {
    return this.#rows<AnswerFigures>(
      `select channel, payer, kind, count(*)::int as sent, count(*) filter (where "isAnswered")::int as answered,
              count(*) filter (where days > $3::int)::int as late,
              percentile_cont(0.5) within group (order by days)::float as "medianDays", max(days)::int as "mostDays"
         from (select ${OF_PAYER}, x.kind, ${IS_ANSWERED} as "isAnswered", ${DAYS_TO_ANSWER} as days
                 from payment_order o join exchanged_file x on x.order_id = o.id and x.direction = 'out'
                where o.period_id = $1 and ${inTerritories('o.city_code', '$2')}) file
        group by 1, 2, 3 order by 3`,
      answerDays,
    );
  }

  async #rows<Row>(sql: string, ...more: readonly unknown[]): Promise<Row[]> {
    return rowsOf<Row>(this.manager, sql, [this.periodId, this.territories, ...more]);
  }
}

const OF_PAYER = `o.channel, ${payerName('o')} as payer`;
