import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BankMailbox, type PaymentInstruction, writePain001 } from '#channels';
import { sha256OfFile } from '#files';
import { inTransaction, PaymentOrderRepository, type PaymentOrderRow, PersonVault } from '#persistence';
import { CONFIG } from '../shared/config.js';
import type { BankSettings } from './bank-settings.js';
import { inPages } from '../shared/in-pages.js';
import { privateFile, withExchangeFile } from './exchange-file.js';
import { licensed } from '../tasks/decision/licensed.js';

const BATCH = 2_000;
const BANK_CODE = '009';

/** The order to the bank. Sending twice sends the same file; its answers are taken in by BankIntake. */
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
    for await (const row of inPages((afterId) => orders.instructions(orderId, afterId, BATCH))) {
      const person = this.vault.open(row.sealed);
      yield {
        endToEndId: row.endToEndId,
        amountRupiah: BigInt(row.amountRupiah),
        creditorName: person.fullName,
        creditorAccount: person.accountNumber,
        creditorBankCode: BANK_CODE,
      };
    }
  }
}
