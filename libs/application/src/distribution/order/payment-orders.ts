import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type PaymentInstruction, writePain001 } from '#channels';
import { DomainError, type PaymentChannel } from '#domain';
import {
  DecreeOrderRepository,
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
import { sendFile } from '../bank/send-file.js';
import { licensed } from '../../tasks/decision/licensed.js';
import { payerOf } from '../service/payer-of.js';
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

  /** The ids of a decree's orders, one for each channel; the first is the city's own, the others go beside it. A repeat finds them. */
  async draft(decreeId: string): Promise<string[]> {
    return inTransaction(this.database, async (manager) => {
      const orders = new DecreeOrderRepository(manager);
      await orders.draft(decreeId);
      return orders.ofDecree(decreeId);
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
      const file = {
        orderId,
        name: `${order.messageId}.pain001.xml`,
        kind: 'order',
        path,
        rows: order.families,
      } as const;
      const sha256 = await sendFile(this.database.manager, this.settings, file);
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
    await writePain001(heading, this.#instructions(order, payer.bankCode), privateFile(path));
  }

  async *#instructions(
    { id: orderId, channel }: PaymentOrderRow,
    creditorBankCode: string,
  ): AsyncGenerator<PaymentInstruction> {
    const orders = new PaymentOrderRepository(this.database.manager);
    for await (const row of inPages((afterId) => orders.instructions(orderId, afterId, BATCH))) {
      const person = this.vault.open(row.sealed);
      this.#demandOwn(row, person);
      yield {
        endToEndId: row.endToEndId,
        amountRupiah: BigInt(row.amountRupiah),
        creditorName: person.fullName,
        creditorBankCode,
        ...destinationOf(channel, row, person),
      };
    }
  }

  /** A sealed person that was moved to another family's row opens well; their number and account, where it has one, give it away. */
  #demandOwn(row: InstructionRow, person: PersonalData): void {
    const isOwn =
      this.vault.indexOf(person.nik).equals(row.nikHash) &&
      (row.accountHash === null || this.vault.indexOf(person.accountNumber).equals(row.accountHash));
    if (!isOwn) throw listChanged();
  }
}

/** Into the family's account, or held for whoever of it calls with their identity card. */
function destinationOf(
  channel: PaymentChannel,
  { accountHash, kelurahanName }: InstructionRow,
  { nik, accountNumber, address, rt, rw }: PersonalData,
): Pick<PaymentInstruction, 'creditorAccount' | 'pickup'> {
  if (channel === 'card' && accountHash === null) throw listChanged();
  if (channel === 'card') return { creditorAccount: accountNumber };
  return { pickup: { nationalId: nik, addressLines: [address, `RT ${rt} RW ${rw} ${kelurahanName ?? ''}`.trim()] } };
}

const listChanged = (): DomainError =>
  new DomainError('ORDER_LIST_CHANGED', 'what would be paid is not what was signed');
