import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { covers, DomainError, territoriesWith, why } from '#domain';
import {
  FieldConflictRepository,
  FieldLeaseRepository,
  type FieldLeaseRow,
  FindingRuleRepository,
  inTransaction,
  type LeasableCase,
  NotificationRepository,
  PersonVault,
  ProgrammeClockRepository,
  TaskBulkRepository,
} from '#persistence';
import { noteBy } from '../../audit/note-by.js';
import { standingActor } from '../../delegation/standing-actor.js';
import { toTaskFacts } from '../../tasks/decision/task-authority.js';
import type { CommandContext, SignedIn } from '../../shared/command-context.js';
import { clockOf, limitsOf } from './field-limits.js';
import { demandNotEnded, demandOwn, demandProven, hashOf } from './phone-proof.js';
import { shownConflict } from './shown-conflict.js';
import type { DownloadLease, FieldDevice, FieldLease, FromPhone, RenewedLease, RevokeLease } from './field.schemas.js';

/**
 * Cases on the phones of the field. Nothing here is answered from a kept receipt, since answers hold names and addresses: a
 * repeat does the same again and leaves one lease behind.
 */
@Injectable()
export class FieldLeases {
  constructor(
    private readonly database: DataSource,
    private readonly vault: PersonVault,
  ) {}

  /**
   * Puts the visits that wait for this officer, and that they may record today by office, mandate and freeze, onto their phone; each
   * family is noted as revealed. What lay there before is replaced. Throws FIELD_DEVICE_FORGED, FIELD_CLOCK_WRONG.
   */
  async download(context: CommandContext, command: DownloadLease): Promise<FieldLease> {
    return inTransaction(this.database, async (manager) => {
      const limits = await limitsOf(manager);
      const skewSeconds = clockOf(command.sentAt, limits.clockMinutes);
      const leases = new FieldLeaseRepository(manager);
      const { officerId } = context.actor;
      const secretHash = hashOf(command.device.secret);
      const device = await leases.device(command.device.id, { officerId, secretHash, name: command.deviceName });
      demandProven(device, officerId, secretHash);
      const waiting = await leases.leasable(territoriesWith(context.actor, 'field:work'), limits.cases + 1);
      const allowed = await this.allowed(manager, context.actor, waiting);
      const cases = allowed.slice(0, limits.cases);
      const { id: deviceId } = command.device;
      const lease = { deviceId, officerId, hours: limits.hours, skewSeconds };
      const leaseId = await leases.open(
        lease,
        cases.map(({ id }) => id),
      );
      await leases.auditReveal({ officerId, leaseId, requestId: context.requestId }, cases);
      await noteBy(manager, context, {
        ...{ action: 'field.lease-downloaded', subjectType: 'field-lease', subjectId: leaseId },
        details: { cases: cases.length, deviceId },
      });
      return this.answer(manager, context.actor, leaseId, cases, allowed.length - cases.length);
    });
  }

  /** Prolongs it where the office still stands, and says which cases stay. Throws as `live` does. */
  async renew(context: CommandContext, leaseId: string, command: FromPhone): Promise<RenewedLease> {
    const lease = await this.live(context, leaseId, command.device, command.sentAt);
    return inTransaction(this.database, async (manager) => {
      const leases = new FieldLeaseRepository(manager);
      const standing = await leases.standing(lease.id);
      const open = standing.flatMap(({ taskId }) => taskId ?? []);
      const may = await mayVisit(manager, context.actor, open);
      const { hours } = await limitsOf(manager);
      await leases.prolong(lease.id, hours);
      const clock = new ProgrammeClockRepository(manager);
      const conflicts = await new FieldConflictRepository(manager).unsettledOf(context.actor.officerId);
      return {
        id: lease.id,
        expiresAt: (await leases.find(lease.id))?.expiresAt ?? lease.expiresAt,
        programmeNow: await clock.now(),
        today: await clock.today(),
        caseIds: standing.filter(({ taskId }) => taskId !== null && may.has(taskId)).map(({ caseId }) => caseId),
        conflicts: conflicts.map((row) => shownConflict(context.actor, row)),
      };
    });
  }

  /** The phone has wiped it. Giving back what has ended changes nothing. Throws FIELD_LEASE_UNKNOWN, FIELD_DEVICE_FORGED. */
  async giveBack(context: CommandContext, leaseId: string, { device }: FromPhone): Promise<void> {
    await inTransaction(this.database, async (manager) => {
      const lease = await demandOwn(manager, context, leaseId, device);
      if (lease.endedAt !== null) return;
      await new FieldLeaseRepository(manager).end(lease.id, 'returned');
      await note(manager, context, 'field.lease-returned', lease);
    });
  }

