import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Actor, DomainError, WorkingCalendar } from '#domain';
import type { Language } from '#messages';
import {
  CandidateRepository,
  HandoverRepository,
  type HandoverRow,
  NotificationRepository,
  PolicyRepository,
  ProgrammeClockRepository,
  type SettledItem,
} from '#persistence';
import { noteBy } from '../audit/note-by.js';
import { Commands } from '../shared/commands.js';
import { ByNumber, decodeCursor, toPage } from '../shared/page.js';
import type { CommandContext, SignedIn } from '../shared/command-context.js';
import { explainRefusals } from '../shared/explain-refusals.js';
import { acceptItems } from './accept-pack.js';
import { below, demandGiver, isAbove, refused } from './handover-parties.js';
import type {
  Handover,
  HandoverAnswer,
  HandoverContents,
  HandoverItem,
  OfferHandover,
  RefuseHandover,
} from './handovers.schemas.js';

/** Hand-over of everything an officer has in hand, accepted by its receiver. */
@Injectable()
export class HandoverService {
  constructor(
    private readonly database: DataSource,
    private readonly calendar: WorkingCalendar,
    private readonly commands: Commands,
  ) {}

  async list(actor: SignedIn): Promise<Handover[]> {
    const rows = await new HandoverRepository(this.database.manager).list(actor.officerId, below(actor));
    return rows.map((row) => view(row, actor));
  }

  /** What a pack of the reader, or of an officer below, would hold, and who could receive it. */
  async contents(actor: SignedIn, fromOfficerId = actor.officerId): Promise<HandoverContents> {
    const { manager } = this.database;
    const giver = await demandGiver(manager, actor, fromOfficerId);
    const candidates = new CandidateRepository(manager);
    const found = new Map<string, Actor>();
    for (const { role, territoryCode } of giver.appointments) {
      for (const one of await candidates.holdersOf([role], territoryCode)) found.set(one.officerId, one);
    }
    found.delete(giver.officerId);
    return {
      items: await new HandoverRepository(manager).inHand(fromOfficerId),
      receivers: [...found.values()].map(({ officerId, fullName, appointments }) => ({
        ...{ officerId, fullName },
        offices: appointments.map(({ officeName }) => officeName),
      })),
      answerDays: await answerDays(this.database.manager),
    };
  }

  /** Throws HANDOVER_UNKNOWN. */
  async find(actor: SignedIn, handoverId: string): Promise<Handover> {
    return view(await this.demandSight(this.database.manager, actor, handoverId), actor);
  }

