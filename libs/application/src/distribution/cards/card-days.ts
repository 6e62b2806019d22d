import type { EntityManager } from 'typeorm';
import { stayRuleOf, type TerritoryCalendars, unlessYearUnknown, WorkingCalendar } from '#domain';
import { CardFollowRepository, HolidayRepository, PolicyRepository } from '#persistence';

const YEARS = new Set(Array.from({ length: 200 }, (_, index) => `${2000 + index}`));
const WEEKDAYS = new WorkingCalendar(new Set(), YEARS);

/**
 * After words were said: gives cards that moved their last day, and opens and closes cases, of these cards or of all. Days are worked out
 * once for all cards of a city that came into a state on the same day.
 */
export async function followCards(
  manager: EntityManager,
  national: WorkingCalendar,
  cardIds: readonly string[] | null,
): Promise<void> {
  const follow = new CardFollowRepository(manager);
  const policy = await new PolicyRepository(manager).ofOffices();
  const calendars = await new HolidayRepository(manager).calendars(national);
  const stays = (await follow.staysWithoutDay()).flatMap((stay) => {
    const rule = stayRuleOf(stay.state);
    return rule === null ? [] : [{ ...stay, dueOn: lastDay(calendars, stay.cityCode, stay.since, policy.count(rule)) }];
  });
  await follow.setDays(stays);
  await follow.follow(cardIds);
  const days = policy.count('cards.case_days');
  const cases = (await follow.casesWithoutDay()).map((one) => ({
    ...{ ...one, dueOn: lastDay(calendars, one.cityCode, one.openedOn, days) },
  }));
  await follow.setCaseDays(cases);
}

/** By the place's calendar; by weekdays alone where a year has no holiday decree yet. */
const lastDay = (calendars: TerritoryCalendars, place: string, from: string, days: number): string =>
  unlessYearUnknown(() => calendars.for(place).addWorkingDays(from, days)) ?? WEEKDAYS.addWorkingDays(from, days);
