import type { EntityManager } from 'typeorm';
import { type ComplaintDeed, type DeedResult, isAsAnswered, type WorkingCalendar } from '#domain';
import { ComplaintRepository, ComplaintStoryRepository } from '#persistence';
import { ComplaintDays } from './complaint-days.js';
import { tellOffice, tellWorkflow } from './tell-office.js';

/**
 * What an answer set going has ended. Where it came to nothing, the answer was not true: the complaint is worked on again, with a new
 * day, and its office is told; an appeal that runs already is left to who decides on it.
 */
export async function deedEnded(
  manager: EntityManager,
  calendar: WorkingCalendar,
  complaintId: string,
  { deed, result }: { readonly deed: ComplaintDeed; readonly result: DeedResult },
): Promise<void> {
  const complaints = new ComplaintRepository(manager);
  const row = await complaints.held('id', complaintId);
  await new ComplaintStoryRepository(manager).note(complaintId, { kind: 'deed_ended', details: { deed, result } });
  if (!isAsAnswered(result) && row.state === 'answered') {
    const days = await ComplaintDays.read(manager, calendar);
    await complaints.become(row, 'in_work', { due_on: days.within(row.territoryCode, 'escalation_days') });
    await tellOffice(manager, row, row.office, 'undone', `undone:${deed}:${days.today}`);
  }
  await tellWorkflow(manager, complaintId);
}
