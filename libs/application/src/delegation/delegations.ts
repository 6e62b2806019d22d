import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  type Actor,
  appointmentFor,
  delegationRefusals,
  type DelegationCommand,
  DomainError,
  type FieldRefusal,
  officeToStandIn,
  supervisorOf,
} from '#domain';
import type { Language } from '#messages';
import {
  CandidateRepository,
  DelegationRepository,
  type DelegationRow,
  NotificationRepository,
  PolicyRepository,
  ProgrammeClockRepository,
} from '#persistence';
import { noteBy } from '../audit/note-by.js';
import { Commands } from '../shared/commands.js';
import type { CommandContext, SignedIn } from '../shared/command-context.js';
import { explainRefusals } from '../shared/explain-refusals.js';
import type { DelegateQuery, Delegates, Delegation, Delegations, NewDelegation } from './delegations.schemas.js';
import { returnToPrincipals } from './return-to-principals.js';

/** Dated delegations of offices: who stands in for whom, from when to when. */
@Injectable()
export class DelegationService {
  constructor(
    private readonly database: DataSource,
    private readonly commands: Commands,
  ) {}

  async list(actor: SignedIn): Promise<Delegations> {
    const rows = await new DelegationRepository(this.database.manager).ofOfficer(actor.officerId);
    return {
      given: rows.filter(({ fromOfficerId }) => fromOfficerId === actor.officerId).map(view),
      received: rows.filter(({ toOfficerId }) => toOfficerId === actor.officerId).map(view),
      standsFor: (actor.standsFor ?? []).map(({ delegationId, principal, between, appointment, validTo }) => ({
        ...{ delegationId, validTo, role: appointment.role, officeName: appointment.officeName },
        principal: principal.fullName,
        between: between.map(({ fullName }) => fullName),
      })),
      maxDays: await maxDays(this.database.manager),
      today: await new ProgrammeClockRepository(this.database.manager).today(),
    };
  }

  /** Colleagues of the same role in and around the office, and why not where not. */
  async delegates(actor: SignedIn, query: DelegateQuery, language: Language): Promise<Delegates> {
    const { manager } = this.database;
    const office = actor.appointments.find(({ id }) => id === query.appointmentId);
    if (office === undefined) return [];
    const today = await new ProgrammeClockRepository(manager).today();
    const { validFrom = today, validTo = validFrom } = query;
    const candidates = await new CandidateRepository(manager).ofRole(office.role, office.territoryCode);
    const others = await new DelegationRepository(manager).between(validFrom, validTo);
    const names = new Map(candidates.map(({ officerId, fullName }) => [officerId, fullName]));
    const facts = { today, maxDays: await maxDays(manager), giver: actor, others };
    return candidates
      .filter(({ officerId }) => officerId !== actor.officerId)
      .map((delegate) => {
        const command = { appointmentId: office.id, toOfficerId: delegate.officerId, validFrom, validTo };
        const nameOf = (officerId: string) => names.get(officerId) ?? actor.fullName;
        const refusals = delegationRefusals(command, { ...facts, delegate, nameOf }).filter(
          ({ field }) => field === 'toOfficerId',
        );
        return {
          officerId: delegate.officerId,
          fullName: delegate.fullName,
          offices: delegate.appointments.map(({ officeName }) => officeName),
          allowed: refusals.length === 0,
          refusals: explainRefusals(refusals, language),
        };
      });
  }

  /** One row an office, all of them or none. Throws every reason why not, with its field. */
  async add(context: CommandContext, command: NewDelegation): Promise<Delegation[]> {
    return this.commands.run(context, 'delegation', command, async (manager) => {
      const delegations = new DelegationRepository(manager);
      await delegations.lockAll();
      const commands = [...new Set(command.appointmentIds)].map((appointmentId) => ({ ...command, appointmentId }));
      const delegate = await this.demand(manager, context.actor, commands);
      const added: DelegationRow[] = [];
      for (const command of commands) {
        const office = context.actor.appointments.find(({ id }) => id === command.appointmentId);
        const by = office && officeToStandIn(office, delegate);
        if (by === undefined) throw new Error('an allowed delegate has an office to stand in by');
        const ids = { fromOfficerId: context.actor.officerId, toAppointmentId: by.id };
        const row = await delegations.add({ ...command, ...ids });
        await this.note(manager, context, row, 'delegation.granted');
        await this.tell(manager, row);
        added.push(row);
      }
      return added.map(view);
    });
  }

