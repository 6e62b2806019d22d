import { randomUUID } from 'node:crypto';
import { DEMO_PASSWORD } from '../../../apps/cli/src/sandbox.js';

interface Sent {
  readonly method?: 'GET' | 'POST';
  readonly body?: unknown;
}

export interface OwnSession {
  readonly id: string;
  readonly client: string;
  readonly address: string;
  readonly isCurrent: boolean;
}

/** A browser of somebody, or none yet: it keeps the cookie that it was given. */
export class Visit {
  cookie = '';

  constructor(
    private readonly url: string,
    private readonly client = 'a browser',
  ) {}

  async signIn(username: string, password = DEMO_PASSWORD): Promise<number> {
    const answer = await this.ask('/auth/sign-in', { method: 'POST', body: { username, password } });
    this.cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? this.cookie;
    return answer.status;
  }

  async status(path: string, sent: Sent = {}): Promise<number> {
    const answer = await this.ask(path, sent);
    await answer.text();
    return answer.status;
  }

  async codes(path: string, sent: Sent): Promise<string[]> {
    const { errors = [] } = (await (await this.ask(path, sent)).json()) as { errors?: { code: string }[] };
    return errors.map(({ code }) => code);
  }

  async sessions(): Promise<OwnSession[]> {
    return (await (await this.ask('/auth/sessions')).json()) as OwnSession[];
  }

  ask(path: string, { method = 'GET', body }: Sent = {}): Promise<Response> {
    const headers = {
      ...{ cookie: this.cookie, 'user-agent': this.client, 'idempotency-key': randomUUID() },
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const given = body === undefined ? {} : { body: JSON.stringify(body) };
    return fetch(`${this.url}/api/v1${path}`, { method, headers, ...given });
  }
}
