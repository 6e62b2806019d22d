import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Logger } from 'nestjs-pino';
import { RecordRefusal } from '#application';
import { languageOf } from '#messages';
import { problemOf, retryAfterOf } from './problem-of.js';
import type { AmanahRequest } from './request-context.js';

/** Turns every refusal into problem+json with a stable code and a sentence in the reader's language. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly logger: Logger,
    private readonly refusals: RecordRefusal,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<AmanahRequest>();
    const problem = problemOf(error, languageOf(request.headers['accept-language']), request.id);
    const { status } = problem;
    if (status >= 500) this.logger.error({ err: error, requestId: request.id }, 'request failed');
    if (status === 403) this.record(request, problem.code);
    const reply = http.getResponse<FastifyReply>();
    if (status === 429) void reply.header('retry-after', String(retryAfterOf(error)));
    void reply.status(status).header('content-type', 'application/problem+json; charset=utf-8').send(problem);
  }

  /** The answer does not wait for it, and a trail that cannot be written is an error of ours, not of the request. */
  private record(request: AmanahRequest, code: string): void {
    const { id: requestId, ip: address, actor } = request;
    const route = `${request.method} ${request.routeOptions.url ?? 'unknown'}`;
    this.refusals.record({ code, route, officerId: actor?.officerId, address, requestId }).catch((error: unknown) => {
      this.logger.error({ err: error, requestId }, 'a refusal was not recorded');
    });
  }
}
