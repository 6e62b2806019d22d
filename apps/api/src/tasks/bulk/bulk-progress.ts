import { PassThrough } from 'node:stream';
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Observable, of } from 'rxjs';
import { languageOf } from '#messages';
import { problemOf } from '../../shared/problem-of.js';
import type { AmanahRequest } from '../../shared/request-context.js';

const NDJSON = 'application/x-ndjson';

/**
 * Tells how far a request over many tasks has come, to whoever accepts lines of JSON: `{"progress":{"done","of"}}` after
 * each chunk, then `{"answer":…}` or `{"problem":…}` as the last. All of it is one transaction: nothing is done until the
 * answer says so. A connection that breaks changes nothing; the same key asks again.
 */
@Injectable()
export class BulkProgress implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<AmanahRequest>();
    if (!(request.headers.accept ?? '').includes(NDJSON)) return next.handle();
    const lines = new PassThrough();
    const say = (line: object): void => {
      if (!lines.destroyed) lines.write(`${JSON.stringify(line)}\n`);
    };
    request.onProgress = (done, all) => {
      say({ progress: { done, of: all } });
    };
    next.handle().subscribe({
      next: (answer: unknown) => {
        say({ answer });
      },
      error: (error: unknown) => {
        say({ problem: problemOf(error, languageOf(request.headers['accept-language']), request.id) });
        lines.end();
      },
      complete: () => {
        lines.end();
      },
    });
    void http.getResponse<FastifyReply>().header('cache-control', 'no-store').header('x-accel-buffering', 'no');
    return of(new StreamableFile(lines, { type: NDJSON }));
  }
}