  /**
   * Ends it now: whoever gave it, whoever stands in by it, or the office above. What is held by it goes back at once.
   * Throws DELEGATION_UNKNOWN.
   */
  async end(context: CommandContext, delegationId: string): Promise<void> {
    await this.commands.run(context, `delegation:${delegationId}:end`, {}, async (manager) => {
      const delegations = new DelegationRepository(manager);
      const row = await delegations.lock(delegationId);
      if (row === undefined || !mayEnd(context.actor, row)) {
        throw new DomainError('DELEGATION_UNKNOWN', 'no such delegation of or to this officer');
      }
      if (row.isOver) return {};
      await delegations.end(delegationId, context.actor.officerId);
      while ((await returnToPrincipals(manager)) > 0);
      await this.note(manager, context, row, 'delegation.ended');
      return {};
    });
  }

  /** The delegate, who may stand in as is wished. */
  private async demand(manager: EntityManager, giver: Actor, commands: readonly DelegationCommand[]): Promise<Actor> {
    const [first] = commands;
    if (first === undefined) throw new Error('a delegation is about an office');
    const delegations = new DelegationRepository(manager);
    const [delegate] = await new CandidateRepository(manager).byId([first.toOfficerId]);
    const isOrdered = first.validFrom <= first.validTo;
    const others = isOrdered ? await delegations.between(first.validFrom, first.validTo) : [];
    const everybody = others.flatMap(({ fromOfficerId, toOfficerId }) => [fromOfficerId, toOfficerId]);
    const names = await delegations.namesOf([...everybody, giver.officerId, first.toOfficerId]);
    const today = await new ProgrammeClockRepository(manager).today();
    const facts = { today, maxDays: await maxDays(manager), giver, delegate, others };
    const nameOf = (officerId: string) => names.get(officerId) ?? '';
    const refusals = distinct(commands.flatMap((command) => delegationRefusals(command, { ...facts, nameOf })));
    const [reason] = refusals;
    if (reason !== undefined) {
      throw new DomainError(reason.code, 'the office may not be delegated so', { ...reason.details, refusals });
    }
    if (delegate === undefined) throw new Error('an unknown delegate is refused');
    return delegate;
  }

  private async note(
    manager: EntityManager,
    context: CommandContext,
    row: DelegationRow,
    action: 'delegation.granted' | 'delegation.ended',
  ): Promise<void> {
    const { toOfficerId, appointmentId, validFrom, validTo, territoryCode } = row;
    await noteBy(manager, context, {
      ...{ action, subjectType: 'delegation', subjectId: row.id, territoryCode },
      details: { toOfficerId, appointmentId, validFrom, validTo },
    });
  }

  private async tell(manager: EntityManager, { id, toOfficerId, validFrom, validTo }: DelegationRow): Promise<void> {
    const notification = {
      kind: 'delegation.granted',
      key: `delegation:${id}`,
      details: { validFrom, validTo },
    } as const;
    await new NotificationRepository(manager).tell([toOfficerId], notification);
  }
}

const mayEnd = (actor: Actor, { fromOfficerId, toOfficerId, role, territoryCode }: DelegationRow): boolean => {
  const above = supervisorOf(role);
  return (
    [fromOfficerId, toOfficerId].includes(actor.officerId) ||
    (above !== undefined && appointmentFor(actor, above, territoryCode) !== undefined)
  );
};

const distinct = (refusals: readonly FieldRefusal[]): FieldRefusal[] => [
  ...new Map(refusals.map((refusal) => [JSON.stringify(refusal), refusal])).values(),
];

const view = ({ toAppointmentId: _via, ...row }: DelegationRow): Delegation => row;

const maxDays = async (manager: EntityManager): Promise<number> =>
  (await new PolicyRepository(manager).ofOffices()).count('delegation.max_days');
