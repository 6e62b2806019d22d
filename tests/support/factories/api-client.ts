import { randomUUID } from 'node:crypto';

export interface Told {
  readonly status: number;
  readonly code: string | undefined;
  readonly detail: string;
  readonly codes: readonly string[];
  readonly body: unknown;
}

interface Asked {
  readonly language?: 'id' | 'en';
  readonly key?: string | null;
  readonly accept?: string;
}

/** One person's requests to a running API, with what it answered boiled down to what specs look at. */
export class Person {
  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  get(path: string, requested: Asked = {}): Promise<Told> {
    return this.send('GET', path, undefined, requested);
  }

  post(path: string, body: unknown = {}, requested: Asked = {}): Promise<Told> {
    return this.send('POST', path, JSON.stringify(body), requested);
  }

  put(path: string, body: unknown = {}, requested: Asked = {}): Promise<Told> {
    return this.send('PUT', path, JSON.stringify(body), requested);
  }

  delete(path: string, body: unknown = {}): Promise<Told> {
    return this.send('DELETE', path, JSON.stringify(body), {});
  }

  upload(path: string, content: string | Buffer, name: string): Promise<Told> {
    const form = new FormData();
    form.append('file', new Blob([new Uint8Array(Buffer.from(content))]), name);
    return this.send('POST', path, form, {});
  }

  private async send(
    method: string,
    path: string,
    body: string | FormData | undefined,
    requested: Asked,
  ): Promise<Told> {
    const headers: Record<string, string> = { authorization: `Bearer ${this.token}` };
    headers['accept-language'] = requested.language ?? 'id';
    if (requested.accept !== undefined) headers['accept'] = requested.accept;
    if (requested.key !== null) headers['idempotency-key'] = requested.key ?? randomUUID();
    if (typeof body === 'string') headers['content-type'] = 'application/json';
    const given = body === undefined ? {} : { body };
    return notified(await fetch(`${this.url}/api/v1${path}`, { method, headers, ...given }));
  }
}

async function notified(response: Response): Promise<Told> {
  const text = await response.text();
  const isJson = /[/+]json\b/.test(response.headers.get('content-type') ?? '');
  const body = isJson ? (JSON.parse(text) as unknown) : text;
  const problem = (response.ok || !isJson ? {} : body) as Partial<Told> & { errors?: { code: string }[] };
  return {
    status: response.status,
    code: problem.code,
    detail: problem.detail ?? '',
    codes: (problem.errors ?? []).map(({ code }) => code),
    body,
  };
}
