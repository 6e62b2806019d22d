import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type DeedResult,
  demandAnothers,
  demandOwn,
  demandWaiting,
  DomainError,
  familyCodeOf,
  readFamilyCode,
  territoriesWith,
  WorkingCalendar,
} from '#domain';
import {
  DoubtRepository,
  FamilyChangeRepository,
  type FamilyChangeRow,
  NotificationRepository,
  PersonVault,
} from '#persistence';
import { noteBy } from '../audit/note-by.js';
import { deedEnded } from '../complaints/deed-ended.js';
import type { CommandContext } from '../shared/command-context.js';
import { Commands } from '../shared/commands.js';
import { checkerOf } from './checker-of.js';
import { proposeChange } from './propose-change.js';
import type { ConfirmFamilyChange, NewFamilyChange, RefuseFamilyChange } from './family-changes.schemas.js';

type Id = Promise<{ id: string }>;

/** Changes of families' records: one person proposes with a paper, another of the same territory confirms or refuses. Lists of before stay. */
@Injectable()
export class FamilyChangeService {
  constructor(
    private readonly vault: PersonVault,
    private readonly calendar: WorkingCalendar,
    private readonly commands: Commands,
  ) {}

  /** The office that may confirm is told. Throws what `proposeChange` does. */
  async propose(context: CommandContext, code: string, command: NewFamilyChange): Id {
    // The receipt keeps a hash of the request, and no value.
    return this.commands.run(context, `family-change:${code}`, command, async (manager) => {
      const { field, value, reason, paperId } = command;
      const { id } = await proposeChange(
        { manager, vault: this.vault, calendar: this.calendar, context },
        {
          ...{ field, value, reason, source: { paperId }, familyId: readFamilyCode(code) ?? '0' },
          scopes: territoriesWith(context.actor, 'family:propose'),
          checker: (territoryCode) => checkerOf(context.actor, territoryCode),
        },
      );
      return { id };
    });
  }

  /** From here on later lists feel it. Throws FAMILY_CHANGE_UNKNOWN, _DECIDED, _OWN, _OWN_HOUSEHOLD, and _UNSEEN for who has not opened it. */
  async confirm(context: CommandContext, changeId: string, { contentHash }: ConfirmFamilyChange): Id {
    return this.commands.run(context, `family-change:confirm:${changeId}`, { contentHash }, async (manager) => {
      const change = await this.anothers(manager, context, changeId);
      if (change.contentHash !== contentHash)
        throw new DomainError('FAMILY_CHANGE_UNSEEN', 'confirmed without being read');
      return this.end(manager, context, change, 'confirmed', null);
    });
  }

  /** The record stays, and the proposer hears why. Throws as `confirm` does. */
  async refuse(context: CommandContext, changeId: string, { reason }: RefuseFamilyChange): Id {
    return this.commands.run(context, `family-change:refuse:${changeId}`, { reason }, async (manager) =>
      this.end(manager, context, await this.anothers(manager, context, changeId), 'refused', reason),
    );
  }

  /** Takes back one's own. Throws FAMILY_CHANGE_UNKNOWN, FAMILY_CHANGE_DECIDED, FAMILY_CHANGE_NOT_OWN. */
  async withdraw(context: CommandContext, changeId: string): Id {
    return this.commands.run(context, `family-change:withdraw:${changeId}`, {}, async (manager) => {
      const change = await waiting(manager, changeId, territoriesWith(context.actor, 'family:propose'));
      demandOwn(change, context.actor.officerId, { code: 'FAMILY_CHANGE_NOT_OWN' });
      await new FamilyChangeRepository(manager).decide(change.id, 'withdrawn', context.actor.officerId, null);
      await this.tellComplaint(manager, change, 'withdrawn');
      await note(manager, context, 'family-change.withdrawn', change);
      return { id: change.id };
    });
  }

  private async anothers(manager: EntityManager, context: CommandContext, changeId: string): Promise<FamilyChangeRow> {
    const scopes = territoriesWith(context.actor, 'family:confirm');
    const change = await waiting(manager, changeId, scopes);
    const { officerId } = context.actor;
    demandAnothers(change, officerId, { code: 'FAMILY_CHANGE_OWN' });
    const subject = await new FamilyChangeRepository(manager).subject(change.familyId, ['ID'], officerId);
    if (subject?.isOwn === true) throw new DomainError('FAMILY_CHANGE_OWN_HOUSEHOLD', 'the officer’s own household');
    return change;
  }

  private async end(
    manager: EntityManager,
    context: CommandContext,
    change: FamilyChangeRow,
    state: 'confirmed' | 'refused',
    reason: string | null,
  ): Id {
    await new FamilyChangeRepository(manager).decide(change.id, state, context.actor.officerId, reason);
    if (state === 'confirmed' && change.field === 'reentry') {
      await new DoubtRepository(manager).dropExclusions(change.familyId);
    }
    await this.tellComplaint(manager, change, state);
    await note(manager, context, `family-change.${state}`, change);
    await new NotificationRepository(manager).tell([change.proposedBy], {
      ...{ kind: 'family-change.decided', key: `family-change.decided:${change.id}` },
      details: { event: state, code: familyCodeOf(change.familyId), field: change.field },
    });
    return { id: change.id };
  }

  private async tellComplaint(manager: EntityManager, { complaintId }: FamilyChangeRow, result: DeedResult) {
    if (complaintId !== null) await deedEnded(manager, this.calendar, complaintId, { deed: 'record', result });
  }
}

async function waiting(manager: EntityManager, changeId: string, scopes: readonly string[]): Promise<FamilyChangeRow> {
  const change = await new FamilyChangeRepository(manager).find(changeId, scopes);
  demandWaiting(change, { code: 'FAMILY_CHANGE_DECIDED' });
  return change;
}

const note = (
  manager: EntityManager,
  context: CommandContext,
  action: string,
  change: FamilyChangeRow,
): Promise<void> =>
  noteBy(manager, context, {
    ...{ action, subjectType: 'family-change', subjectId: change.id, territoryCode: change.territoryCode },
    details: { code: familyCodeOf(change.familyId), field: change.field },
  });
