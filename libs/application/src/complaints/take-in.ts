import type { EntityManager } from 'typeorm';
import {
  classOf,
  type ComplaintChannel,
  type ComplaintKind,
  DomainError,
  firstOffice,
  isRestrictedKind,
  levelOf,
  readNik,
  territoryAt,
  type WorkingCalendar,
} from '#domain';
import { ComplaintRepository, ComplaintStoryRepository, type PersonVault, ReferenceRepository } from '#persistence';
import { type ComplaintContent, sealContent, secretOf } from './complaint-content.js';
import { ComplaintDays } from './complaint-days.js';
import { tellOffice, tellWorkflow } from './tell-office.js';

interface Arrival extends ComplaintContent {
  readonly submissionKey: string;
  readonly kind: ComplaintKind;
  readonly territoryCode: string;
  readonly channel: ComplaintChannel;
  readonly officerId?: string | undefined;
}

interface Tools {
  readonly vault: PersonVault;
  readonly calendar: WorkingCalendar;
}

/**
 * Takes a complaint in: number, term, first office, the family it names. The same submission again finds the first. Throws COMPLAINT_PLACE for a
 * place that is none below a province, COMPLAINT_NIK and COMPLAINT_PHONE for what cannot be one.
 */
export async function takeIn(manager: EntityManager, { vault, calendar }: Tools, arrival: Arrival) {
  const { kind, submissionKey, channel, officerId } = arrival;
  const content = checked(arrival);
  const cityCode = await cityOf(manager, arrival.territoryCode);
  const complaints = new ComplaintRepository(manager);
  const family = content.nik === '' ? undefined : await complaints.familyOf(cityCode, vault.indexOf(content.nik));
  const days = await ComplaintDays.read(manager, calendar);
  const office = firstOffice(kind, await complaints.isMandated(cityCode));
  // The family's own kelurahan answers better than the city that the form named.
  const isWide = arrival.territoryCode === cityCode && family !== undefined;
  const territoryCode = isWide ? family.territoryCode : arrival.territoryCode;
  const dueOn = days.within(territoryCode, `days_${classOf(kind)}`);
  const taken = await complaints.take({
    ...{ submissionKey, cityCode, territoryCode, kind, channel, office, dueOn, sealed: sealContent(vault, content) },
    ...{ isRestricted: isRestrictedKind(kind), familyId: family?.id ?? null, receivedBy: officerId ?? null },
    year: Number(days.today.slice(0, 4)),
  });
  if (taken.isNew) {
    await new ComplaintStoryRepository(manager).note(taken.id, { kind: 'received', officerId, details: { channel } });
    await tellOffice(manager, { ...taken, territoryCode }, office, 'received', 'received');
    await tellWorkflow(manager, taken.id);
  }
  return {
    id: taken.id,
    number: taken.number,
    isNew: taken.isNew,
    dueOn,
    secret: secretOf(vault, taken.id),
    territoryCode,
  };
}

function checked({ text, name, phone, nik }: ComplaintContent): ComplaintContent {
  const digits = nik.replace(/[\s.-]/g, '');
  if (digits !== '' && !readNik(digits).ok) throw new DomainError('COMPLAINT_NIK', 'no NIK', { field: 'nik' });
  const number = phone.replace(/[\s.()-]/g, '');
  if (number !== '' && !/^\+?\d{8,15}$/.test(number)) {
    throw new DomainError('COMPLAINT_PHONE', 'no phone number', { field: 'phone' });
  }
  return { text, name, phone: number, nik: digits };
}

async function cityOf(manager: EntityManager, code: string): Promise<string> {
  const isKnown = /^[\d.]+$/.test(code) && (await new ReferenceRepository(manager).exists(code));
  if (!isKnown || ['nation', 'province'].includes(levelOf(code))) {
    throw new DomainError('COMPLAINT_PLACE', 'no city, kecamatan or kelurahan', { field: 'territoryCode' });
  }
  return territoryAt(code, 'city');
}
