import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Logger } from 'nestjs-pino';
import { DomainError } from '#domain';
import { type Language, languageOf, translate } from '#messages';
import type { Problem } from './answers.js';
import { inWords } from './detail-words.js';
import { statusOf } from './problem-status.js';
import type { AmanahRequest } from './request-context.js';

interface Reason {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly field?: string;
}

/** Turns every refusal into problem+json with a stable code and a sentence in the reader's language. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<AmanahRequest>();
    const language = languageOf(request.headers['accept-language']);
    const reasons = this.reasonsOf(error);
    const first = reasons[0] ?? { code: 'INTERNAL', details: {} };
    const status = statusOf(first.code);
    if (status >= 500) this.logger.error({ err: error, requestId: request.id }, 'request failed');
    const problem: Problem = {
      type: `urn:amanah:problem:${first.code.toLowerCase()}`,
      title: this.sentence(language, first),
      status,
      code: first.code,
      detail: reasons.map((reason) => this.sentence(language, reason)).join(' '),
      instance: request.id,
      errors: reasons.map((reason) => ({
        code: reason.code,
        message: this.sentence(language, reason),
        ...(reason.field === undefined ? {} : { field: reason.field }),
      })),
    };
    const reply = http.getResponse<FastifyReply>();
    if (status === 429) void reply.header('retry-after', String(Number(first.details['seconds'] ?? 60)));
    void reply.status(status).header('content-type', 'application/problem+json; charset=utf-8').send(problem);
  }

  private reasonsOf(error: unknown): Reason[] {
    if (error instanceof DomainError) {
      const refusals = error.details['refusals'];
      if (Array.isArray(refusals) && refusals.length > 0) return refusals as Reason[];
      return [{ code: error.code, details: error.details }];
    }
    if (error instanceof HttpException) {
      const body = error.getResponse();
      if (typeof body === 'object' && 'issues' in body) return body.issues as Reason[];
      return [{ code: error.getStatus() === 404 ? 'NOT_FOUND' : 'REQUEST_INVALID', details: {} }];
    }
    if (
      error instanceof Error &&
      'statusCode' in error &&
      typeof error.statusCode === 'number' &&
      error.statusCode < 500
    ) {
      return [{ code: error.statusCode === 413 ? 'FILE_TOO_LARGE' : 'REQUEST_INVALID', details: {} }];
    }
    return [{ code: 'INTERNAL', details: {} }];
  }

  private sentence(language: Language, reason: Reason): string {
    if (reason.code === 'FIELD_INVALID') return reason.details['message'] as string;
    return translate(language, `errors:${reason.code}`, inWords(language, reason.details));
  }
}
