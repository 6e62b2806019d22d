import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { BankMailbox } from '#channels';
import { addCalendarDays, DomainError } from '#domain';
import { sha256OfFile } from '#files';
import {
  type ArrivedFile,
  BankArrivalRepository,
  BankFileRepository,
  BreakRepository,
  CaseClosingRepository,
  inTransaction,
  type ListedFile,
  PaymentOrderRepository,
  type PaymentOrderRow,
  PeriodRepository,
  TreasuryReturnRepository,
} from '#persistence';
import { followUse } from '../../follow-up/follow-use.js';
import { CONFIG } from '../../shared/config.js';
import { holdDeposit } from '../return/hold-deposit.js';
import { type BankFileContents, groupAnswer, type GroupWord, groupWord, openBankFile } from './bank-file-contents.js';
import { type BankFileRoute, bankFileRoute, isPartial } from './bank-file-route.js';
import { counted } from './bank-lines.js';
import type { BankSettings } from './bank-settings.js';
import { COMMON_MAILBOX, mailboxNameOf } from '../service/payer-of.js';
import { withExchangeFile } from './exchange-file.js';
import { noteArrival, noteWaiting } from './note-arrivals.js';
import { noteRefusalOfOurs, refusalCodeIn } from './refusal-of-ours.js';
import { headOf } from './route-by-content.js';
import { tellOfArrival, tellOfRefusedOrder } from './tell-of-arrival.js';

export interface Reading {
  readonly route: BankFileRoute;
  readonly order: PaymentOrderRow;
  readonly path: string;
}

/**
 * Takes in what lies in the bank's outbox: each file once, however often it is looked at, whole or not at all. One that
 * can't be used is kept with its reason and never holds up another; replaced by the bank, it is looked at again. Those who
 * wait for the answer are told in the same transaction.
 */
@Injectable()
export class BankIntake {
  constructor(
    private readonly database: DataSource,
    @Inject(CONFIG) private readonly settings: BankSettings,
  ) {}

  /**
   * One look into the outbox; says how many files were new. An answer to an order that was never sent from here was given to an
   * installation whose later days are lost: it lies there until the order is released again, and then counts.
   */
  async look(mailbox: BankMailbox, mailboxName: string = COMMON_MAILBOX): Promise<number> {
    const listed = (await mailbox.list('')).filter(({ name }) => !isPartial(name));
    const arrivals = new BankArrivalRepository(this.database.manager);
    const unseen = await arrivals.unseen(listed);
    const messageOf = ({ name }: { readonly name: string }): string => bankFileRoute(name)?.messageId ?? '';
    const early = await arrivals.neverSent(unseen.map(messageOf));
    const isEarly = (file: ListedFile): boolean => early.has(messageOf(file));
    await noteWaiting(this.database.manager, unseen.filter(isEarly), mailboxName);
    const fresh = unseen.filter((file) => !isEarly(file));
    for (const file of fresh) {
      if (bankFileRoute(file.name) === undefined) {
        const unread = { name: file.name, kind: 'status', sha256: '' } as const;
        await this.#refuse(undefined, unread, unknownName);
        await noteArrival(this.database.manager, {
          ...unread,
          orderId: null,
          mailbox: mailboxName,
          writtenAt: file.modifiedAt,
        });
      } else {
        await withExchangeFile(this.settings.exchangeDir, async (path) => {
          await mailbox.fetch(file.name, path);
          await this.takeIn(file.name, path, mailboxName, file.modifiedAt);
        });
      }
      await arrivals.see(file);
    }
    return fresh.length;
  }

