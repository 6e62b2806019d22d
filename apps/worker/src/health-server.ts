import { createServer, type Server } from 'node:http';
import { metrics } from '#telemetry';

/** /healthz, /readyz and /metrics of the worker, which has no other HTTP. */
export function startHealthServer(host: string, port: number, isReady: () => boolean): Server {
  const server = createServer((request, response) => {
    if (request.url === '/metrics') {
      void metrics.registry.metrics().then((text) => {
        response.setHeader('content-type', metrics.registry.contentType).end(text);
      });
      return;
    }
    const isFine = request.url === '/healthz' || (request.url === '/readyz' && isReady());
    response.statusCode = isFine ? 200 : 503;
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ status: isFine ? 'ok' : 'starting' }));
  });
  return server.listen(port, host);
}
