import { addCalendarDays, bringsAbout, DomainError, type Role, territoriesWith } from '#domain';
import {
  ComplaintDeedRepository,
  type ComplaintRow,
  ComplaintStoryRepository,
  PeriodRepository,
  ProgrammeClockRepository,
} from '#persistence';
import { tellOfBreaks } from '../distribution/bank/tell-of-arrival.js';
import { proposeChange, type RecordTools } from '../families/propose-change.js';
import type { ComplaintAnswer } from './complaints.schemas.js';

type Deed = NonNullable<ComplaintAnswer['deed']>;

/**
 * Sets going what an answer brings about: a change of the record for a second person, or a break for the bank. Throws COMPLAINT_DEED where the
 * answer says no, the complaint names no family, or it is restricted (those who settle records and breaks would read of it), COMPLAINT_PAYMENT
 * for a payment that is not the family's or that nobody says was made, COMPLAINT_PAYMENT_DENIED, and what `proposeChange` throws.
 */
export async function actOnAnswer(
  tools: RecordTools,
  row: ComplaintRow,
  { outcome, deed }: Pick<ComplaintAnswer, 'outcome' | 'deed'>,
): Promise<void> {
  if (deed === undefined) return;
  const { familyId, isRestricted } = row;
  if (!bringsAbout(outcome)) throw barred('outcome');
  if (isRestricted) throw barred('restricted');
  if (familyId === null) throw barred('family');
  const details =
    deed.kind === 'record'
      ? await changeRecord(tools, row, familyId, deed)
      : await denyPayment(tools, row, familyId, deed);
  const { officerId } = tools.context.actor;
  await new ComplaintStoryRepository(tools.manager).note(row.id, { kind: 'deed', officerId, details });
}

const barred = (because: 'outcome' | 'restricted' | 'family'): DomainError =>
  new DomainError('COMPLAINT_DEED', 'this answer sets nothing going', { because });

async function changeRecord(
  tools: RecordTools,
  row: ComplaintRow,
  familyId: string,
  { field, value }: Extract<Deed, { kind: 'record' }>,
): Promise<Record<string, string>> {
  const scopes = territoriesWith(tools.context.actor, 'complaint:handle');
  const { dueOn } = await proposeChange(tools, {
    ...{ familyId, field, value, scopes, reason: row.number, source: { complaintId: row.id } },
    checker: () => otherOf(row),
  });
  return { deed: 'record', field, dueOn };
}

/** An operator's answer is confirmed by the head, an answer of any office above by an operator: both read complaints and confirm changes. */
const otherOf = ({ office }: ComplaintRow): Role => (office === 'dinsos_operator' ? 'dinsos_head' : 'dinsos_operator');

async function denyPayment(
  { manager }: RecordTools,
  row: ComplaintRow,
  familyId: string,
  { entitlementId }: Extract<Deed, { kind: 'payment' }>,
): Promise<Record<string, string>> {
  const deeds = new ComplaintDeedRepository(manager);
  const payment = await deeds.deniable(familyId, entitlementId);
  if (payment === undefined) throw new DomainError('COMPLAINT_PAYMENT', 'no such paid money of this family');
  const policy = await new PeriodRepository(manager).policyOf(payment.periodId);
  const today = await new ProgrammeClockRepository(manager).today();
  const dueOn = addCalendarDays(today, policy.count('break.settle_days'));
  if (!(await deeds.deny(row.id, payment, dueOn))) {
    throw new DomainError('COMPLAINT_PAYMENT_DENIED', 'the payment is denied already');
  }
  await tellOfBreaks(manager, payment.orderId);
  return { deed: 'payment', period: payment.periodCode };
}
