import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { escalationPlan, WorkingCalendar } from '#domain';
import {
  CaseClosingRepository,
  CaseMeasureRepository,
  CaseRepository,
  CaseRequestRepository,
  CaseSanctionRepository,
  type DeskDays,
  HolidayRepository,
  inTransaction,
  NotificationRepository,
  PaymentOrderRepository,
  PeriodRepository,
} from '#persistence';
import { deskDates, type DeskSchedule } from './desk-dates.js';
import { escalateDue, nextEscalation } from '../tasks/deadlines/escalate-due.js';

export interface Desk {
  readonly workflowId: string;
  readonly schedule: DeskSchedule;
}

/** Desks and their cases, always many at once. Each method reads where the desk is, so a repeat changes nothing. */
@Injectable()
export class DeskService {
  constructor(
    private readonly database: DataSource,
    private readonly calendar: WorkingCalendar,
  ) {}

  /** A case for every credited family that did not transact; the desks they lie on, with their dates. */
  async openCases(orderId: string, deskPrefix: string): Promise<Desk[]> {
    return inTransaction(this.database, async (manager) => {
      const order = await new PaymentOrderRepository(manager).find(orderId);
      const { deadlineOn, schedule } = await deskDates(manager, order);
      const desks = await new CaseRepository(manager).openForOrder(orderId, deskPrefix, deadlineOn);
      return desks.map(({ workflowId }) => ({ workflowId, schedule }));
    });
  }

  /** Takes decided visits and outcomes into their cases and opens the next tasks. Returns how many stay open. */
  async advance(deskId: string): Promise<number> {
    return inTransaction(this.database, async (manager) => {
      const cases = new CaseRepository(manager);
      await cases.advance(deskId);
      await new CaseClosingRepository(manager).closeAtDesk(deskId);
      const days = await this.#days(manager, deskId);
      await new CaseRequestRepository(manager).open(deskId, days.request);
      await proposeSanctions(manager, deskId, days.verify);
      await proposeMeasures(manager, deskId, days.measure);
      await cases.openTasks(deskId, days);
      return cases.openCount(deskId);
    });
  }

  /**
   * Does what silence has brought upon the desk's tasks, all of them at once: reminders, late, added owners, T−30 and T−7.
   * Answers with the next instant to look at.
   */
  async escalate(deskId: string): Promise<{ dueAt: string } | undefined> {
    return inTransaction(this.database, async (manager) => {
      const calendars = await new HolidayRepository(manager).calendars(this.calendar);
      return lookAgainAt(await escalateDue(manager, calendars, { workflowId: deskId }));
    });
  }

  /** When silence will next have a consequence for a task of the desk. */
  async nextMoment(deskId: string): Promise<{ dueAt: string } | undefined> {
    const { manager } = this.database;
    const calendars = await new HolidayRepository(manager).calendars(this.calendar);
    return lookAgainAt(await nextEscalation(manager, calendars, { workflowId: deskId }));
  }

  /** The deadline: what is open lapses, what was decided stands. Returns 0. */
  async lapse(deskId: string): Promise<number> {
    return inTransaction(this.database, async (manager) => {
      const cases = new CaseRepository(manager);
      await cases.lapse(deskId);
      await new CaseClosingRepository(manager).closeAtDesk(deskId);
      return cases.openCount(deskId);
    });
  }

  async #days(
    manager: EntityManager,
    deskId: string,
  ): Promise<DeskDays & { readonly request: string; readonly verify: string; readonly measure: string }> {
    const { policy, today, holidays } = await new PeriodRepository(manager).policyOfDesk(deskId);
    const calendar = this.calendar.plus(holidays);
    const { startDays } = escalationPlan(policy);
    return {
      visit: calendar.addWorkingDays(today, policy.count('due_days.visit')),
      request: calendar.addWorkingDays(today, policy.countIf('case_request.days') ?? policy.count('due_days.outcome')),
      verify: calendar.addWorkingDays(
        today,
        policy.countIf('case_sanction.verify_days') ?? policy.count('due_days.outcome'),
      ),
      measure: calendar.addWorkingDays(
        today,
        policy.countIf('case_measure.approve_days') ?? policy.count('due_days.outcome'),
      ),
      decide: calendar.addWorkingDays(today, policy.count('due_days.outcome')),
      start: startDays === undefined ? null : calendar.addWorkingDays(today, startDays),
    };
  }
}

/** Whoever may verify them is told, once each. */
async function proposeSanctions(manager: EntityManager, deskId: string, dueOn: string): Promise<void> {
  for (const { id, cityCode } of await new CaseSanctionRepository(manager).propose(deskId, dueOn)) {
    const message = { kind: 'case-sanction.proposed', key: `case-sanction.proposed:${id}`, details: {} } as const;
    await new NotificationRepository(manager).tellOffice('dinsos_head', cityCode, message);
  }
}

/** Whoever may approve them is told, once each. */
async function proposeMeasures(manager: EntityManager, deskId: string, dueOn: string): Promise<void> {
  for (const { id, cityCode } of await new CaseMeasureRepository(manager).propose(deskId, dueOn)) {
    const message = { kind: 'case-measure.proposed', key: `case-measure.proposed:${id}`, details: {} } as const;
    for (const role of ['dinsos_head', 'mayor'] as const) {
      await new NotificationRepository(manager).tellOffice(role, cityCode, message);
    }
  }
}

const lookAgainAt = (dueAt: string | undefined): { dueAt: string } | undefined =>
  dueAt === undefined ? undefined : { dueAt };