  /**
   * By the city, where a phone is lost or somebody leaves: the phone wipes itself at its next contact, and latest when the lease
   * ends. Throws FIELD_LEASE_UNKNOWN outside the territory, FIELD_LEASE_ENDED.
   */
  async revoke(context: CommandContext, leaseId: string, { reason }: RevokeLease): Promise<void> {
    await inTransaction(this.database, async (manager) => {
      const leases = new FieldLeaseRepository(manager);
      const lease = await leases.lock(leaseId);
      const scopes = territoriesWith(context.actor, 'field:oversee');
      const places = await leases.standing(leaseId);
      if (lease === undefined || !places.some((one) => scopes.some((scope) => covers(scope, one.kelurahanCode)))) {
        throw new DomainError('FIELD_LEASE_UNKNOWN', 'no such lease in the territory');
      }
      demandNotEnded(lease);
      await leases.end(leaseId, 'revoked', context.actor.officerId, reason);
      await note(manager, context, 'field.lease-revoked', lease);
      await new NotificationRepository(manager).tell([lease.officerId], {
        ...{ kind: 'field.lease-revoked', key: `field-lease:${leaseId}`, details: { phone: lease.deviceName } },
      });
    });
  }

  /**
   * The lease of a phone that proves who it is, whose time is not over and whose officer still serves where its cases lie; else it is
   * ended here. Throws FIELD_LEASE_UNKNOWN, FIELD_DEVICE_FORGED, FIELD_LEASE_ENDED, FIELD_LEASE_EXPIRED, FIELD_CLOCK_WRONG.
   */
  async live(context: CommandContext, leaseId: string, device: FieldDevice, sentAt: string): Promise<FieldLeaseRow> {
    const { lease, isLost } = await inTransaction(this.database, async (manager) => {
      const own = await demandOwn(manager, context, leaseId, device);
      demandNotEnded(own);
      if (own.isOver)
        throw new DomainError('FIELD_LEASE_EXPIRED', 'its time is over', { endedOn: own.expiresAt.toISOString() });
      const leases = new FieldLeaseRepository(manager);
      const scopes = territoriesWith(context.actor, 'field:work');
      const places = await leases.standing(leaseId);
      const lost = places.some(({ kelurahanCode }) => !scopes.some((scope) => covers(scope, kelurahanCode)));
      if (lost) {
        await leases.end(leaseId, 'office-lost');
        await note(manager, context, 'field.lease-office-lost', own);
        return { lease: own, isLost: true };
      }
      const { clockMinutes } = await limitsOf(manager);
      await leases.seen(leaseId, clockOf(sentAt, clockMinutes));
      return { lease: own, isLost: false };
    });
    if (isLost) throw new DomainError('FIELD_LEASE_ENDED', 'the officer serves elsewhere', { leaseEnd: 'office-lost' });
    return lease;
  }

  /** Those whose visit this officer may record. */
  private async allowed(
    manager: EntityManager,
    actor: SignedIn,
    waiting: readonly LeasableCase[],
  ): Promise<LeasableCase[]> {
    const ids = waiting.map(({ taskId }) => taskId);
    const may = await mayVisit(manager, actor, ids);
    return waiting.filter(({ taskId }) => may.has(taskId));
  }

  private async answer(
    manager: EntityManager,
    actor: SignedIn,
    leaseId: string,
    cases: readonly LeasableCase[],
    more: number,
  ): Promise<FieldLease> {
    const clock = new ProgrammeClockRepository(manager);
    const today = await clock.today();
    const periods = [...new Set(cases.map(({ periodId }) => periodId))];
    const lease = await new FieldLeaseRepository(manager).find(leaseId);
    if (lease === undefined) throw new Error('an opened lease is found');
    const rules = new FindingRuleRepository(manager);
    const findings = [];
    for (const periodId of periods) {
      const of = await rules.ofPeriod(periodId, today);
      findings.push({
        periodId,
        rules: of.map(({ finding, group, evidence, restricted }) => ({
          finding,
          group,
          evidence: [...evidence],
          restricted,
        })),
      });
    }
    const conflicts = await new FieldConflictRepository(manager).unsettledOf(actor.officerId);
    return {
      ...{ id: lease.id, issuedAt: lease.issuedAt, expiresAt: lease.expiresAt },
      ...{ programmeNow: await clock.now(), today, more, findings },
      cases: cases.map((one) => this.opened(one)),
      conflicts: conflicts.map((row) => shownConflict(actor, row)),
    };
  }

  private opened({ sealed, rosterRowId: _row, kelurahanCode, kelurahanName, ...shown }: LeasableCase) {
    const { fullName, address } = this.vault.open(sealed);
    return { ...shown, kelurahanName: kelurahanName ?? kelurahanCode, fullName, address };
  }
}

/** Which of these visits the officer may record today: office, mandate, freeze, four eyes and holder, as a decision is judged. */
async function mayVisit(
  manager: EntityManager,
  signedIn: SignedIn,
  taskIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const actor = await standingActor(manager, signedIn);
  const tasks = await new TaskBulkRepository(manager).facts(taskIds);
  const may = tasks.filter(({ artefactHash, ...task }) => {
    const action = { type: 'decide', outcome: 'submitted', artefactHash } as const;
    return why(actor, action, toTaskFacts({ artefactHash, ...task }), task.today).allowed;
  });
  return new Set(may.map(({ id }) => id));
}

const note = (manager: EntityManager, context: CommandContext, action: string, lease: FieldLeaseRow): Promise<void> =>
  noteBy(manager, context, {
    ...{ action, subjectType: 'field-lease', subjectId: lease.id },
    details: { deviceId: lease.deviceId, cases: lease.cases },
  });
