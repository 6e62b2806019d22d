import { addCalendarDays, type IsoDate } from '../calendar/working-days.js';

/**
 * "From the 3rd to the 10th everything that comes to me in this office may be decided by a colleague." An office is an
 * appointment, and has one delegate a day at most, so that every chain leads to one officer.
 */
export interface OfficeDelegation {
  readonly id: string;
  readonly fromOfficerId: string;
  readonly toOfficerId: string;
  /** The office whose tasks pass on. */
  readonly appointmentId: string;
  /** The office by which the delegate may stand in; where that one is delegated too, these tasks go on with it. */
  readonly toAppointmentId: string;
  readonly validFrom: IsoDate;
  readonly validTo: IsoDate;
}

/** A chain that is longer is refused when it is saved, and followed no further when it is read. */
export const MOST_LINKS = 5;

const isOn = ({ validFrom, validTo }: OfficeDelegation, day: IsoDate): boolean => validFrom <= day && day <= validTo;

/**
 * The delegations by which an office's tasks pass on, on a day, from its holder to who stands in at last. A circle that
 * came to be stored all the same ends where it would come back.
 */
export function resolveChain(
  delegations: readonly OfficeDelegation[],
  appointmentId: string,
  day: IsoDate,
): readonly OfficeDelegation[] {
  const links: OfficeDelegation[] = [];
  const seen = new Set<string>();
  let office = appointmentId;
  while (links.length < MOST_LINKS) {
    const next = delegations.find((one) => one.appointmentId === office && isOn(one, day));
    if (next === undefined) break;
    seen.add(next.fromOfficerId);
    if (seen.has(next.toOfficerId)) break;
    links.push(next);
    office = next.toAppointmentId;
  }
  return links;
}

export interface Loop {
  readonly day: IsoDate;
  /** The officers of the circle, the one who would come back first and last. */
  readonly officerIds: readonly string[];
}

/** The first day on which somebody would stand in for themselves if this delegation were added. */
export function loopOf(delegations: readonly OfficeDelegation[], added: OfficeDelegation): Loop | undefined {
  return firstDay(delegations, added, (day, up, down) => {
    const before = up.flatMap((path) => path.map(({ fromOfficerId }) => fromOfficerId));
    const after = down.map(({ toOfficerId }) => toOfficerId);
    const back = after.findIndex((officerId) => before.includes(officerId));
    if (back === -1) return undefined;
    const path = up.find((one) => one.some(({ fromOfficerId }) => fromOfficerId === after[back])) ?? [];
    const from = path.findIndex(({ fromOfficerId }) => fromOfficerId === after[back]);
    const officerIds = [...path.slice(from).map(({ fromOfficerId }) => fromOfficerId), ...after.slice(0, back + 1)];
    return { day, officerIds };
  });
}

/** The first day on which a chain would have more links than are followed. */
export function tooLongOn(delegations: readonly OfficeDelegation[], added: OfficeDelegation): IsoDate | undefined {
  return firstDay(delegations, added, (day, up, down) => {
    const longest = Math.max(...up.map((path) => path.length));
    return longest + down.length - 1 > MOST_LINKS ? day : undefined;
  });
}

/** Asks, day by day, about the paths that lead to an added delegation (it is their last link) and on from it (its first). */
function firstDay<Found>(
  delegations: readonly OfficeDelegation[],
  added: OfficeDelegation,
  ask: (
    day: IsoDate,
    up: readonly (readonly OfficeDelegation[])[],
    down: readonly OfficeDelegation[],
  ) => Found | undefined,
): Found | undefined {
  for (let day = added.validFrom; day <= added.validTo; day = addCalendarDays(day, 1)) {
    const today = delegations.filter((one) => isOn(one, day));
    const found = ask(day, pathsTo(today, [added]), pathFrom(today, added));
    if (found !== undefined) return found;
  }
  return undefined;
}

function pathsTo(
  delegations: readonly OfficeDelegation[],
  path: readonly OfficeDelegation[],
): readonly (readonly OfficeDelegation[])[] {
  const [first] = path;
  const before = delegations.filter((one) => one.toAppointmentId === first?.appointmentId && !path.includes(one));
  if (before.length === 0 || path.length > MOST_LINKS) return [path];
  return before.flatMap((one) => pathsTo(delegations, [one, ...path]));
}

function pathFrom(delegations: readonly OfficeDelegation[], added: OfficeDelegation): readonly OfficeDelegation[] {
  const path = [added];
  while (path.length <= MOST_LINKS) {
    const last = path.at(-1);
    const next = delegations.find((one) => one.appointmentId === last?.toAppointmentId);
    if (next === undefined || path.includes(next)) break;
    path.push(next);
  }
  return path;
}
