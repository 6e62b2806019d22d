import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { BankMailbox } from '#channels';
import { addCalendarDays, DomainError } from '#domain';
import { sha256OfFile } from '#files';
import {
  type ArrivedFile,
  BankArrivalRepository,
  BankFileRepository,
  type BankLine,
  BreakRepository,
  CaseClosingRepository,
  type GroupAnswer,
  inTransaction,
  PaymentOrderRepository,
  type PaymentOrderRow,
  PeriodRepository,
  TreasuryReturnRepository,
} from '#persistence';
import { followUse } from '../../follow-up/follow-use.js';
import { CONFIG } from '../../shared/config.js';
import { holdDeposit } from '../return/hold-deposit.js';
import { type BankFileContents, type GroupWord, groupWord, openBankFile } from './bank-file-contents.js';
import { type BankFileRoute, bankFileRoute, isPartial } from './bank-file-route.js';
import type { BankSettings } from './bank-settings.js';
import { COMMON_MAILBOX, mailboxNameOf } from '../service/payer-of.js';
import { withExchangeFile } from './exchange-file.js';
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
    const fresh = unseen.filter((file) => !early.has(messageOf(file)));
    for (const file of fresh) {
      if (bankFileRoute(file.name) === undefined) {
        await this.#refuse(undefined, { name: file.name, kind: 'status', sha256: '' }, unknownName);
      } else {
        await withExchangeFile(this.settings.exchangeDir, async (path) => {
          await mailbox.fetch(file.name, path);
          await this.takeIn(file.name, path, mailboxName);
        });
      }
      await arrivals.see(file);
    }
    return fresh.length;
  }

  /** One file by its agreed name. A repeat changes nothing; a fault of the file is its refusal, not an error. */
  async takeIn(name: string, path: string, mailboxName: string = COMMON_MAILBOX): Promise<void> {
    const route = bankFileRoute(name);
    const sha256 = await sha256OfFile(path);
    const order = route && (await new PaymentOrderRepository(this.database.manager).ofMessage(route.messageId));
    const file = { name, kind: route?.kind ?? ('status' as const), sha256 };
    if (route === undefined || order === undefined) {
      await this.#refuse(undefined, file, route === undefined ? unknownName : unknownOrder);
      return;
    }
    if ((await mailboxNameOf(this.database.manager, order.id)) !== mailboxName) {
      await this.#refuse(undefined, file, otherBank);
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
  async apply(
    manager: EntityManager,
    file: Pick<ArrivedFile, 'name' | 'kind' | 'sha256'>,
    { route, order, path }: Reading,
  ): Promise<void> {
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
    if (contents.deposit !== undefined) {
      await new TreasuryReturnRepository(manager).recordDeposit(order.id, contents.deposit);
      await holdDeposit(manager, order, breakDueOn);
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

  async #refuse(
    order: PaymentOrderRow | undefined,
    file: Pick<ArrivedFile, 'name' | 'kind' | 'sha256'>,
    { code, details }: DomainError,
  ): Promise<void> {
    await new BankFileRepository(this.database.manager).refuse(order, file, { code, details });
  }
}

function counted(lines: AsyncIterable<BankLine>): {
  readonly each: AsyncIterable<BankLine>;
  readonly count: () => number;
} {
  let count = 0;
  async function* each(): AsyncGenerator<BankLine> {
    for await (const line of lines) {
      count += 1;
      yield line;
    }
  }
  return { each: each(), count: () => count };
}

interface Heeded {
  readonly arrived: ArrivedFile;
  readonly contents: BankFileContents;
  readonly hasLines: boolean;
}

function groupAnswer(
  word: GroupWord,
  { heading, onDay }: BankFileContents,
  order: PaymentOrderRow,
): GroupAnswer | undefined {
  if (word === 'credited') return { answer: 'credited', reason: null, onDate: order.executionOn ?? onDay };
  return word === 'refused' ? { answer: 'failed', reason: heading?.reasonCode ?? 'RJCT', onDate: null } : undefined;
}

const unknownName = new DomainError('BANK_FILE_NAME', 'no agreed name of a bank file');
const otherBank = new DomainError('BANK_FILE_MAILBOX', 'the order is not with the bank whose mailbox this lay in');
const unknownOrder = new DomainError('BANK_FILE_ORDER', 'no order has this message id');
