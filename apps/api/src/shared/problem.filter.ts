import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Logger } from 'nestjs-pino';
import { languageOf } from '#messages';
import { problemOf, retryAfterOf } from './problem-of.js';
import type { AmanahRequest } from './request-context.js';

/** Turns every refusal into problem+json with a stable code and a sentence in the reader's language. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<AmanahRequest>();
    const problem = problemOf(error, languageOf(request.headers['accept-language']), request.id);
    const { status } = problem;
    if (status >= 500) this.logger.error({ err: error, requestId: request.id }, 'request failed');
    const reply = http.getResponse<FastifyReply>();
    if (status === 429) void reply.header('retry-after', String(retryAfterOf(error)));
    void reply.status(status).header('content-type', 'application/problem+json; charset=utf-8').send(problem);
  }
}
