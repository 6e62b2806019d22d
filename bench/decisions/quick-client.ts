import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';

/**
 * Commands over HTTP with as little of the machine as it takes, because the servers measured share it: kept
 * connections, no patience. Throws on anything but a success.
 */
export class QuickClient {
  private readonly agent: Agent;

  constructor(
    private readonly url: string,
    private readonly tokens: ReadonlyMap<string, string>,
    connections: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  async command(username: string, path: string, body: unknown): Promise<void> {
    const json = JSON.stringify(body);
    const headers = {
      authorization: `Bearer ${this.tokens.get(username) ?? ''}`,
      'idempotency-key': randomUUID(),
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(json),
    };
    await new Promise<void>((resolve, reject) => {
      const sent = request(`${this.url}/api/v1${path}`, { agent: this.agent, method: 'POST', headers }, (response) => {
        text(response)
          .then((answer) => {
            if (response.statusCode === 200) resolve();
            else reject(new Error(`${path} answered ${answer}`));
          })
          .catch(reject);
      });
      sent.on('error', reject);
      sent.end(json);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}
