import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BankMailbox, type PaymentInstruction, readPain002, writePain001 } from '#channels';
import { addCalendarDays } from '#domain';
import { sha256OfFile } from '#files';
import {
  BankFileRepository,
  inTransaction,
  PaymentOrderRepository,
  type PaymentOrderRow,
  PersonVault,
  ProgrammeClockRepository,
} from '#persistence';
import { CONFIG } from '../shared/config.js';
import type { BankSettings } from './bank-settings.js';
import { statusLines } from './bank-lines.js';
import { privateFile, withExchangeFile } from './exchange-file.js';
import { licensed } from '../tasks/decision/licensed.js';

const BATCH = 2_000;
const BREAK_DAYS = 14;
const BANK_CODE = '009';

/** The order to the bank and its answers. Sending twice sends the same file; a file is applied once. */
@Injectable()
export class PaymentOrderService {
  constructor(
    private readonly database: DataSource,
    private readonly vault: PersonVault,
    @Inject(CONFIG) private readonly settings: BankSettings,
  ) {}

  async draft(decreeId: string): Promise<string> {
    return inTransaction(this.database, async (manager) => {
      return (await new PaymentOrderRepository(manager).draft(decreeId)).id;
    });
  }

  /** The treasurer released it: numbers are given and the money stands as ordered. Throws LICENCE_MISSING. */
  async release(orderId: string): Promise<void> {
    await licensed(this.database, 'payment.release', orderId, (manager) =>
      new PaymentOrderRepository(manager).release(orderId),
    );
  }

  /** Streams the order as pain.001 into the bank's inbox. The status is read again here, right before sending. */
  async send(orderId: string): Promise<void> {
    const orders = new PaymentOrderRepository(this.database.manager);
    const order = await orders.find(orderId);
    if (order.state !== 'released' && order.state !== 'sent') return;
    await withExchangeFile(this.settings.exchangeDir, async (path) => {
      await this.#writeOrder(order, path);
      const sha256 = await sha256OfFile(path);
      await BankMailbox.use(this.settings.bank, (mailbox) => mailbox.put(`${order.messageId}.pain001.xml`, path));
      await orders.markSent(orderId, sha256);
    });
  }

  /** Takes in every answer that waits in the bank's outbox, and says how many instructions still have none. */
  async collectStatus(orderId: string): Promise<{ outstanding: number; isAnswered: boolean }> {
    const orders = new PaymentOrderRepository(this.database.manager);
    const order = await orders.find(orderId);
    await BankMailbox.use(this.settings.bank, async (mailbox) => {
      for (const { name } of await mailbox.list(`${order.messageId}.status-`)) {
        await withExchangeFile(this.settings.exchangeDir, async (path) => {
          await mailbox.fetch(name, path);
          await this.#applyStatus(order, name, path);
        });
      }
    });
    const files = await new BankFileRepository(this.database.manager).ofOrder(orderId);
    const outstanding = await orders.outstanding(orderId);
    const isAnswered = files.some(({ kind }) => kind === 'status');
    if (isAnswered && outstanding === 0) await orders.setState(orderId, 'settled');
    return { outstanding, isAnswered };
  }

  async #applyStatus(order: PaymentOrderRow, name: string, path: string): Promise<void> {
    const sha256 = await sha256OfFile(path);
    await inTransaction(this.database, async (manager) => {
      const files = new BankFileRepository(manager);
      if (await files.wasApplied(order.id, 'status', sha256)) return;
      const { rows } = await readPain002(path);
      const today = await new ProgrammeClockRepository(manager).today();
      const file = { name, kind: 'status' as const, sha256, breakDueOn: addCalendarDays(today, BREAK_DAYS) };
      await files.apply(order, file, statusLines(rows, order.executionOn ?? today));
    });
  }

  async #writeOrder(order: PaymentOrderRow, path: string): Promise<void> {
    const heading = {
      messageId: order.messageId,
      // From the order itself, so that the same order always gives the same bytes.
      createdAt: new Date(`${order.executionOn ?? ''}T01:00:00Z`),
      executionDate: order.executionOn ?? '',
      debtorName: 'KEMENTERIAN SOSIAL RI',
      debtorAccount: '0000440123',
      count: order.families,
      controlSumRupiah: BigInt(order.amountRupiah),
    };
    await writePain001(heading, this.#instructions(order.id), privateFile(path));
  }

  async *#instructions(orderId: string): AsyncGenerator<PaymentInstruction> {
    const orders = new PaymentOrderRepository(this.database.manager);
    for (let afterId = '0'; ;) {
      const batch = await orders.instructions(orderId, afterId, BATCH);
      for (const row of batch) {
        const person = this.vault.open(row.sealed);
        yield {
          endToEndId: row.endToEndId,
          amountRupiah: BigInt(row.amountRupiah),
          creditorName: person.fullName,
          creditorAccount: person.accountNumber,
          creditorBankCode: BANK_CODE,
        };
      }
      const last = batch.at(-1);
      if (last === undefined) return;
      afterId = last.id;
    }
  }
}
