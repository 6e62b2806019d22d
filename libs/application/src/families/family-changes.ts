import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  demandAnothers,
  demandOwn,
  demandWaiting,
  DomainError,
  familyCodeOf,
  isSameValue,
  isWholeValue,
  readFamilyCode,
  territoriesWith,
  valueOf,
  WorkingCalendar,
} from '#domain';
import {
  DoubtRepository,
  FamilyChangeRepository,
  type FamilyChangeRow,
  FamilyPaperRepository,
  HolidayRepository,
  NotificationRepository,
  PersonVault,
  PolicyRepository,
  ProgrammeClockRepository,
} from '#persistence';
import { noteBy } from '../audit/note-by.js';
import type { CommandContext } from '../shared/command-context.js';
import { Commands } from '../shared/commands.js';
import { checkerOf } from './checker-of.js';
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

  /**
   * The office that may confirm is told. Throws FAMILY_UNKNOWN, FAMILY_CHANGE_OWN_HOUSEHOLD, FAMILY_CHANGE_VALUE for a value that is not
   * whole, FAMILY_CHANGE_SAME, FAMILY_NOT_EXCLUDED for who was not taken out, FAMILY_PAPER_UNKNOWN, FAMILY_CHANGE_PROPOSED while another change of the field waits.
   */
  async propose(context: CommandContext, code: string, command: NewFamilyChange): Id {
    // The receipt keeps a hash of the request, and no value.
    return this.commands.run(context, `family-change:${code}`, command, async (manager) => {
      const { officerId } = context.actor;
      const familyId = readFamilyCode(code) ?? '0';
      const scopes = territoriesWith(context.actor, 'family:propose');
      const changes = new FamilyChangeRepository(manager);
      const subject = await changes.subject(familyId, scopes, officerId);
      if (subject === undefined) throw new DomainError('FAMILY_UNKNOWN', 'no such family in the territory');
      if (subject.isOwn) throw new DomainError('FAMILY_CHANGE_OWN_HOUSEHOLD', 'the officer’s own household');
      if (command.field === 'reentry' && !(await changes.isTakenOut(familyId))) {
        throw new DomainError('FAMILY_NOT_EXCLUDED', 'the family was not taken out');
      }
      const content = this.contentOf(command, subject.sealed);
      if (!(await new FamilyPaperRepository(manager, this.vault).isOf(familyId, command.paperId))) {
        throw new DomainError('FAMILY_PAPER_UNKNOWN', 'no such paper of this family');
      }
      const { field, reason, paperId, value } = command;
      const sealed = this.vault.sealBytes(Buffer.from(JSON.stringify(content)));
      const id = await changes.propose({
        ...{ familyId, field, reason, paperId, sealed, territoryCode: subject.territoryCode, proposedBy: officerId },
        contentHash: createHash('sha256').update(sealed).digest('hex'),
        newNikHash: field === 'head' ? this.vault.indexOf(value.nik ?? '') : null,
        dueOn: await this.dueOn(manager, subject.territoryCode),
      });
      if (id === undefined)
        throw new DomainError('FAMILY_CHANGE_PROPOSED', 'another change of the field waits', { field });
      await note(manager, context, 'family-change.proposed', await changes.find(id, scopes));
      await new NotificationRepository(manager).tellOffice(
        checkerOf(context.actor, subject.territoryCode),
        subject.territoryCode,
        {
          ...{
            kind: 'family-change.proposed',
            key: `family-change:${id}`,
            details: { code: familyCodeOf(familyId), field },
          },
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
      await note(manager, context, 'family-change.withdrawn', change);
      return { id: change.id };
    });
  }

  /** Throws FAMILY_CHANGE_VALUE, FAMILY_CHANGE_SAME. A phone that nobody knew has no before. */
  private contentOf({ field, value }: NewFamilyChange, sealed: Buffer) {
    if (!isWholeValue(field, value))
      throw new DomainError('FAMILY_CHANGE_VALUE', 'the value is not whole', { field: 'value' });
    const { fullName, nik, address, rt, rw } = this.vault.open(sealed);
    const standing = 'excluded';
    const content = {
      before: valueOf(field, { fullName, nik, address, rt, rw, standing }),
      after: valueOf(field, value),
    };
    if (isSameValue(field, content.before, content.after))
      throw new DomainError('FAMILY_CHANGE_SAME', 'nothing changes');
    return content;
  }

  private async dueOn(manager: EntityManager, territoryCode: string): Promise<string> {
    const calendars = await new HolidayRepository(manager).calendars(this.calendar);
    const days = (await new PolicyRepository(manager).ofOffices()).count('families.change_days');
    return calendars.for(territoryCode).addWorkingDays(await new ProgrammeClockRepository(manager).today(), days);
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
    await note(manager, context, `family-change.${state}`, change);
    await new NotificationRepository(manager).tell([change.proposedBy], {
      ...{ kind: 'family-change.decided', key: `family-change.decided:${change.id}` },
      details: { event: state, code: familyCodeOf(change.familyId), field: change.field },
    });
    return { id: change.id };
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
