import { HttpException } from '@nestjs/common';
import { DomainError } from '#domain';
import { type Language, translate } from '#messages';
import { inWords } from '#application';
import type { Problem } from './answers.js';
import { statusOf } from './problem-status.js';

interface Reason {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly field?: string;
}

/** Any error as problem+json: a stable code, every reason, and a sentence for each in the reader's language. */
export function problemOf(error: unknown, language: Language, instance: string): Problem {
  const reasons = reasonsOf(error);
  const first = reasons[0] ?? { code: 'INTERNAL', details: {} };
  const status = statusOf(first.code);
  return {
    type: `urn:amanah:problem:${first.code.toLowerCase()}`,
    title: sentence(language, first),
    status,
    code: first.code,
    detail: reasons.map((reason) => sentence(language, reason)).join(' '),
    instance,
    errors: reasons.map((reason) => ({
      code: reason.code,
      message: sentence(language, reason),
      ...(reason.field === undefined ? {} : { field: reason.field }),
    })),
  };
}

/** Seconds after which a refusal for haste may be tried again. */
export const retryAfterOf = (error: unknown): number => Number(reasonsOf(error)[0]?.details['seconds'] ?? 60);

function reasonsOf(error: unknown): Reason[] {
  if (error instanceof DomainError) {
    const refusals = error.details['refusals'];
    if (Array.isArray(refusals) && refusals.length > 0) return refusals as Reason[];
    return [{ code: error.code, details: error.details }];
  }
  if (error instanceof HttpException) {
    const body = error.getResponse();
    if (typeof body === 'object' && 'issues' in body) return body.issues as Reason[];
    return [{ code: CODE_OF_STATUS[error.getStatus()] ?? 'REQUEST_INVALID', details: {} }];
  }
  if (
    error instanceof Error &&
    'statusCode' in error &&
    typeof error.statusCode === 'number' &&
    error.statusCode < 500
  ) {
    return [{ code: CODE_OF_STATUS[error.statusCode] ?? 'REQUEST_INVALID', details: {} }];
  }
  return [{ code: isUnstorable(error) ? 'REQUEST_INVALID' : 'INTERNAL', details: {} }];
}

/** What the HTTP server itself refuses, before any of ours has seen it. */
const CODE_OF_STATUS: Readonly<Record<number, string>> = { 404: 'NOT_FOUND', 413: 'REQUEST_TOO_LARGE' };

/** Text with a NUL, a number beyond its column: what PostgreSQL cannot hold is the request's fault, wherever it came in. */
const UNSTORABLE = new Set(['22021', '22003', '22P02', '22P05']);
const isUnstorable = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && UNSTORABLE.has(String(error.code));

function sentence(language: Language, reason: Reason): string {
  if (reason.code === 'FIELD_INVALID') return reason.details['message'] as string;
  return translate(language, `errors:${reason.code}`, inWords(language, reason.details));
}
