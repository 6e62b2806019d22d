import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type ActingPolicy,
  actingPolicyOf,
  type AppointmentFacts,
  type AppointmentRefusal,
  DomainError,
  keepsRegisterOf,
  levelOf,
  levelOfKind,
  signs,
  whyNotAppointed,
  whyNotExtended,
  whyNotRegistered,
} from '#domain';
import {
  ActivationRepository,
  AppointmentRepository,
  type HeldAppointment,
  OfficeListRepository,
  OfficerRepository,
  ProgrammeClockRepository,
  PolicyRepository,
} from '#persistence';
import { noteBy } from '../audit/note-by.js';
import type { Made } from '../mandates/mandates.schemas.js';
import { Commands } from '../shared/commands.js';
import type { CommandContext } from '../shared/command-context.js';
import { demandNone } from './demand-none.js';
import { tellOfProposal } from './tell-of-proposal.js';
import type { EndAppointment, ExtendActing, NewAppointment, NewOffice, NewOfficer } from './organisation.schemas.js';

/**
 * Writes offices, officers and appointments. One at a time for the whole register, for its rules look across offices
 * and people; every refusal comes at once, each with its field.
 */
@Injectable()
export class OfficerRegister {
  constructor(private readonly commands: Commands) {}

  /** Throws REGISTER_NOT_YOURS, TERRITORY_CODE, OFFICE_TIER_DIFFERS, TERRITORY_UNKNOWN, OFFICE_EXISTS. */
  async addOffice(context: CommandContext, command: NewOffice): Promise<Made> {
    return this.commands.run(context, 'office', command, async (manager) => {
      const level = levelOf(command.territoryCode);
      if (level !== levelOfKind(command.kind)) {
        demandNone([{ code: 'OFFICE_TIER_DIFFERS', field: 'territoryCode', details: {} }]);
      }
      const { territoryCode } = command;
      // An office is entered by whoever enters its officers; for a city's that is both.
      const isKept = (['dinsos_head', 'dinsos_operator'] as const).some((role) =>
        keepsRegisterOf(context.actor, { role, level, territoryCode }),
      );
      if (!isKept) demandNone([{ code: 'REGISTER_NOT_YOURS', field: 'territoryCode', details: {} }]);
      const id = await new OfficeListRepository(manager).add({ ...command, level });
      await noteBy(manager, context, { action: 'office.added', subjectType: 'office', subjectId: id, territoryCode });
      return { id };
    });
  }

  /** A new person with their first post; without a password until they activate their account. */
  async addOfficer(context: CommandContext, command: NewOfficer): Promise<Made> {
    return this.commands.run(context, 'officer', command, async (manager) => {
      const { username, fullName, language, ...post } = command;
      const register = await open(manager);
      const officerId = await new OfficerRepository(manager).create({ username, fullName, language });
      if (officerId === undefined) throw usernameTaken();
      await this.enter(register, context, { ...post, officerId });
      return { id: officerId };
    });
  }

  async appoint(context: CommandContext, officerId: string, command: NewAppointment): Promise<Made> {
    return this.commands.run(context, `appoint:${officerId}`, command, async (manager) => {
      const register = await open(manager);
      await register.demandOfficer(officerId);
      return { id: await this.enter(register, context, { ...command, officerId }) };
    });
  }

  /** Ends it on a day to come, or at once. Answers how many open tasks of the post stay with the officer. */
  async end(context: CommandContext, appointmentId: string, command: EndAppointment): Promise<{ tasksHeld: number }> {
    return this.commands.run(context, `end:${appointmentId}`, command, async (manager) => {
      const { appointments, today } = await open(manager);
      const held = await appointments.find(appointmentId);
      demandNone(whyNotRegistered(context.actor, held.officerId, held));
      demandNone(whyNotEnded(held, command.lastDay, today));
      await appointments.end(appointmentId, command.lastDay, command.reason, context.actor.officerId);
      await noteOf(manager, context, 'appointment.ended', appointmentId, held);
      return { tasksHeld: await appointments.tasksHeld(held) };
    });
  }

