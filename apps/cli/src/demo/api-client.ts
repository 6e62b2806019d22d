import { randomUUID } from 'node:crypto';
import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const PATIENCE_MS = 120_000;
const PAUSE_MS = 250;

/** The API's refusal, with its stable code. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';

  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
  ) {
    super(`${code}: ${detail}`);
  }
}

interface Send {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  readonly file?: string;
}

/**
 * Talks to the API as the people of a sandbox, each with a bearer token. A server that is away or restarts is asked
 * again with the same Idempotency-Key, so that a command is done once however often it is sent.
 */
export class ApiClient {
  private readonly tokens = new Map<string, Promise<string>>();

  constructor(
    private readonly url: string,
    private readonly password: string,
  ) {}

  async get<Answer>(username: string, path: string): Promise<Answer> {
    return (await (await this.send(username, { method: 'GET', path })).json()) as Answer;
  }

  async post<Answer>(username: string, path: string, body: unknown = {}): Promise<Answer> {
    const response = await this.send(username, { method: 'POST', path, body });
    return (response.status === 204 ? undefined : await response.json()) as Answer;
  }

  /** Uploads one file as a form. The API finds a file that it has by its content, so sending again is harmless. */
  async upload<Answer>(username: string, path: string, file: string): Promise<Answer> {
    return (await (await this.send(username, { method: 'POST', path, file })).json()) as Answer;
  }

  async download(username: string, path: string): Promise<Buffer> {
    return Buffer.from(await (await this.send(username, { method: 'GET', path })).arrayBuffer());
  }

  /** The bearer token of a person, asked for once. */
  async tokenOf(username: string): Promise<string> {
    const known = this.tokens.get(username);
    if (known !== undefined) return known;
    const token = this.signIn(username);
    this.tokens.set(username, token);
    token.catch(() => this.tokens.delete(username));
    return token;
  }

  private async send(username: string, request: Send): Promise<Response> {
    const key = randomUUID();
    const giveUpAt = Date.now() + PATIENCE_MS;
    for (;;) {
      const response = await this.attempt(username, request, key).catch((error: unknown) => {
        if (error instanceof ApiRefusal || Date.now() > giveUpAt) throw error;
        return undefined;
      });
      if (response?.status === 401) this.tokens.delete(username);
      else if (response !== undefined && response.status < 500) return this.accepted(response);
      if (Date.now() > giveUpAt) throw new Error(`the API did not answer ${request.path} for two minutes`);
      await delay(PAUSE_MS);
    }
  }

  private async attempt(username: string, request: Send, key: string): Promise<Response> {
    const headers: Record<string, string> = {
      authorization: `Bearer ${await this.tokenOf(username)}`,
      'idempotency-key': key,
      'accept-language': 'en',
    };
    if (request.file !== undefined) {
      const form = new FormData();
      form.append('file', await openAsBlob(request.file), basename(request.file));
      return fetch(`${this.url}/api/v1${request.path}`, { method: 'POST', headers, body: form });
    }
    if (request.body === undefined) return fetch(`${this.url}/api/v1${request.path}`, { headers });
    headers['content-type'] = 'application/json';
    const body = JSON.stringify(request.body);
    return fetch(`${this.url}/api/v1${request.path}`, { method: request.method, headers, body });
  }

  private async accepted(response: Response): Promise<Response> {
    if (response.ok) return response;
    const problem = (await response.json()) as { code: string; detail: string };
    throw new ApiRefusal(response.status, problem.code, problem.detail);
  }

  private async signIn(username: string): Promise<string> {
    const response = await fetch(`${this.url}/api/v1/auth/tokens`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'en' },
      body: JSON.stringify({ username, password: this.password }),
    });
    if (response.status >= 500) throw new Error(`sign-in answered ${response.status}`);
    const { token } = (await (await this.accepted(response)).json()) as { token: string };
    return token;
  }
}
