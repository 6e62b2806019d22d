import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError, type ErrorDetails } from '#domain';
import { sha256OfFile } from '#files';
import {
  type FileEffects,
  FileEffectsRepository,
  inTransaction,
  type MovedInstruction,
  PaymentOrderRepository,
  type PaymentOrderRow,
} from '#persistence';
import { BankIntake } from './bank-intake.js';
import { routeByContent } from './route-by-content.js';

export interface Rehearsal extends Partial<FileEffects> {
  /** Name of the file, without its folder. */
  readonly file: string;
  readonly sha256: string;
  /** Message id of the order. */
  readonly order: string;
  /** Of this content at this stand of the order: `commit` takes it, and nothing else. */
  readonly basis: string;
  /** Why the file would be refused whole; then nothing else is said. */
  readonly refused?: { readonly code: string; readonly message: string; readonly details: ErrorDetails };
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

interface Found {
  readonly order: PaymentOrderRow;
  readonly sha256: string;
}

/** Carries what was seen out of a transaction that is not to be kept. */
class NotKept extends Error {
  constructor(readonly effects: FileEffects) {
    super('rehearsed');
  }
}

/** What a bank file would do to an order, seen before it does. */
@Injectable()
export class BankFileRehearsal {
  constructor(
    private readonly database: DataSource,
    private readonly intake: BankIntake,
  ) {}

  /**
   * Applies the file in a transaction that is rolled back, and tells every instruction it moves, every break it opens or
   * settles, what it posts and which cases it opens or ends. `order` is the id or the message id. Changes nothing.
   */
  async rehearse(path: string, order: string, name = basename(path)): Promise<Rehearsal> {
    return this.#play({ path, name }, order, async ({ order: found }, apply) => {
      try {
        await inTransaction(this.database, async (manager) => {
          throw new NotKept(await apply(manager));
        });
      } catch (error) {
        if (error instanceof NotKept) return error.effects;
        throw error;
      }
      throw new Error(`the rehearsal of ${found.messageId} ended without a result`);
    });
  }

  /**
   * The same, and kept: exactly what was rehearsed. Throws REHEARSAL_STALE where the file or the order is no longer the
   * one of `basis`; a repeat is stale, too.
   */
  async commit(path: string, order: string, basis: string): Promise<Rehearsal> {
    return this.#play({ path, name: basename(path) }, order, ({ order: found, sha256 }, apply) =>
      inTransaction(this.database, async (manager) => {
        await new FileEffectsRepository(manager).lock(found.id);
        if (basis !== (await this.#basis(manager, found, sha256))) {
          throw new DomainError('REHEARSAL_STALE', 'the order or the file has changed since the rehearsal');
        }
        return apply(manager);
      }),
    );
  }

  async #play(
    { path, name }: { readonly path: string; readonly name: string },
    orderName: string,
    run: (found: Found, apply: (manager: EntityManager) => Promise<FileEffects>) => Promise<FileEffects>,
  ): Promise<Rehearsal> {
    const order = await this.#order(orderName);
    const sha256 = await sha256OfFile(path);
    const heading = {
      ...{ file: name, sha256, order: order.messageId },
      basis: await this.#basis(this.database.manager, order, sha256),
    };
    try {
      const effects = await run({ order, sha256 }, (manager) => this.#apply(manager, order, path, sha256));
      return { ...heading, ...effects };
    } catch (error) {
      if (!(error instanceof DomainError) || !error.code.startsWith('BANK_FILE_')) throw error;
      const { code, message, details } = error;
      return { ...heading, refused: { code, message, details } };
    }
  }

  async #apply(manager: EntityManager, order: PaymentOrderRow, path: string, sha256: string): Promise<FileEffects> {
    const effects = new FileEffectsRepository(manager);
    const stood = await effects.remember(order.id);
    const route = await routeByContent(path, order.messageId);
    await this.intake.apply(manager, { name: basename(path), kind: route.kind, sha256 }, { route, order, path });
    return effects.since(order.id, stood);
  }

  async #order(name: string): Promise<PaymentOrderRow> {
    const orders = new PaymentOrderRepository(this.database.manager);
    const byMessage = await orders.ofMessage(name);
    if (byMessage !== undefined) return byMessage;
    if (!UUID.test(name)) throw new DomainError('ORDER_UNKNOWN', 'no such payment order');
    return orders.find(name);
  }

  async #basis(manager: EntityManager, { id }: PaymentOrderRow, sha256: string): Promise<string> {
    const stand = await new FileEffectsRepository(manager).stand(id);
    return createHash('sha256').update(`${sha256}|${stand}`).digest('hex');
  }
}

/** How many instructions go from where to where, in the order in which each way first occurs. */
export function movesOf(rows: readonly MovedInstruction[]): { from: string; to: string; families: number }[] {
  const ways = Map.groupBy(rows, ({ from, to }) => `${from} ${to}`);
  return [...ways.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : { from: first.from, to: first.to, families: others.length + 1 },
  );
}
