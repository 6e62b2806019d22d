import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Params } from 'nestjs-pino';

interface LoggedError {
  readonly type?: string;
  readonly message?: string;
  readonly stack?: string;
  readonly code?: string;
}

/** What failed and where. A database's error also carries the statement with its values, which may be a person's: not those. */
export const withoutValues = ({ type, message, stack, code }: LoggedError): LoggedError => ({
  ...{ type: type ?? 'Error', message: message ?? '', stack: stack ?? '' },
  ...(code === undefined ? {} : { code }),
});

/** JSON lines with a request id and without bodies, queries or credentials: personal data never reaches a log. */
export function loggerOptions(process: string, level: string): Params {
  return {
    pinoHttp: {
      level,
      base: { process },
      genReqId: (request: IncomingMessage) =>
        [request.headers['x-request-id'] ?? randomUUID()].flat().join().slice(0, 100),
      autoLogging: { ignore: (request) => /^\/(healthz|readyz|metrics|assets)/.test(request.url ?? '') },
      serializers: {
        err: withoutValues,
        req: (request: { id: string; method: string; url: string }) => ({
          id: request.id,
          method: request.method,
          path: request.url.split('?')[0],
        }),
        res: (response: { statusCode: number }) => ({ statusCode: response.statusCode }),
      },
      redact: ['req.headers', 'res.headers'],
    },
  };
}