  /** Lets a Plt go on; once. */
  async extend(context: CommandContext, appointmentId: string, command: ExtendActing): Promise<void> {
    await this.commands.run(context, `extend:${appointmentId}`, command, async (manager) => {
      const { appointments, policy, today } = await open(manager);
      const held = await appointments.find(appointmentId);
      demandNone(whyNotRegistered(context.actor, held.officerId, held));
      if (isOver(held, today)) throw over();
      const around = await appointments.around(held.officerId, held.officeId, held.role);
      const others = { ...around, ofPost: around.ofPost.filter((one) => one.officerId !== held.officerId) };
      demandNone(whyNotExtended(held, command, others, policy));
      await appointments.extend(appointmentId, command.validTo, command.letterNumber);
      await noteOf(manager, context, 'appointment.extended', appointmentId, held);
      return {};
    });
  }

  private async enter(
    { manager, appointments, policy }: Register,
    context: CommandContext,
    { officeId, ...command }: NewAppointment & { officerId: string },
  ): Promise<string> {
    const office = await appointments.office(officeId);
    const wanted: AppointmentFacts = { ...office, ...command };
    demandNone(whyNotRegistered(context.actor, command.officerId, wanted));
    const around = await appointments.around(command.officerId, officeId, command.role);
    demandNone(whyNotAppointed(wanted, around, policy));
    const by = context.actor.officerId;
    const isProposed = signs(wanted.role);
    const id = await appointments.appoint(wanted, by, isProposed);
    await noteOf(manager, context, isProposed ? 'appointment.proposed' : 'appointment.added', id, wanted);
    if (!isProposed) return id;
    // A code that the registrar was shown for a lesser post must not open an account that signs.
    await new ActivationRepository(manager).withdraw(command.officerId);
    await tellOfProposal(manager, { ...wanted, proposedBy: by }, `appointment:${id}`);
    return id;
  }
}

interface Register {
  readonly manager: EntityManager;
  readonly appointments: AppointmentRepository;
  readonly policy: ActingPolicy;
  readonly today: string;
  demandOfficer(officerId: string): Promise<void>;
}

/** The register, locked until the command is done. */
async function open(manager: EntityManager): Promise<Register> {
  const appointments = new AppointmentRepository(manager);
  await appointments.lockRegister();
  return {
    ...{ manager, appointments },
    policy: actingPolicyOf(await new PolicyRepository(manager).ofOffices()),
    today: await new ProgrammeClockRepository(manager).today(),
    demandOfficer: async (officerId) => {
      if ((await appointments.ofOfficer(officerId)).length > 0) return;
      throw new DomainError('OFFICER_UNKNOWN', 'no such officer');
    },
  };
}

const isOver = ({ validTo }: HeldAppointment, today: string): boolean => validTo !== undefined && validTo < today;
const over = () => new DomainError('APPOINTMENT_OVER', 'the appointment is over');

function whyNotEnded(held: HeldAppointment, lastDay: string | undefined, today: string): AppointmentRefusal[] {
  if (isOver(held, today)) return [{ code: 'APPOINTMENT_OVER', field: 'lastDay', details: {} }];
  if (lastDay === undefined) return [];
  if (lastDay < today || lastDay < held.validFrom) return [{ code: 'END_IN_PAST', field: 'lastDay', details: {} }];
  const isLonger = held.validTo !== undefined && lastDay > held.validTo;
  return isLonger ? [{ code: 'APPOINTMENT_NOT_LENGTHENED', field: 'lastDay', details: {} }] : [];
}

const usernameTaken = (): DomainError =>
  new DomainError('USERNAME_TAKEN', 'another officer has this username', {
    refusals: [{ code: 'USERNAME_TAKEN', field: 'username', details: {} }],
  });

/** Found by the officer whom it is about. */
const noteOf = (
  manager: EntityManager,
  context: CommandContext,
  action: string,
  appointmentId: string,
  { officerId, territoryCode, role, acting }: AppointmentFacts,
): Promise<void> =>
  noteBy(manager, context, {
    ...{ action, subjectType: 'officer', subjectId: officerId, territoryCode },
    details: { appointmentId, role, acting: acting ?? null },
  });
