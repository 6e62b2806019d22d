/** One request as the server would have seen it. */
export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly key: string | null;
  readonly body: unknown;
}

type Answer = (received: ReceivedRequest) => Response | Promise<Response>;

let answer: Answer = ({ method, path }) => Promise.reject(new TypeError(`nobody answers ${method} ${path}`));

/** Where every request of a page under test goes. */
export async function answered(input: RequestInfo | URL): Promise<Response> {
  const request = new Request(input);
  const { method, headers, url } = request;
  const text = await request.text();
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  const { pathname: path, searchParams } = new URL(url);
  const query = Object.fromEntries(searchParams);
  return answer({ method, path, query, key: headers.get('Idempotency-Key'), body });
}

interface Api {
  /** The commands whose path ends like this. */
  readonly sent: (path: string) => readonly ReceivedRequest[];
}

/** Answers from now on, and keeps what was sent in order. */
export function anApi(given: Answer): Api {
  const received: ReceivedRequest[] = [];
  answer = (request) => {
    received.push(request);
    return given(request);
  };
  return { sent: (path) => received.filter((one) => one.method !== 'GET' && one.path.endsWith(path)) };
}

export const good = (body: unknown): Response => Response.json(body);

/** A refusal as the API words it. */
export const refusal = (status: number, code: string, detail: string): Response =>
  Response.json({ type: 'about:blank', title: detail, status, code, detail, instance: '', errors: [] }, { status });
