import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { covers, DomainError, jakartaDate, type TaskKind } from '#domain';
import {
  BudgetRepository,
  DecreeRepository,
  PaperRepository,
  type PaperSigner,
  PaymentOrderRepository,
  RosterRepository,
  RosterRowRepository,
  territoryNames,
} from '#persistence';
import { demandMoneySight } from '../money/demand-money-sight.js';
import { demandListSight } from '../rosters/demand-list-sight.js';
import type { SignedIn } from '../shared/command-context.js';
import { payerOf } from '../distribution/service/payer-of.js';
import { describeArtefact } from '../tasks/artefact/describe-artefact.js';
import type { DecreePaper, Dipa, MinutesPaper, OrderPaper, OrderPaperKind } from './papers.js';

const SIGNED_BY: Readonly<Record<OrderPaperKind, readonly TaskKind[]>> = {
  spp: ['payment.request'],
  spm: ['payment.request', 'payment.release'],
  si: ['payment.request', 'payment.release'],
};

/** Official papers with what the records say today; whatever only a person can give stays blank. */
@Injectable()
export class PaperReader {
  constructor(private readonly database: DataSource) {}

  /** The decree of a city. Throws DECREE_UNKNOWN, also outside the reader's territory. */
  async decree(actor: SignedIn, decreeId: string): Promise<DecreePaper> {
    const { manager } = this.database;
    const decrees = new DecreeRepository(manager);
    const decree = await decrees.find(decreeId);
    demandMoneySight(actor, decree.cityCode, 'DECREE_UNKNOWN');
    const papers = new PaperRepository(manager);
    const head = await papers.head(decree.periodId, decree.cityCode);
    const places = await decrees.byKelurahan(decreeId);
    const names = await territoryNames(
      manager,
      places.map(({ territoryCode }) => territoryCode),
    );
    const signers = inOrder(await papers.signers(decreeId, DECREE_KINDS), DECREE_KINDS);
    return {
      ...{ head, signers, hash: decree.listHash, number: decree.number },
      ...standing(signers, DECREE_KINDS, decree.listHash),
      ...{ version: decree.version, families: decree.families, amountRupiah: decree.amountRupiah },
      excluded: decree.excluded,
      places: places.map((place) => ({ ...place, name: names.get(place.territoryCode) ?? place.territoryCode })),
      dipa: await this.#dipa(head.programme, head.periodCode),
    };
  }

  /** A paper of a payment order. Throws ORDER_UNKNOWN, also outside the reader's territory. */
  async order(actor: SignedIn, orderId: string, kind: OrderPaperKind): Promise<OrderPaper> {
    const { manager } = this.database;
    const order = await new PaymentOrderRepository(manager).find(orderId);
    const { periodId, cityCode } = order;
    demandMoneySight(actor, cityCode, 'ORDER_UNKNOWN');
    const papers = new PaperRepository(manager);
    const head = await papers.head(periodId, cityCode);
    const subject = { periodId, cityCode, territoryCode: cityCode, type: 'order', id: orderId } as const;
    const { hash } = await describeArtefact(manager, subject, 'payment.request');
    const signers = inOrder(await papers.signers(orderId, SIGNED_BY[kind]), SIGNED_BY[kind]);
    return {
      ...{ head, kind, signers, hash, cityCode, number: kind === 'spm' ? order.spmNumber : null },
      ...standing(signers, SIGNED_BY[kind], hash),
      ...{ families: order.families, amountRupiah: order.amountRupiah, newAccounts: order.newAccounts },
      channel: order.channel,
      decreeNumber: (await new DecreeRepository(manager).find(order.decreeId)).number,
      ...{ sp2dNumber: order.sp2dNumber, executionOn: order.executionOn, messageId: order.messageId },
      fileSha256: order.fileSha256,
      payer: await payerOf(manager, order),
      dipa: await this.#dipa(head.programme, head.periodCode),
    };
  }

  /** The minutes of a kelurahan on a list. Throws ROSTER_UNKNOWN, also outside the reader's territory. */
  async minutes(actor: SignedIn, rosterId: string, kelurahanCode: string): Promise<MinutesPaper> {
    const { manager } = this.database;
    const { periodId, cityCode } = await new RosterRepository(manager).summary(rosterId);
    const scopes = demandListSight(actor, cityCode);
    const isSeen = covers(cityCode, kelurahanCode) && scopes.some((scope) => covers(scope, kelurahanCode));
    if (!isSeen) throw new DomainError('ROSTER_UNKNOWN', 'the place lies outside the list or the reader’s territory');
    const papers = new PaperRepository(manager);
    const hash = await new RosterRowRepository(manager).listHash(rosterId, kelurahanCode);
    const signers = inOrder(await papers.signers(rosterId, MINUTES_KINDS, kelurahanCode), MINUTES_KINDS);
    const verdicts = await papers.verdicts(rosterId, kelurahanCode);
    const { name, kecamatanName } = await papers.place(kelurahanCode);
    return {
      ...{ head: await papers.head(periodId, cityCode), signers, hash, number: null, verdicts },
      ...standing(signers, MINUTES_KINDS, hash),
      ...{ kelurahanName: name, kecamatanName, families: verdicts.reduce((sum, { families }) => sum + families, 0) },
    };
  }

  /** Periods are named by their first month: the year of the budget they are paid from. */
  async #dipa(programme: string, periodCode: string): Promise<Dipa | null> {
    const budget = await new BudgetRepository(this.database.manager).inForce(programme, Number(periodCode.slice(0, 4)));
    return budget ?? null;
  }
}

const DECREE_KINDS = ['closing.set', 'closing.ratify'] as const satisfies readonly TaskKind[];
const MINUTES_KINDS = ['verification.complete', 'endorsement.lurah'] as const satisfies readonly TaskKind[];

const inOrder = (signers: readonly PaperSigner[], kinds: readonly TaskKind[]): PaperSigner[] =>
  signers.toSorted((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind));

/** A paper stands when everybody has signed what it says now; else it is a draft, and its date is left to be written. */
function standing(signers: readonly PaperSigner[], kinds: readonly TaskKind[], hash: string) {
  const isDraft = !kinds.every((kind) => signers.some((signer) => signer.kind === kind && signer.hash === hash));
  const last = signers.at(-1);
  return { isDraft, date: isDraft || last === undefined ? null : jakartaDate(last.signedAt) };
}
