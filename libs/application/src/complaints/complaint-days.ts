import type { EntityManager } from 'typeorm';
import { type IsoDate, type Policy, type TerritoryCalendars, unlessYearUnknown, WorkingCalendar } from '#domain';
import { HolidayRepository, PolicyRepository, ProgrammeClockRepository } from '#persistence';

type Term =
  'days_information' | 'days_complaint' | 'days_oversight' | 'escalation_days' | 'appeal_days' | 'wait_days_most';

const YEARS = new Set(Array.from({ length: 200 }, (_, index) => `${2000 + index}`));
const WEEKDAYS = new WorkingCalendar(new Set(), YEARS);

/** The days of complaints in one moment: today, each place's working days, and the terms of the rules. */
export class ComplaintDays {
  private constructor(
    readonly today: IsoDate,
    private readonly calendars: TerritoryCalendars,
    private readonly policy: Policy,
  ) {}

  static async read(manager: EntityManager, national: WorkingCalendar): Promise<ComplaintDays> {
    const policy = await new PolicyRepository(manager).ofOffices();
    const today = await new ProgrammeClockRepository(manager).today();
    return new ComplaintDays(today, await new HolidayRepository(manager).calendars(national), policy);
  }

  /** A day by the place's calendar; where a year has no holiday decree yet, by weekdays alone: too early a day for the office, never a complaint refused. */
  by(territoryCode: string, ask: (calendar: WorkingCalendar) => IsoDate): IsoDate {
    return unlessYearUnknown(() => ask(this.calendars.for(territoryCode))) ?? ask(WEEKDAYS);
  }

  /** The last day of a term that begins today. */
  within(territoryCode: string, term: Term): IsoDate {
    const count = this.policy.count(`complaint.${term}`);
    return this.by(territoryCode, (calendar) => calendar.addWorkingDays(this.today, count));
  }
}
