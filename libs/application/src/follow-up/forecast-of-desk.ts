import { type Forecast, forecast, type IsoDate, type TerritoryCalendars, unlessYearUnknown } from '#domain';

interface DeskPace {
  readonly kelurahanCode: string;
  readonly toVisit: number;
  readonly toDecide: number;
  readonly decidedLately: number;
  readonly deadlineOn: IsoDate;
}

/** Whether a desk, or the desks of a place together, will make the deadline; null where a year has no holidays yet. */
export const forecastOfDesk = (desk: DeskPace, today: IsoDate, calendars: TerritoryCalendars): Forecast | null =>
  unlessYearUnknown(() =>
    forecast({ ...desk, open: desk.toVisit + desk.toDecide }, today, calendars.for(desk.kelurahanCode)),
  );
