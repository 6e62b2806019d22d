import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

const registry = new Registry();
collectDefaultMetrics({ register: registry });

/** What each process tells Prometheus at /metrics. */
export const metrics = {
  registry,
  requests: new Histogram({
    name: 'amanah_http_request_seconds',
    help: 'Time to answer a request, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  }),
  activities: new Histogram({
    name: 'amanah_activity_seconds',
    help: 'Time of an activity, by name and whether it was done or is tried again',
    labelNames: ['activity', 'outcome'],
    buckets: [0.01, 0.05, 0.25, 1, 5, 30, 120, 600],
    registers: [registry],
  }),
  delivered: new Counter({
    name: 'amanah_outbox_delivered_total',
    help: 'Messages delivered to Temporal',
    registers: [registry],
  }),
  waiting: new Gauge({
    name: 'amanah_outbox_waiting',
    help: 'Messages that wait to be delivered to Temporal',
    registers: [registry],
  }),
  oldest: new Gauge({
    name: 'amanah_outbox_oldest_seconds',
    help: 'For how long the oldest message has waited to be delivered to Temporal',
    registers: [registry],
  }),
  tasksLate: new Gauge({ name: 'amanah_tasks_late', help: 'Open tasks past their due day', registers: [registry] }),
  breaksLate: new Gauge({ name: 'amanah_breaks_late', help: 'Open breaks past their due day', registers: [registry] }),
  webhooksWaiting: new Gauge({
    name: 'amanah_webhook_waiting',
    help: 'Facts that wait to be sent to other systems',
    registers: [registry],
  }),
  webhooksGivenUp: new Gauge({
    name: 'amanah_webhook_given_up',
    help: 'Facts that no receiver took, given up in the last 24 hours',
    registers: [registry],
  }),
  licencesRefused: new Gauge({
    name: 'amanah_licence_refused',
    help: 'Acts on law or money without a decision that stands, refused in the last 24 hours',
    registers: [registry],
  }),
  mailsSent: new Counter({
    name: 'amanah_mail_sent_total',
    help: 'Mails that the mail server accepted',
    registers: [registry],
  }),
  mailsWaiting: new Gauge({
    name: 'amanah_mail_waiting',
    help: 'Mails that wait to be sent',
    registers: [registry],
  }),
  mailsFailed: new Gauge({
    name: 'amanah_mail_failed',
    help: 'Mails given up or refused for good in the last 24 hours',
    registers: [registry],
  }),
};
