import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Actor, covers, DomainError, freezeOf, MANDATE_LIFE, mayMove, speaksFor, territoriesWith } from '#domain';
import {
  FreezeRepository,
  type MandateEventRow,
  MandateRepository,
  MandateSliceRepository,
  type OfficeRow,
  ProgrammeClockRepository,
  type TreeRow,
} from '#persistence';
import { noteBy } from '../audit/note-by.js';
import { Commands } from '../shared/commands.js';
import type { CommandContext, SignedIn } from '../shared/command-context.js';
import { ANSWERED_IN_TASK, isAnsweredInTask, viewMandates } from './mandate-view.js';
import type { Made, Mandate, MandateChange, NewSlice, RenewMandate } from './mandates.schemas.js';

/** The mandate ledger over HTTP. Each side does what is its own; the ledger itself refuses the rest. */
@Injectable()
export class MandateService {
  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
  ) {}

  /** MandateService of the reader's territory and those above them, the city's before its slices. */
  async list(actor: SignedIn): Promise<Mandate[]> {
    const rows = await new MandateRepository(this.database.manager).list(territoriesWith(actor, 'mandate:read'));
    return viewMandates(rows, actor);
  }

  async events(actor: SignedIn, mandateId: string): Promise<MandateEventRow[]> {
    await this.sight(this.database.manager, actor, mandateId);
    return new MandateRepository(this.database.manager).events(mandateId);
  }

  async officesBelow(actor: SignedIn, mandateId: string): Promise<OfficeRow[]> {
    await this.sight(this.database.manager, actor, mandateId);
    return new MandateSliceRepository(this.database.manager).officesBelow(mandateId);
  }

  /** Moves a mandate on. Throws MANDATE_NOT_YOURS, REASON_REQUIRED, MANDATE_NOT_LIVE; a repeat gets the first answer. */
  async change(context: CommandContext, mandateId: string, command: MandateChange): Promise<void> {
    await this.commands.run(context, `mandate:${mandateId}`, command, async (manager) => {
      const mandate = await this.sight(manager, context.actor, mandateId);
      await this.demandMayChange(manager, context.actor, mandate, command);
      await new MandateRepository(manager).record(mandateId, command.event, context.actor.officerId, command.reason);
      await this.note(manager, context, `mandate.${command.event}`, mandateId, mandate.territoryCode);
      return {};
    });
  }

  /** Sets a later last day. Throws MANDATE_NOT_YOURS, ACTION_FROZEN, or why not this day. */
  async renew(context: CommandContext, mandateId: string, command: RenewMandate): Promise<void> {
    await this.commands.run(context, `renewal:${mandateId}`, command, async (manager) => {
      const mandate = await this.sight(manager, context.actor, mandateId);
      if (!speaksFor(context.actor, mandate.grantor)) throw notYours(mandate.grantor.name);
      await this.demandNotFrozen(manager, mandate.territoryCode);
      const { officerId } = context.actor;
      await new MandateRepository(manager).renew(mandateId, command.validTo, officerId, command.reason);
      await this.note(manager, context, 'mandate.renewed', mandateId, mandate.territoryCode);
      return {};
    });
  }

  /** Offers a slice of a mandate that the actor's office holds. Refuses with every reason, each with its field. */
  async offer(context: CommandContext, parentId: string, command: NewSlice): Promise<Made> {
    return this.commands.run(context, `slice:${parentId}`, command, async (manager) => {
      const parent = await this.sight(manager, context.actor, parentId);
      if (!speaksFor(context.actor, parent.grantee)) throw notYours(parent.grantee.name);
      await this.demandNotFrozen(manager, command.territoryCode);
      const { ceilingFamilies: families, ceilingRupiah, ...slice } = command;
      const ceiling = { families, amountRupiah: BigInt(ceilingRupiah) };
      const { officerId } = context.actor;
      const id = await new MandateSliceRepository(manager).offer(parentId, { ...slice, ceiling }, officerId);
      await this.note(manager, context, 'mandate.granted', id, command.territoryCode);
      return { id };
    });
  }

  /** The mandate, for who may read it. Throws MANDATE_UNKNOWN for the rest, as if it were not there. */
  private async sight(manager: EntityManager, actor: Actor, mandateId: string): Promise<TreeRow> {
    const mandate = (await new MandateRepository(manager).chain(mandateId)).at(-1);
    const isSeen = territoriesWith(actor, 'mandate:read').some(
      (scope) => covers(scope, mandate?.territoryCode ?? '') || covers(mandate?.territoryCode ?? '', scope),
    );
    if (mandate === undefined || !isSeen) throw new DomainError('MANDATE_UNKNOWN', 'no such mandate for this reader');
    return mandate;
  }

  private async demandMayChange(
    manager: EntityManager,
    actor: Actor,
    mandate: TreeRow,
    { event, reason }: MandateChange,
  ): Promise<void> {
    const { by, needsReason } = MANDATE_LIFE[event];
    if (by === 'calendar' || !mayMove(actor, event, mandate)) {
      throw notYours(mandate[by === 'grantor' ? 'grantor' : 'grantee'].name);
    }
    if (ANSWERED_IN_TASK.includes(event)) await demandNoTask(manager, mandate);
    if (needsReason && reason === undefined) {
      const refusals = [{ code: 'REASON_REQUIRED', field: 'reason', details: {} }];
      throw new DomainError('REASON_REQUIRED', 'this needs a reason', { refusals });
    }
    const today = await new ProgrammeClockRepository(manager).today();
    const { validFrom, validTo } = mandate;
    if (event === 'accepted' && today > validTo) {
      throw new DomainError('MANDATE_EXPIRED', 'the last day is past', { validFrom, validTo });
    }
  }

  private async demandNotFrozen(manager: EntityManager, territoryCode: string): Promise<void> {
    const today = await new ProgrammeClockRepository(manager).today();
    const freezes = await new FreezeRepository(manager).of('mandate.offer');
    const freeze = freezeOf(freezes, 'mandate.offer', territoryCode, today);
    if (freeze === undefined) return;
    const { name: period, reason, validFrom, validTo } = freeze;
    throw new DomainError('ACTION_FROZEN', 'no mandates are given now', { period, reason, validFrom, validTo });
  }

  private async note(
    manager: EntityManager,
    context: CommandContext,
    action: string,
    subjectId: string,
    territoryCode: string,
  ): Promise<void> {
    await noteBy(manager, context, { action, subjectType: 'mandate', subjectId, territoryCode });
  }
}

const notYours = (office: string): DomainError =>
  new DomainError('MANDATE_NOT_YOURS', 'another office does this', { office });

/** Throws MANDATE_ANSWERED_IN_TASK while the period itself waits for the city's first answer. */
async function demandNoTask(manager: EntityManager, { id, parentId, state }: TreeRow): Promise<void> {
  const events = await new MandateRepository(manager).events(id);
  const wasAccepted = events.some(({ event }) => event === 'accepted');
  if (!isAnsweredInTask({ parentId, state, wasAccepted })) return;
  throw new DomainError('MANDATE_ANSWERED_IN_TASK', 'the period waits for the answer in its task');
}
