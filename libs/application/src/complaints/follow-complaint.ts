import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { addCalendarDays, dueAfterWaiting, officeAbove, startOfJakartaDay, WorkingCalendar } from '#domain';
import {
  ComplaintDeedRepository,
  ComplaintRepository,
  type ComplaintRow,
  ComplaintStoryRepository,
  inTransaction,
} from '#persistence';
import { ComplaintDays } from './complaint-days.js';
import { tellOffice } from './tell-office.js';

/** What an answer set going tells of its end; a look in this many days asks whether it did. */
const LOOK_DAYS = 30;

type Look = { readonly isOver: true } | { readonly dueAt: string };

/** What the calendar does to one complaint: it climbs where nobody answered, goes on where it waited long enough, and is final after its term, once what its answer set going has ended. */
@Injectable()
export class FollowComplaint {
  constructor(
    private readonly database: DataSource,
    private readonly calendar: WorkingCalendar,
  ) {}

  /** Does what is due by today and says when something is due next. It reads the facts, so a repeat changes nothing. */
  async look(complaintId: string): Promise<Look> {
    return inTransaction(this.database, async (manager) => {
      const complaints = new ComplaintRepository(manager);
      const days = await ComplaintDays.read(manager, this.calendar);
      const row = await complaints.held('id', complaintId);
      const waits = row.state === 'answered' && (await new ComplaintDeedRepository(manager).isOpen(complaintId));
      if (lastDayOf(row) < days.today && !waits) await this.pass(manager, days, row);
      const now = await complaints.held('id', complaintId);
      if (['final', 'decided', 'merged'].includes(now.state)) return { isOver: true };
      const next = addCalendarDays(waits ? addCalendarDays(days.today, LOOK_DAYS) : lastDayOf(now), 1);
      return { dueAt: startOfJakartaDay(next).toISOString() };
    });
  }

  /** One step, from today: a worker that was away for a month does not run through all offices at once. */
  private async pass(manager: EntityManager, days: ComplaintDays, row: ComplaintRow): Promise<void> {
    if (row.state === 'waiting') return goOn(manager, days, row);
    const complaints = new ComplaintRepository(manager);
    const story = new ComplaintStoryRepository(manager);
    if (row.state === 'answered') {
      await complaints.become(row, 'final', {});
      return story.note(row.id, { kind: 'final' });
    }
    if (['final', 'decided', 'merged'].includes(row.state)) return;
    const office = officeAbove(row.office);
    const dueOn = days.within(row.territoryCode, 'escalation_days');
    await complaints.write(row.id, { office, due_on: dueOn });
    await story.note(row.id, { kind: 'escalated', details: { office, late: row.dueOn, dueOn } });
    await tellOffice(manager, row, office, 'escalated', `escalated:${row.dueOn}`);
  }
}

/** The last day on which nothing happens by itself. */
const lastDayOf = ({ state, dueOn, waitingUntil, appealUntil }: ComplaintRow): string => {
  if (state === 'waiting') return waitingUntil ?? dueOn;
  return state === 'answered' ? (appealUntil ?? dueOn) : dueOn;
};

/** The clock of a complaint runs again, by the calendar's word or an officer's. */
export async function goOn(
  manager: EntityManager,
  days: ComplaintDays,
  row: ComplaintRow,
  officerId?: string,
): Promise<void> {
  const { dueOn, territoryCode, waitingSince } = row;
  const since = { dueOn, waitingSince: waitingSince ?? days.today, today: days.today };
  const later = days.by(territoryCode, (calendar) => dueAfterWaiting(calendar, since));
  const nothing = { waiting_for: null, waiting_since: null, waiting_until: null };
  await new ComplaintRepository(manager).become(row, 'in_work', { ...nothing, due_on: later });
  await new ComplaintStoryRepository(manager).note(row.id, { kind: 'resumed', officerId, details: { dueOn: later } });
}
