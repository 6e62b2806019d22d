import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

interface Received {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  /** By the library of the standard, with the secret that the receiver was given. */
  readonly isGenuine: boolean;
}

/** Another system: takes what is posted to it, checks each signature with the standard's own library, and fails as often as it is set to. */
export class WebhookReceiver {
  readonly received: Received[] = [];
  secret = '';
  /** So many of the next are answered with 503. */
  failures = 0;
  private readonly server = http.createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const { type, subject } = JSON.parse(body) as { type: string; subject: string };
      const id = String(request.headers['webhook-id']);
      this.received.push({ id, type, subject, isGenuine: this.isGenuine(body, request.headers) });
      this.failures -= 1;
      if (this.failures >= 0) response.writeHead(503).end('belum siap');
      else response.end('diterima');
    });
  });

  async open(): Promise<void> {
    await new Promise<void>((listening) => this.server.listen(0, '127.0.0.1', listening));
  }

  async close(): Promise<void> {
    await new Promise((closed) => this.server.close(closed));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/amanah`;
  }

  private isGenuine(body: string, headers: http.IncomingHttpHeaders): boolean {
    try {
      new Webhook(this.secret).verify(body, headers as Record<string, string>);
      return true;
    } catch {
      return false;
    }
  }
}
