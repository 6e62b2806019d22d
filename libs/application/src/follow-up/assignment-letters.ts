import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { appointmentFor, covers, demandAssignedDays, DomainError, isPlaceOfAssignment, territoriesWith } from '#domain';
import {
  AssignmentLetterRepository,
  DocumentNumberRepository,
  PeriodRepository,
  ProgrammeClockRepository,
} from '#persistence';
import { noteBy } from '../audit/note-by.js';
import type { CommandContext } from '../shared/command-context.js';
import { Commands } from '../shared/commands.js';
import type { IssueAssignment, WithdrawAssignment } from './assignment-letters.schemas.js';

const CITY_CODE_LENGTH = 5;

/** Letters of assignment (surat tugas), signed by the head of Dinsos or who stands in as Plt or Plh. */
@Injectable()
export class AssignmentLetterService {
  constructor(private readonly commands: Commands) {}

  /**
   * Sends an officer to the cases of a place that wait for a visit, under the next number of the issuer's office. A letter that says the same
   * and stands is found again. Throws ASSIGNMENT_PLACE outside the issuer's territory, too, ASSIGNMENT_DAYS, ASSIGNMENT_NO_CASES where
   * nothing waits or the officer does not visit there.
   */
  async issue(context: CommandContext, command: IssueAssignment): Promise<{ id: string }> {
    return this.commands.run(context, 'assignment:issue', command, async (manager) => {
      const { periodId, officerId, territoryCode, validFrom, validTo } = command;
      const appointment = appointmentFor(context.actor, 'dinsos_head', territoryCode);
      if (appointment === undefined || !isPlaceOfAssignment(territoryCode)) {
        throw new DomainError('ASSIGNMENT_PLACE', 'no place of the issuer', { territory: territoryCode });
      }
      const policy = await new PeriodRepository(manager).policyOf(periodId);
      const today = await new ProgrammeClockRepository(manager).today();
      demandAssignedDays(command, today, policy.count('assignment.days_most'));
      const letters = new AssignmentLetterRepository(manager);
      const caseIds = await letters.casesFor(periodId, officerId, territoryCode);
      if (caseIds.length === 0)
        throw new DomainError('ASSIGNMENT_NO_CASES', 'nothing to visit there', { territory: territoryCode });
      const said = [periodId, officerId, territoryCode, validFrom, validTo, context.actor.officerId, ...caseIds];
      const hash = createHash('sha256').update(said.join('|')).digest('hex');
      const standing = await letters.standing(hash);
      if (standing !== undefined) return { id: standing };
      const id = randomUUID();
      const pattern = policy.text('number.assignment');
      const numbers = new DocumentNumberRepository(manager);
      const number = await numbers.giveAs(appointment.id, { kind: 'assignment', subjectId: id, pattern });
      const cityCode = territoryCode.slice(0, CITY_CODE_LENGTH);
      await letters.add({
        ...{ id, periodId, cityCode, territoryCode, officerId, validFrom, validTo, number, hash, caseIds },
        ...{ issuedBy: context.actor.officerId, appointmentId: appointment.id },
      });
      await noteBy(manager, context, {
        ...{ action: 'assignment.issued', subjectType: 'assignment', subjectId: id, territoryCode },
        details: { officerId, cases: caseIds.length, validFrom, validTo },
      });
      return { id };
    });
  }

  /** Takes a letter back before its last day. Throws ASSIGNMENT_UNKNOWN outside the territory, too, ASSIGNMENT_WITHDRAWN. */
  async withdraw(context: CommandContext, id: string, { reason }: WithdrawAssignment): Promise<{ id: string }> {
    return this.commands.run(context, `assignment:withdraw:${id}`, { reason }, async (manager) => {
      const letters = new AssignmentLetterRepository(manager);
      const letter = await letters.find(id);
      const scopes = territoriesWith(context.actor, 'assignment:issue');
      if (!scopes.some((scope) => covers(scope, letter.territoryCode))) {
        throw new DomainError('ASSIGNMENT_UNKNOWN', 'no such letter of yours');
      }
      if (letter.withdrawnAt !== null) throw new DomainError('ASSIGNMENT_WITHDRAWN', 'the letter was withdrawn');
      await letters.withdraw(id, context.actor.officerId, reason);
      await noteBy(manager, context, {
        ...{ action: 'assignment.withdrawn', subjectType: 'assignment', subjectId: id },
        ...{ territoryCode: letter.territoryCode, details: {} },
      });
      return { id };
    });
  }
}
