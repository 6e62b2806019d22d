import { ApprovalActivities } from '../approvals/approvals.activities.js';
import { AuditActivities } from '../audit/audit.activities.js';
import { DelegationActivities } from '../delegation/delegation.activities.js';
import { FamilyActivities } from '../families/families.activities.js';
import { MailActivities } from '../notifications/mail.activities.js';
import { MandateActivities } from '../mandates/mandates.activities.js';
import { AllocationActivities } from '../periods/allocation.activities.js';
import { CalendarActivities } from '../calendar/calendar.activities.js';
import { ComplaintActivities } from '../complaints/complaints.activities.js';
import { DecreeActivities } from '../distribution/decree.activities.js';
import { PaymentOrderActivities } from '../distribution/payment-order.activities.js';
import { PaymentRepairActivities } from '../distribution/payment-repair.activities.js';
import { CardActivities } from '../distribution/card.activities.js';
import { ReconciliationActivities } from '../distribution/reconciliation.activities.js';
import { TreasuryReturnActivities } from '../distribution/treasury-return.activities.js';
import { UsageActivities } from '../distribution/usage.activities.js';
import { FollowUpActivities } from '../follow-up/follow-up.activities.js';
import { MonitoringActivities } from '../monitoring/monitoring.activities.js';
import { OutreachActivities } from '../outreach/outreach.activities.js';
import { OrganisationActivities } from '../organisation/organisation.activities.js';
import { PeriodActivities } from '../periods/period.activities.js';
import { AlertActivities } from '../reporting/alerts.activities.js';
import { ReportingActivities } from '../reporting/reporting.activities.js';
import { TasksActivities } from '../tasks/tasks.activities.js';
import { DoubtActivities } from '../rosters/doubts.activities.js';
import { RosterActivities } from '../rosters/rosters.activities.js';
import { WebhookActivities } from '../webhooks/webhooks.activities.js';

/** The classes whose methods are activities; the worker makes one of each and registers every method. */
export const ACTIVITY_CLASSES = [
  AllocationActivities,
  ApprovalActivities,
  AuditActivities,
  CalendarActivities,
  CardActivities,
  ComplaintActivities,
  DecreeActivities,
  DelegationActivities,
  DoubtActivities,
  FamilyActivities,
  FollowUpActivities,
  MailActivities,
  MandateActivities,
  MonitoringActivities,
  OrganisationActivities,
  OutreachActivities,
  PaymentOrderActivities,
  PaymentRepairActivities,
  PeriodActivities,
  ReconciliationActivities,
  AlertActivities,
  ReportingActivities,
  TasksActivities,
  TreasuryReturnActivities,
  UsageActivities,
  RosterActivities,
  WebhookActivities,
] as const;
