import type approvals from './id/approvals.json';
import type audit from './id/audit.json';
import type auth from './id/auth.json';
import type calendar from './id/calendar.json';
import type capacity from './id/capacity.json';
import type common from './id/common.json';
import type complaints from './id/complaints.json';
import type delegation from './id/delegation.json';
import type distribution from './id/distribution.json';
import type families from './id/families.json';
import type followUp from './id/follow-up.json';
import type mandates from './id/mandates.json';
import type money from './id/money.json';
import type monitoring from './id/monitoring.json';
import type notifications from './id/notifications.json';
import type operations from './id/operations.json';
import type organisation from './id/organisation.json';
import type outreach from './id/outreach.json';
import type policies from './id/policies.json';
import type reporting from './id/reporting.json';
import type tasks from './id/tasks.json';
import type web from './id/web.json';

/** The words of the screens by the room they are of. `web` and `common` are there from the first page, the rest come with theirs. */
export interface WordsByRoom {
  readonly web: typeof web;
  readonly common: typeof common;
  readonly approvals: typeof approvals;
  readonly audit: typeof audit;
  readonly auth: typeof auth;
  readonly calendar: typeof calendar;
  readonly capacity: typeof capacity;
  readonly complaints: typeof complaints;
  readonly delegation: typeof delegation;
  readonly distribution: typeof distribution;
  readonly families: typeof families;
  readonly 'follow-up': typeof followUp;
  readonly mandates: typeof mandates;
  readonly money: typeof money;
  readonly monitoring: typeof monitoring;
  readonly notifications: typeof notifications;
  readonly operations: typeof operations;
  readonly organisation: typeof organisation;
  readonly outreach: typeof outreach;
  readonly policies: typeof policies;
  readonly reporting: typeof reporting;
  readonly tasks: typeof tasks;
}
