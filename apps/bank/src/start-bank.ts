import { mkdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BankMetrics } from './bank-metrics.js';
import { Book } from './book/book.js';
import { JobRunner } from './job-runner.js';
import type { BankSettings } from './settings.js';
import { loadHostKey } from './sftp/host-key.js';
import { PostRoom } from './sftp/post-room.js';
import { startSftpServer } from './sftp/sftp-server.js';

export interface RunningBank {
  readonly sftpPort: number;
  readonly httpPort: number;
  /** `SHA256:…` of the host key. */
  readonly fingerprint: string;
  stop(): Promise<void>;
}

async function startHealth(host: string, port: number, { registry }: BankMetrics): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url === '/metrics') {
      void registry.metrics().then((text) => {
        response.setHeader('content-type', registry.contentType).end(text);
      });
      return;
    }
    const isHealth = request.url === '/healthz';
    response.writeHead(isHealth ? 200 : 404, { 'content-type': 'application/json' });
    response.end(isHealth ? '{"status":"ok"}' : '{}');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return server;
}

/** Opens the books, takes up unfinished jobs and listens. Rejects when a port is taken. */
export async function startBank(settings: BankSettings, onTrouble: (error: unknown) => void): Promise<RunningBank> {
  mkdirSync(settings.stateDir, { recursive: true });
  const room = new PostRoom(settings.stateDir);
  const book = new Book(settings.stateDir);
  const { kind, seed, rates, secondReportMs, faults } = settings;
  const metrics = new BankMetrics();
  const jobRunner = new JobRunner({ book, room, kind, seed, rates, secondReportMs, faults }, onTrouble, metrics);
  const hostKey = loadHostKey(settings.hostKeyFile);
  const sftp = await startSftpServer(settings, hostKey.privateKey, room);
  const health = await startHealth(settings.host, settings.httpPort, metrics);
  jobRunner.start();
  return {
    sftpPort: sftp.port,
    httpPort: (health.address() as AddressInfo).port,
    fingerprint: hostKey.fingerprint,
    stop: async () => {
      await sftp.stop();
      health.close();
      await jobRunner.stop();
      book.close();
    },
  };
}
