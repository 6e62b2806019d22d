import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import {
  callsForStandIn,
  hasPower,
  keepsRegisterOf,
  overlapOf,
  ROLES,
  signs,
  territoriesWith,
  unlessYearUnknown,
  whyNotConfirmed,
  WorkingCalendar,
} from '#domain';
import {
  AccountResetRepository,
  type AccountResetRow,
  type AppointmentRow,
  LeaveRepository,
  type LeaveRow,
  OfficeListRepository,
  OfficerListRepository,
  type OfficerState,
  PolicyRepository,
} from '#persistence';
import { toPage, decodeCursor } from '../shared/page.js';
import { viewReset } from './view-reset.js';
import type { SignedIn } from '../shared/command-context.js';
import {
  ByName,
  ByPlace,
  type OfficePage,
  type OfficeQuery,
  type OfficerDetail,
  type OfficerPage,
  type OfficerQuery,
} from './organisation.schemas.js';

/** The register as each reader may see it: offices and officers of their territory. */
@Injectable()
export class OrganisationReader {
  constructor(
    private readonly database: DataSource,
    private readonly calendar: WorkingCalendar,
  ) {}

  async offices(actor: SignedIn, { cursor, ...query }: OfficeQuery): Promise<z.infer<typeof OfficePage>> {
    const after = decodeCursor(cursor, ByPlace);
    const scopes = territoriesWith(actor, 'organisation:read');
    const rows = await new OfficeListRepository(this.database.manager).page({
      ...{ ...query, scopes, after, limit: query.limit + 1 },
    });
    return toPage(rows, query.limit, ({ territoryCode, name, id }) => ({ territoryCode, name, id }));
  }

  async officers(actor: SignedIn, { cursor, ...query }: OfficerQuery): Promise<z.infer<typeof OfficerPage>> {
    const after = decodeCursor(cursor, ByName);
    const scopes = territoriesWith(actor, 'organisation:read');
    const rows = await new OfficerListRepository(this.database.manager).page({
      ...{ ...query, scopes, after, limit: query.limit + 1 },
    });
    return toPage(rows, query.limit, ({ fullName: name, id }) => ({ name, id }));
  }

  /** Throws OFFICER_UNKNOWN. */
  async officer(actor: SignedIn, officerId: string): Promise<OfficerDetail> {
    const { manager } = this.database;
    const list = new OfficerListRepository(manager);
    const officer = await list.find(officerId, territoriesWith(actor, 'organisation:read'));
    const appointments = await list.appointments(officerId);
    const leaves = await new LeaveRepository(manager).of(officerId);
    const isSelf = officerId === actor.officerId;
    const mayKeep = !isSelf && keepsAll(actor, appointments);
    const reset = await new AccountResetRepository(manager).latest(officerId);
    const isByLetter = reset?.state === 'confirmed';
    const fromDays = leaves.length === 0 ? 0 : await this.standInDays();
    return {
      ...officer,
      appointments: appointments.map((held) => viewAppointment(actor, officerId, held)),
      reset: viewReset(actor, reset, currentPosts(appointments)),
      mayReset: mayKeep && isOpenAccount(officer.state) && !isOpenReset(reset),
      mayFetchLetter: officer.state === 'waiting' && !isByLetter && mayFetchLetter(actor, officerId, appointments),
      leaves: leaves.map((leave) => ({
        ...{ id: leave.id, firstDay: leave.firstDay, lastDay: leave.lastDay },
        kind: mayKeep || isSelf ? leave.kind : null,
        proposesPlh: this.proposals(leave, appointments, fromDays),
      })),
      mayKeep,
      mayAppoint:
        !isSelf &&
        hasPower(
          actor.appointments.map(({ role }) => role),
          'organisation:write',
        ),
    };
  }

  private async standInDays(): Promise<number> {
    const policy = await new PolicyRepository(this.database.manager).ofOffices();
    return policy.count('leave.stand_in_days');
  }

  private proposals(leave: LeaveRow, appointments: readonly AppointmentRow[], fromDays: number) {
    const away = { validFrom: leave.firstDay, validTo: leave.lastDay };
    const days = unlessYearUnknown(() => this.calendar.workingDaysLeft(leave.firstDay, leave.lastDay)) ?? 0;
    const isFirstDayWorked = unlessYearUnknown(() => this.calendar.isWorkingDay(leave.firstDay)) === true;
    const workingDays = days + (isFirstDayWorked ? 1 : 0);
    return appointments
      .filter(
        ({ role, acting, validFrom, validTo }) =>
          acting === null &&
          callsForStandIn(role, workingDays, fromDays) &&
          overlapOf(away, { validFrom, validTo: validTo ?? undefined }) !== undefined,
      )
      .map(({ role, office }) => ({ role, office }));
  }
}

/** Posts that hold, wait for their day or wait to be confirmed. */
export const currentPosts = <Post extends Pick<AppointmentRow, 'isOver'>>(appointments: readonly Post[]): Post[] =>
  appointments.filter(({ isOver }) => !isOver);

/** Whether the actor keeps the register of every post that is not over; somebody without a post, of the last ones. */
export function keepsAll(
  actor: SignedIn,
  appointments: readonly Pick<AppointmentRow, 'role' | 'territoryCode' | 'isOver'>[],
): boolean {
  const current = currentPosts(appointments);
  const judged = current.length > 0 ? current : appointments;
  return judged.length > 0 && judged.every((held) => keepsRegisterOf(actor, { ...held, level: ROLES[held.role] }));
}

const mayConfirm = (actor: SignedIn, officerId: string, held: AppointmentRow): boolean =>
  whyNotConfirmed(actor, { ...held, officerId, proposedBy: held.proposedBy ?? undefined }).length === 0;

const isOpenAccount = (state: OfficerState): boolean => state === 'active' || state === 'leave';

const isOpenReset = (reset: AccountResetRow | undefined): boolean =>
  reset?.state === 'proposed' || reset?.state === 'confirmed';

/** Whoever could confirm a post that signs, once one is confirmed, and has proposed none of them. */
const mayFetchLetter = (actor: SignedIn, officerId: string, all: readonly AppointmentRow[]): boolean => {
  const posts = all.filter(({ role, isOver }) => !isOver && signs(role));
  return (
    posts.some(({ isProposed }) => !isProposed) &&
    posts.some((held) => mayConfirm(actor, officerId, held)) &&
    posts.every(({ proposedBy }) => proposedBy !== actor.officerId)
  );
};

function viewAppointment(actor: SignedIn, officerId: string, held: AppointmentRow) {
  const isSelf = officerId === actor.officerId;
  const { id, role, officeId, office, territoryCode, validFrom, validTo, acting, letterNumber, endedReason } = held;
  const mayEnd = !isSelf && !held.isOver && keepsRegisterOf(actor, { role, territoryCode, level: ROLES[role] });
  return {
    ...{ id, role, officeId, office, territoryCode, validFrom, validTo, acting, letterNumber, endedReason },
    ...{ isLive: held.isLive, isOver: held.isOver, isProposed: held.isProposed, confirmedBy: held.confirmedBy },
    mayConfirm: held.isProposed && !held.isOver && mayConfirm(actor, officerId, held),
    mayEnd,
    mayExtend: mayEnd && acting === 'plt' && !held.isExtended,
  };
}
