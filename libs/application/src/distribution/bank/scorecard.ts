import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError, territoriesWith } from '#domain';
import { type PaidFigures, PeriodRepository, type PeriodRow, ScorecardReadModel } from '#persistence';
import type { SignedIn } from '../../shared/command-context.js';
import type { PayerScore, ScoreQuery } from './scorecard.schemas.js';

const ORDER: Record<ScoreQuery['sort'], (score: PayerScore) => number> = {
  newest: () => 0,
  late: ({ late, sent }) => late / Math.max(sent, 1),
  failed: ({ failed, ordered }) => failed / Math.max(ordered, 1),
  breaks: ({ breaksOpen }) => breaksOpen,
  idle: ({ idleRupiah, returnedRupiah }) => Number(BigInt(idleRupiah) + BigInt(returnedRupiah)),
};

/** How well each bank and post office pays, within the territories whose money the reader sees. */
@Injectable()
export class Scorecard {
  constructor(private readonly database: DataSource) {}

  /** One for each payer and period; unless sorted otherwise the newest period first, and in it who pays most families. Throws PERIOD_UNKNOWN. */
  async read(actor: SignedIn, periodId: string, query: ScoreQuery): Promise<PayerScore[]> {
    const territories = territoriesWith(actor, 'money:read');
    const periods = await this.#periods(periodId, query.over);
    const scores: PayerScore[] = [];
    for (const period of periods) scores.push(...(await this.#ofPeriod(period, territories)));
    const text = query.text?.toLowerCase();
    const keyOf = ORDER[query.sort];
    return scores
      .filter(
        ({ channel, payer }) => channel === (query.channel ?? channel) && payer.toLowerCase().includes(text ?? ''),
      )
      .toSorted((one, other) => keyOf(other) - keyOf(one));
  }

  async #periods(periodId: string, over: number): Promise<PeriodRow[]> {
    const periods = await new PeriodRepository(this.database.manager).list();
    const from = periods.findIndex(({ id }) => id === periodId);
    const chosen = periods[from];
    if (chosen === undefined) throw new DomainError('PERIOD_UNKNOWN', 'no such period');
    return periods
      .slice(from)
      .filter(({ programme }) => programme === chosen.programme)
      .slice(0, over);
  }

  async #ofPeriod({ id, months }: PeriodRow, territories: readonly string[]): Promise<PayerScore[]> {
    const policy = await new PeriodRepository(this.database.manager).policyOf(id);
    const answerDays = policy.count('bank.answer_days');
    const figures = new ScorecardReadModel(this.database.manager, id, territories);
    const paid = await figures.paid(policy.text('return.window'));
    const [failedFor, breaks, answers] = [
      Map.groupBy(await figures.failedFor(), keyOfPayer),
      Map.groupBy(await figures.breaks(), keyOfPayer),
      Map.groupBy(await figures.answers(answerDays), keyOfPayer),
    ];
    return paid
      .toSorted((one, other) => other.ordered - one.ordered)
      .map((of) => {
        const key = keyOfPayer(of);
        const broken = breaks.get(key) ?? [];
        const answered = answers.get(key) ?? [];
        return {
          ...{ ...of, periodId: id, months, answerDays, failedFor: failedFor.get(key) ?? [] },
          ...{ breaks: broken, breaksOpened: sum(broken, 'opened'), breaksOpen: sum(broken, 'open') },
          ...{ answers: answered, sent: sum(answered, 'sent'), late: sum(answered, 'late') },
        };
      });
  }
}

const keyOfPayer = ({ channel, payer }: Pick<PaidFigures, 'channel' | 'payer'>): string => `${channel} ${payer}`;

const sum = <Name extends string>(rows: readonly Readonly<Record<Name, number>>[], name: Name): number =>
  rows.reduce((total, row) => total + row[name], 0);
