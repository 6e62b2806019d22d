import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { BankMailbox, type PaymentInstruction, writePain001 } from '#channels';
import { DomainError } from '#domain';
import { sha256OfFile } from '#files';
import {
  inTransaction,
  type InstructionRow,
  PaymentOrderRepository,
  type PaymentOrderRow,
  type PersonalData,
  PersonVault,
} from '#persistence';
import { CONFIG } from '../../shared/config.js';
import type { BankSettings } from '../bank/bank-settings.js';
import { inPages } from '../../shared/in-pages.js';
import { privateFile, withExchangeFile } from '../bank/exchange-file.js';
import { licensed } from '../../tasks/decision/licensed.js';
import { mailboxOf, payerOf } from '../service/payer-of.js';
import { numberPaper } from '../decree/number-paper.js';

const BATCH = 2_000;

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

  /** The treasurer released it: the SPM has its number, the SP2D what the treasurer entered, and the money stands as ordered. Throws LICENCE_MISSING. */
  async release(orderId: string): Promise<void> {
    await licensed(this.database, 'payment.release', orderId, async (manager) => {
      const orders = new PaymentOrderRepository(manager);
      await orders.release(orderId);
      const { periodId } = await orders.find(orderId);
      const paper = { kind: 'spm', subjectId: orderId, decidedBy: 'payment.request' } as const;
      await orders.setNumbers(orderId, await numberPaper(manager, periodId, paper));
    });
  }

  /**
   * Streams the order as pain.001 into the bank's inbox. State, list and accounts are read again here, right before sending:
   * what was signed is what is paid. Throws ORDER_LIST_CHANGED and sends nothing when they differ.
   */
  async send(orderId: string): Promise<void> {
    const orders = new PaymentOrderRepository(this.database.manager);
    const order = await orders.find(orderId);
    if (order.state !== 'released' && order.state !== 'sent') return;
    if ((await orders.hashNow(orderId)) !== order.listHash) throw listChanged();
    await withExchangeFile(this.settings.exchangeDir, async (path) => {
      await this.#writeOrder(order, path);
      const sha256 = await sha256OfFile(path);
      const options = await mailboxOf(this.database.manager, this.settings, order.id);
      await BankMailbox.use(options, (mailbox) => mailbox.put(`${order.messageId}.pain001.xml`, path));
      await orders.markSent(orderId, sha256);
    });
  }

  async #writeOrder(order: PaymentOrderRow, path: string): Promise<void> {
    const payer = await payerOf(this.database.manager, order);
    const heading = {
      messageId: order.messageId,
      // From the order itself, so that the same order always gives the same bytes.
      createdAt: new Date(`${order.executionOn ?? ''}T01:00:00Z`),
      executionDate: order.executionOn ?? '',
      debtorName: payer.name,
      debtorAccount: payer.account,
      count: order.families,
      controlSumRupiah: BigInt(order.amountRupiah),
    };
    await writePain001(heading, this.#instructions(order.id, payer.bankCode), privateFile(path));
  }

  async *#instructions(orderId: string, creditorBankCode: string): AsyncGenerator<PaymentInstruction> {
    const orders = new PaymentOrderRepository(this.database.manager);
    for await (const row of inPages((afterId) => orders.instructions(orderId, afterId, BATCH))) {
      const person = this.vault.open(row.sealed);
      this.#demandOwn(row, person);
      yield {
        endToEndId: row.endToEndId,
        amountRupiah: BigInt(row.amountRupiah),
        creditorName: person.fullName,
        creditorAccount: person.accountNumber,
        creditorBankCode,
      };
    }
  }

  /** A sealed person that was moved to another family's row opens well; their number and account give it away. */
  #demandOwn(row: InstructionRow, person: PersonalData): void {
    const isOwn =
      this.vault.indexOf(person.nik).equals(row.nikHash) &&
      this.vault.indexOf(person.accountNumber).equals(row.accountHash);
    if (!isOwn) throw listChanged();
  }
}

const listChanged = (): DomainError =>
  new DomainError('ORDER_LIST_CHANGED', 'what would be paid is not what was signed');
