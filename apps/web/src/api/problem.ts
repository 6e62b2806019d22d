import type { components } from './generated';

export type Problem = components['schemas']['Problem'];

/** A refusal or failure the API explained, with every reason. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }

  has(code: string): boolean {
    return this.problem.code === code || this.problem.errors.some((reason) => reason.code === code);
  }
}

/** A gateway may answer without problem+json; the page still needs a title and a code. */
export function problemOf(body: unknown, status: number): Problem {
  if (typeof body === 'object' && body !== null && 'code' in body) return body as Problem;
  return { type: 'about:blank', title: '', status, code: `HTTP_${status}`, detail: '', instance: '', errors: [] };
}

/** Worth asking again: the network was away, or the server was. */
export const isPassing = (error: unknown): boolean => !(error instanceof ProblemError) || error.problem.status >= 500;
