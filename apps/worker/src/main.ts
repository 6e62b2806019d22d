import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { Logger } from 'nestjs-pino';
import { DataSource } from 'typeorm';
import { COMMON_MAILBOX, refuseOwnersRole, refuseSandboxRemains } from '#application';
import { loadConfig } from '#config';
import { builtWorkflowBundle, connectClient, TASK_QUEUE } from '#temporal';
import { ActivityInterceptor } from './activity-interceptor.js';
import { bindActivities } from './bind-activities.js';
import { startHealthServer } from './health-server.js';
import { Delivery } from './relay/deliver.js';
import { OutboxRelay } from './relay/outbox-relay.js';
import { WorkerModule } from './worker.module.js';

// One owner of the signals: this file. Temporal's runtime and Nest would each stop their half.
Runtime.install({ shutdownSignals: [] });

const config = loadConfig();
const app = await NestFactory.createApplicationContext(WorkerModule, { bufferLogs: true });
const logger = app.get(Logger);
app.useLogger(logger);
await refuseOwnersRole(app.get(DataSource));
await refuseSandboxRemains(app.get(DataSource), config);

const state = { isReady: false };
const health = startHealthServer(config.host, config.workerPort, () => state.isReady);
const connection = await NativeConnection.connect({ address: config.temporal.address });
const worker = await Worker.create({
  connection,
  namespace: config.temporal.namespace,
  taskQueue: TASK_QUEUE,
  workflowBundle: { codePath: builtWorkflowBundle },
  activities: bindActivities(app),
  interceptors: { activity: [(context) => ({ inbound: new ActivityInterceptor(context) })] },
  maxConcurrentActivityTaskExecutions: 20,
  shutdownGraceTime: '3 seconds',
});
const relay = new OutboxRelay(
  config.databaseUrl,
  app.get(DataSource),
  new Delivery(
    connectClient(config.temporal),
    Object.keys(config.mailboxes).filter((name) => name !== COMMON_MAILBOX),
  ),
  logger,
);

if (config.audit.key === undefined)
  logger.warn('no AMANAH_AUDIT_KEY is set: seals of the trail are neither signed nor written down');
if (config.mail === undefined) logger.log('no mail server is set up: people are told in the app alone');

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    worker.shutdown();
  });
}

relay.start();
state.isReady = true;
logger.log('working');
try {
  await worker.run();
} finally {
  await relay.stop();
  health.close();
  await connection.close();
  await app.close();
}