  async items(
    actor: SignedIn,
    handoverId: string,
    { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
    language: Language,
  ): Promise<{ rows: HandoverItem[]; next: string | null }> {
    await this.demandSight(this.database.manager, actor, handoverId);
    const after = decodeCursor(cursor, ByNumber)?.id;
    const rows = await new HandoverRepository(this.database.manager).items(handoverId, limit + 1, after);
    const page = toPage(rows, limit, ({ id }) => ({ id }));
    const notified = page.rows.map(({ refusals, ...row }) => ({
      ...row,
      refusals: explainRefusals(refusals, language),
    }));
    return { rows: notified, next: page.next };
  }

  /** One pack with all of it. Throws HANDOVER_EXISTS, HANDOVER_NOT_ABOVE, HANDOVER_EMPTY, HANDOVER_SELF, OFFICER_UNKNOWN. */
  async offer(context: CommandContext, command: OfferHandover): Promise<Handover> {
    return this.commands.run(context, 'handover', command, async (manager) => {
      const { fromOfficerId = context.actor.officerId, toOfficerId, reason } = command;
      await demandGiver(manager, context.actor, fromOfficerId);
      if (toOfficerId === fromOfficerId) throw refused('HANDOVER_SELF', 'toOfficerId');
      const [receiver] = await new CandidateRepository(manager).byId([toOfficerId]);
      if (receiver === undefined) throw refused('OFFICER_UNKNOWN', 'toOfficerId');
      const handovers = new HandoverRepository(manager);
      if ((await handovers.inHand(fromOfficerId)).length === 0) throw refused('HANDOVER_EMPTY');
      const today = await new ProgrammeClockRepository(manager).today();
      const dueOn = this.calendar.addWorkingDays(today, await answerDays(manager));
      const offeredBy = context.actor.officerId;
      const id = await once(() => handovers.offer({ fromOfficerId, toOfficerId, offeredBy, reason, dueOn }));
      const row = await found(handovers.find(id));
      await note(manager, context, row, 'handover.offered');
      await new NotificationRepository(manager).tell([toOfficerId], {
        kind: 'handover.offered',
        key: `handover:${id}`,
        details: { event: 'offered' },
      });
      return view(row, context.actor);
    });
  }

  /** Whole, or these items; what the receiver may not own stays, with its reasons. Throws HANDOVER_CLOSED. */
  async accept(context: CommandContext, handoverId: string, itemIds?: readonly string[]): Promise<HandoverAnswer> {
    return this.commands.run(context, `handover:${handoverId}:accept`, { itemIds }, async (manager) => {
      const handovers = new HandoverRepository(manager);
      const handover = await this.demandOpen(manager, context.actor, handoverId, 'receiver');
      const items = await handovers.waiting(handoverId, itemIds);
      const pack = { handover, receiver: context.actor, requestId: context.requestId };
      const settled = await acceptItems(manager, items, pack);
      return this.answered(manager, context, handoverId, settled);
    });
  }

  /** Whole, or these items; they stay with the giver. */
  async refuse(context: CommandContext, handoverId: string, command: RefuseHandover): Promise<HandoverAnswer> {
    return this.commands.run(context, `handover:${handoverId}:refuse`, command, async (manager) => {
      const handovers = new HandoverRepository(manager);
      await this.demandOpen(manager, context.actor, handoverId, 'receiver');
      const items = await handovers.waiting(handoverId, command.itemIds);
      const settled = items.map(({ id }): SettledItem => ({ id, state: 'refused' }));
      await handovers.settle(settled);
      return this.answered(manager, context, handoverId, settled, command.reason);
    });
  }

  /** The giver, or who offered it for them, takes back what was not answered. */
  async withdraw(context: CommandContext, handoverId: string): Promise<Handover> {
    return this.commands.run(context, `handover:${handoverId}:withdraw`, {}, async (manager) => {
      const handovers = new HandoverRepository(manager);
      const handover = await this.demandOpen(manager, context.actor, handoverId, 'giver');
      await handovers.close(handoverId, 'withdrawn', 'dropped');
      await note(manager, context, handover, 'handover.withdrawn');
      return view(await found(handovers.find(handoverId)), context.actor);
    });
  }

  /** Closes the pack when nothing in it waits any more, and tells the giver. */
  private async answered(
    manager: EntityManager,
    context: CommandContext,
    handoverId: string,
    settled: readonly SettledItem[],
    reason?: string,
  ): Promise<HandoverAnswer> {
    const handovers = new HandoverRepository(manager);
    const { counts, fromOfficerId } = await found(handovers.find(handoverId));
    if (counts.offered === 0) {
      const isRefused = counts.refused > 0 && counts.accepted === 0;
      await handovers.close(handoverId, isRefused ? 'refused' : 'answered', 'dropped', reason);
      const notified = { kind: 'handover.answered', key: `handover-answered:${handoverId}` } as const;
      await new NotificationRepository(manager).tell([fromOfficerId], notified);
    }
    const handover = await found(handovers.find(handoverId));
    await note(manager, context, handover, reason === undefined ? 'handover.accepted' : 'handover.refused');
    const count = (state: string) => settled.filter((item) => item.state === state).length;
    return {
      handover: view(handover, context.actor),
      ...{ accepted: count('accepted'), stayed: count('stayed'), dropped: count('dropped') },
      results: settled
        .filter(({ state }) => state !== 'accepted')
        .map(({ id, state, refusals = [] }) => ({
          ...{ itemId: id, state, refusals: explainRefusals(refusals, context.language) },
        })),
    };
  }

  private async demandOpen(
    manager: EntityManager,
    actor: SignedIn,
    handoverId: string,
    party: 'giver' | 'receiver',
  ): Promise<HandoverRow> {
    await this.demandSight(manager, actor, handoverId);
    const row = await found(new HandoverRepository(manager).lock(handoverId));
    const isParty = party === 'receiver' ? row.toOfficerId === actor.officerId : row.toOfficerId !== actor.officerId;
    if (!isParty) throw refused(party === 'receiver' ? 'HANDOVER_RECEIVER_ONLY' : 'HANDOVER_GIVER_ONLY');
    if (row.state !== 'offered')
      throw new DomainError('HANDOVER_CLOSED', 'answered or withdrawn', { state: row.state });
    return row;
  }

  private async demandSight(manager: EntityManager, actor: SignedIn, handoverId: string): Promise<HandoverRow> {
    const row = await new HandoverRepository(manager).find(handoverId);
    const isParty = row !== undefined && [row.fromOfficerId, row.toOfficerId].includes(actor.officerId);
    const isSeen = isParty || (row !== undefined && (await isAbove(manager, actor, row.fromOfficerId)));
    if (!isSeen) throw new DomainError('HANDOVER_UNKNOWN', 'no such hand-over of this reader');
    return row;
  }
}

async function once(offer: () => Promise<string>): Promise<string> {
  try {
    return await offer();
  } catch (error) {
    const isOpen = error instanceof Error && 'constraint' in error && error.constraint === 'uq_handover_open';
    throw isOpen ? refused('HANDOVER_EXISTS') : error;
  }
}

async function found(row: Promise<HandoverRow | undefined>): Promise<HandoverRow> {
  const handover = await row;
  if (handover === undefined) throw new DomainError('HANDOVER_UNKNOWN', 'no such hand-over');
  return handover;
}

async function note(
  manager: EntityManager,
  context: CommandContext,
  { id, fromOfficerId, toOfficerId, counts }: HandoverRow,
  action: string,
): Promise<void> {
  await noteBy(manager, context, {
    ...{ action, subjectType: 'handover', subjectId: id },
    details: { fromOfficerId, toOfficerId, counts },
  });
}

const view = (row: HandoverRow, { officerId }: Actor): Handover => ({
  ...row,
  mayAnswer: row.state === 'offered' && row.toOfficerId === officerId,
  mayWithdraw: row.state === 'offered' && row.toOfficerId !== officerId,
});

const answerDays = async (manager: EntityManager): Promise<number> =>
  (await new PolicyRepository(manager).ofOffices()).count('handover.answer_days');
