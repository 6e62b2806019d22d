import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { writeUsageRequest } from '#channels';
import { addCalendarDays, calendarDaysBetween, jakartaDate, lastDayOfUse, startOfOfficeDay } from '#domain';
import { PaymentOrderRepository, type PaymentOrderRow, PeriodRepository, ProgrammeClockRepository } from '#persistence';
import { CONFIG } from '../../shared/config.js';
import type { BankSettings } from './bank-settings.js';
import { privateFile, withExchangeFile } from './exchange-file.js';
import { sendFile } from './send-file.js';

interface UsageDates {
  readonly order: PaymentOrderRow;
  /** ISO dates: when the bank is asked first, and the last day of use. */
  readonly cutOffOn: string;
  readonly returnOn: string;
  /** Calendar days between two questions. */
  readonly lookDays: number;
}

/** Who used their money: asked of the bank at the cut-off day, again and again until the deadline, and at its end. */
@Injectable()
export class UsageService {
  constructor(
    private readonly database: DataSource,
    @Inject(CONFIG) private readonly settings: BankSettings,
  ) {}

  /** When to ask the bank (ISO instant), and the last day on which money may be used (ISO date). */
  async schedule(orderId: string): Promise<{ cutOffAt: string; returnOn: string }> {
    const { cutOffOn, returnOn } = await this.#dates(orderId);
    return { cutOffAt: startOfOfficeDay(cutOffOn).toISOString(), returnOn };
  }

  /** The days (ISO dates) up to which the bank is asked: the cut-off, and the last day of use. */
  async days(orderId: string): Promise<{ cutOffOn: string; returnOn: string }> {
    const { cutOffOn, returnOn } = await this.#dates(orderId);
    return { cutOffOn, returnOn };
  }

  /** Asks for usage up to the cut-off day. Asking again is the same request. */
  async request(orderId: string): Promise<void> {
    const { order, cutOffOn } = await this.#dates(orderId);
    await this.#ask(order, cutOffOn);
  }

  /** Asks once more when the last day of use is over: whoever used their money since keeps it. */
  async requestLast(orderId: string): Promise<void> {
    const { order, returnOn } = await this.#dates(orderId);
    await this.#ask(order, returnOn);
  }

  /** The day (ISO date) on which to ask again; none when only the last day of use is left, which the return asks for. */
  async nextLookOn(orderId: string): Promise<string | null> {
    const { cutOffOn, returnOn, lookDays } = await this.#dates(orderId);
    const today = await new ProgrammeClockRepository(this.database.manager).today();
    const passed = Math.max(0, Math.floor(calendarDaysBetween(cutOffOn, today) / lookDays));
    const nextOn = addCalendarDays(cutOffOn, (passed + 1) * lookDays);
    return nextOn < returnOn ? nextOn : null;
  }

  /** Asks who has used their money by today. Nobody waits for the answer; it settles whom it names when it comes. */
  async requestToday(orderId: string): Promise<void> {
    const { order, returnOn } = await this.#dates(orderId);
    const today = await new ProgrammeClockRepository(this.database.manager).today();
    if (today < returnOn) await this.#ask(order, today);
  }

  async #ask(order: PaymentOrderRow, asOf: string): Promise<void> {
    await withExchangeFile(this.settings.exchangeDir, async (path) => {
      const request = { requestId: `${order.messageId}-U`, messageId: order.messageId, asOf };
      await writeUsageRequest(request, privateFile(path));
      const name = `${order.messageId}.usage-request-${asOf}.csv`;
      const file = { orderId: order.id, name, kind: 'usage_request', path, rows: null } as const;
      await sendFile(this.database.manager, this.settings, file);
    });
  }

  async #dates(orderId: string): Promise<UsageDates> {
    const { manager } = this.database;
    const order = await new PaymentOrderRepository(manager).find(orderId);
    const policy = await new PeriodRepository(manager).policyOf(order.periodId);
    const creditedOn = order.executionOn ?? jakartaDate(order.sentAt ?? new Date());
    return {
      order,
      cutOffOn: addCalendarDays(creditedOn, policy.count('usage.cut_off_days')),
      returnOn: lastDayOfUse(creditedOn, policy),
      lookDays: policy.count('usage.look_days'),
    };
  }
}
