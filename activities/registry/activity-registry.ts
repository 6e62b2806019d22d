import type { ApprovalActivities } from '../approvals/approvals.activities.js';
import type { DelegationActivities } from '../delegation/delegation.activities.js';
import type { MailActivities } from '../notifications/mail.activities.js';
import type { MandateActivities } from '../mandates/mandates.activities.js';
import type { AllocationActivities } from '../periods/allocation.activities.js';
import type { CalendarActivities } from '../calendar/calendar.activities.js';
import type { DecreeActivities } from '../distribution/decree.activities.js';
import type { PaymentOrderActivities } from '../distribution/payment-order.activities.js';
import type { TreasuryReturnActivities } from '../distribution/treasury-return.activities.js';
import type { UsageActivities } from '../distribution/usage.activities.js';
import type { FollowUpActivities } from '../follow-up/follow-up.activities.js';
import type { PeriodActivities } from '../periods/period.activities.js';
import type { ReportingActivities } from '../reporting/reporting.activities.js';
import type { TasksActivities } from '../tasks/tasks.activities.js';
import type { RosterActivities } from '../rosters/rosters.activities.js';

type MethodsOf<T> = {
  [Name in keyof T as T[Name] extends (...args: never[]) => Promise<unknown> ? Name : never]: T[Name];
};

/** Every activity by its name, as workflows see them. */
export type ActivityRegistry = MethodsOf<AllocationActivities> &
  MethodsOf<ApprovalActivities> &
  MethodsOf<CalendarActivities> &
  MethodsOf<DecreeActivities> &
  MethodsOf<DelegationActivities> &
  MethodsOf<FollowUpActivities> &
  MethodsOf<MailActivities> &
  MethodsOf<MandateActivities> &
  MethodsOf<PaymentOrderActivities> &
  MethodsOf<PeriodActivities> &
  MethodsOf<ReportingActivities> &
  MethodsOf<TasksActivities> &
  MethodsOf<TreasuryReturnActivities> &
  MethodsOf<UsageActivities> &
  MethodsOf<RosterActivities>;
