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