  /** One file by its agreed name. A repeat changes nothing; a fault of the file is its refusal, not an error. */
  async takeIn(
    name: string,
    path: string,
    mailboxName: string = COMMON_MAILBOX,
    writtenAt: Date | null = null,
  ): Promise<void> {
    const route = bankFileRoute(name);
    const file = { name, kind: route?.kind ?? ('status' as const), sha256: await sha256OfFile(path) };
    const order = route && (await new PaymentOrderRepository(this.database.manager).ofMessage(route.messageId));
    const isTheirs = order && (await mailboxNameOf(this.database.manager, order.id)) === mailboxName;
    if (route !== undefined && order !== undefined && isTheirs === true) {
      await this.#takeInOf(order, file, { route, order, path });
    } else {
      await this.#refuse(
        undefined,
        file,
        route === undefined ? unknownName : order === undefined ? unknownOrder : otherBank,
      );
    }
    const orderId = isTheirs === true ? order.id : null;
    await noteArrival(this.database.manager, { ...file, orderId, mailbox: mailboxName, writtenAt });
  }

  /** A file from the bank that the order is with. */
  async #takeInOf(order: PaymentOrderRow, file: TakenFile, { route, path }: Reading): Promise<void> {
    if (route.isRefusal === true) {
      await this.#noteRefusal(order, file, path);
      return;
    }
    try {
      await inTransaction(this.database, (manager) => this.apply(manager, file, { route, order, path }));
    } catch (error) {
      if (!(error instanceof DomainError) || !error.code.startsWith('BANK_FILE_')) throw error;
      await this.#refuse(order, file, error);
    }
  }

  /** The same within a transaction of the caller's. Throws BANK_FILE_* for a file that can't be used. */
  async apply(manager: EntityManager, file: TakenFile, { route, order, path }: Reading): Promise<void> {
    const files = new BankFileRepository(manager);
    if (await files.wasTakenIn(order.id, file.kind, file.sha256)) return;
    const policy = await new PeriodRepository(manager).policyOf(order.periodId);
    const contents = await openBankFile(manager, route, order, path);
    const breakDueOn = addCalendarDays(contents.onDay, policy.count('break.settle_days'));
    const arrived = { ...file, saidAt: contents.saidAt, breakDueOn, namesAll: contents.namesAll };
    const word = await this.#wordOfGroup(manager, order, contents);
    const lines = counted(contents.lines);
    await files.apply(order, arrived, lines.each, groupAnswer(word, contents, order));
    await this.#heed(manager, order, word, { arrived, contents, hasLines: lines.count() > 0 });
    const { deposit, returned } = contents;
    if (deposit !== undefined) {
      await new TreasuryReturnRepository(manager).recordDeposit(order.id, deposit, returned?.number);
      await holdDeposit(manager, order, breakDueOn, returned?.key);
    }
    if (file.kind === 'usage') await followUse(manager, order);
    else await new CaseClosingRepository(manager).closeSettled(order.id);
    await new PaymentOrderRepository(manager).settleIfAnswered(order.id);
    await tellOfArrival(manager, order, [file.kind]);
  }

  /** A refusal of the whole order after some of it was answered contradicts the bank's own word. */
  async #wordOfGroup(
    manager: EntityManager,
    order: PaymentOrderRow,
    { heading }: BankFileContents,
  ): Promise<GroupWord> {
    const word = heading === undefined ? 'nothing' : groupWord(heading, order);
    if (word === 'nothing') return word;
    return (await new PaymentOrderRepository(manager).hasFinalAnswer(order.id)) ? 'unclear' : word;
  }

  /** What the word for the whole means for the order, where no line speaks. */
  async #heed(manager: EntityManager, order: PaymentOrderRow, word: GroupWord, seen: Heeded): Promise<void> {
    if (seen.hasLines) return;
    const reason = seen.contents.heading?.reasonCode ?? 'RJCT';
    if (word === 'unclear') {
      const found = {
        type: 'order_answer',
        endToEndId: order.messageId,
        reason,
        dueOn: seen.arrived.breakDueOn,
      } as const;
      await new BreakRepository(manager).openOfOrder(order.id, found);
    }
    if (word !== 'refused') return;
    await new PaymentOrderRepository(manager).refuse(order.id, reason);
    await tellOfRefusedOrder(manager, order, reason);
  }

  /** No answer will come to a file that the bank could not use. */
  async #noteRefusal(order: PaymentOrderRow, file: TakenFile, path: string): Promise<void> {
    const reason = refusalCodeIn(await headOf(path));
    await this.#refuse(
      order,
      file,
      new DomainError('BANK_FILE_OF_OURS', 'the bank could not use our file', { reason }),
    );
    await inTransaction(this.database, (manager) => noteRefusalOfOurs(manager, order, { kind: file.kind, reason }));
  }

  async #refuse(order: PaymentOrderRow | undefined, file: TakenFile, { code, details }: DomainError): Promise<void> {
    await new BankFileRepository(this.database.manager).refuse(order, file, { code, details });
  }
}

type TakenFile = Pick<ArrivedFile, 'name' | 'kind' | 'sha256'>;

interface Heeded {
  readonly arrived: ArrivedFile;
  readonly contents: BankFileContents;
  readonly hasLines: boolean;
}

const unknownName = new DomainError('BANK_FILE_NAME', 'no agreed name of a bank file');
const otherBank = new DomainError('BANK_FILE_MAILBOX', 'the order is not with the bank whose mailbox this lay in');
const unknownOrder = new DomainError('BANK_FILE_ORDER', 'no order has this message id');
