import { currentLanguage } from '../shared/language/language';
import { problemOf, ProblemError } from './problem';
import type { BulkAnswer, BulkDecide, BulkForward, BulkTasks } from './schemas';

/** The requests over many tasks, each with its body. */
export interface ManyRequests {
  readonly claim: BulkTasks;
  readonly release: BulkTasks;
  readonly forward: BulkForward;
  readonly decide: BulkDecide;
}

export interface HowFar {
  readonly done: number;
  readonly of: number;
}

type Line = { readonly progress: HowFar } | { readonly answer: BulkAnswer } | { readonly problem: unknown };

/** Sends one request over many tasks and tells how far it is, line by line. Nothing is done until the answer has come. */
export async function postMany<What extends keyof ManyRequests>(
  what: What,
  body: ManyRequests[What],
  key: string,
  onProgress: (howFar: HowFar) => void,
): Promise<BulkAnswer> {
  const response = await fetch(`/api/v1/tasks/bulk/${what}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/x-ndjson',
      'Accept-Language': currentLanguage(),
      'Idempotency-Key': key,
    },
    body: JSON.stringify(body),
  });
  if (!response.ok || response.body === null) {
    throw new ProblemError(problemOf(await response.json().catch(() => undefined), response.status));
  }
  for await (const line of linesOf(response.body)) {
    if ('progress' in line) onProgress(line.progress);
    else if ('answer' in line) return line.answer;
    else throw new ProblemError(problemOf(line.problem, (line.problem as { status?: number }).status ?? 500));
  }
  throw new TypeError('the connection broke before the answer');
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Line> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as Line;
  }
}
