import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import {
  DomainError,
  type FamilyChangeContent,
  familyCodeOf,
  isSameValue,
  isWholeValue,
  type Role,
  valueOf,
  WorkingCalendar,
} from '#domain';
import {
  FamilyChangeRepository,
  FamilyPaperRepository,
  HolidayRepository,
  NotificationRepository,
  PersonVault,
  PolicyRepository,
  ProgrammeClockRepository,
} from '#persistence';
import { noteBy } from '../audit/note-by.js';
import type { CommandContext } from '../shared/command-context.js';
import type { NewFamilyChange } from './family-changes.schemas.js';

/** What an act on families' records works with. */
export interface RecordTools {
  readonly manager: EntityManager;
  readonly vault: PersonVault;
  readonly calendar: WorkingCalendar;
  readonly context: CommandContext;
}

interface Proposal extends Pick<NewFamilyChange, 'field' | 'value' | 'reason'> {
  readonly familyId: string;
  /** Where the proposer may propose. */
  readonly scopes: readonly string[];
  /** What speaks for it. */
  readonly source: { readonly paperId: string } | { readonly complaintId: string };
  /** The office that hears of it, of the place where the family lives. */
  readonly checker: (territoryCode: string) => Role;
}

/**
 * Writes a change that waits for a second person, and tells the office that may confirm it. Throws FAMILY_UNKNOWN, FAMILY_CHANGE_OWN_HOUSEHOLD,
 * FAMILY_CHANGE_VALUE for a value that is not whole, FAMILY_CHANGE_SAME, FAMILY_NOT_EXCLUDED for who was not taken out, FAMILY_PAPER_UNKNOWN,
 * FAMILY_CHANGE_PROPOSED while another change of the field waits.
 */
export async function proposeChange(tools: RecordTools, proposal: Proposal): Promise<{ id: string; dueOn: string }> {
  const { manager, vault, context } = tools;
  const { officerId } = context.actor;
  const { familyId, field, value, reason, source } = proposal;
  const changes = new FamilyChangeRepository(manager);
  const subject = await changes.subject(familyId, proposal.scopes, officerId);
  if (subject === undefined) throw new DomainError('FAMILY_UNKNOWN', 'no such family in the territory');
  if (subject.isOwn) throw new DomainError('FAMILY_CHANGE_OWN_HOUSEHOLD', 'the officer’s own household');
  if (field === 'reentry' && !(await changes.isTakenOut(familyId))) {
    throw new DomainError('FAMILY_NOT_EXCLUDED', 'the family was not taken out');
  }
  const content = contentOf(vault, proposal, subject.sealed);
  const paperId = 'paperId' in source ? source.paperId : null;
  if (paperId !== null && !(await new FamilyPaperRepository(manager, vault).isOf(familyId, paperId))) {
    throw new DomainError('FAMILY_PAPER_UNKNOWN', 'no such paper of this family');
  }
  const { territoryCode } = subject;
  const sealed = vault.sealBytes(Buffer.from(JSON.stringify(content)));
  const dueOn = await dueOnOf(tools, territoryCode);
  const id = await changes.propose({
    ...{ familyId, field, reason, paperId, sealed, territoryCode, dueOn, proposedBy: officerId },
    complaintId: 'complaintId' in source ? source.complaintId : null,
    contentHash: createHash('sha256').update(sealed).digest('hex'),
    newNikHash: field === 'head' ? vault.indexOf(value.nik ?? '') : null,
  });
  if (id === undefined) throw new DomainError('FAMILY_CHANGE_PROPOSED', 'another change of the field waits', { field });
  const details = { code: familyCodeOf(familyId), field };
  const note = {
    action: 'family-change.proposed',
    subjectType: 'family-change',
    subjectId: id,
    territoryCode,
    details,
  };
  await noteBy(manager, context, note);
  await new NotificationRepository(manager).tellOffice(proposal.checker(territoryCode), territoryCode, {
    ...{ kind: 'family-change.proposed', key: `family-change:${id}`, details },
  });
  return { id, dueOn };
}

/** A phone that nobody knew has no before. */
function contentOf(
  vault: PersonVault,
  { field, value }: Pick<NewFamilyChange, 'field' | 'value'>,
  sealed: Buffer,
): FamilyChangeContent {
  if (!isWholeValue(field, value)) {
    throw new DomainError('FAMILY_CHANGE_VALUE', 'the value is not whole', { field: 'value' });
  }
  const { fullName, nik, address, rt, rw } = vault.open(sealed);
  const before = valueOf(field, { fullName, nik, address, rt, rw, standing: 'excluded' });
  const after = valueOf(field, value);
  if (isSameValue(field, before, after)) throw new DomainError('FAMILY_CHANGE_SAME', 'nothing changes');
  return { before, after };
}

async function dueOnOf({ manager, calendar }: RecordTools, territoryCode: string): Promise<string> {
  const calendars = await new HolidayRepository(manager).calendars(calendar);
  const days = (await new PolicyRepository(manager).ofOffices()).count('families.change_days');
  return calendars.for(territoryCode).addWorkingDays(await new ProgrammeClockRepository(manager).today(), days);
}
