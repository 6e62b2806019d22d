import { createHash, timingSafeEqual } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { DomainError } from '#domain';
import { FieldLeaseRepository, type FieldLeaseRow } from '#persistence';
import type { CommandContext } from '../../shared/command-context.js';
import type { FieldDevice } from './field.schemas.js';

/** The lease of this officer and this phone, locked. Throws FIELD_LEASE_UNKNOWN, FIELD_DEVICE_FORGED. */
export async function demandOwn(
  manager: EntityManager,
  { actor }: CommandContext,
  leaseId: string,
  device: FieldDevice,
): Promise<FieldLeaseRow> {
  const leases = new FieldLeaseRepository(manager);
  const lease = await leases.lock(leaseId);
  if (lease?.officerId !== actor.officerId) {
    throw new DomainError('FIELD_LEASE_UNKNOWN', 'no such lease of this officer');
  }
  if (lease.deviceId !== device.id) throw forged();
  demandProven(await leases.findDevice(device.id), actor.officerId, hashOf(device.secret));
  return lease;
}

/** Throws FIELD_DEVICE_FORGED for a phone that does not hold its secret, or is another officer's. */
export function demandProven(
  device: { readonly officerId: string; readonly secretHash: Buffer } | undefined,
  officerId: string,
  secretHash: Buffer,
): void {
  const isProven = device !== undefined && timingSafeEqual(device.secretHash, secretHash);
  if (!isProven || device.officerId !== officerId) throw forged();
}

/** Throws FIELD_LEASE_ENDED, with how it ended. */
export function demandNotEnded({ endedWhy }: FieldLeaseRow): void {
  if (endedWhy !== null) throw new DomainError('FIELD_LEASE_ENDED', 'the lease has ended', { leaseEnd: endedWhy });
}

const forged = (): DomainError => new DomainError('FIELD_DEVICE_FORGED', 'not the phone that it says it is');

/** What is kept of a phone's secret. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
