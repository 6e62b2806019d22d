import type { FastifyRequest } from 'fastify';
import type { CameFrom } from '#application';

const MOST_LETTERS = 200;

/** Where a request came from: through trusted proxies the address they tell, otherwise the one of the connection. */
export const cameFrom = (request: FastifyRequest): CameFrom => ({
  address: request.ip,
  client: (request.headers['user-agent'] ?? '').slice(0, MOST_LETTERS),
});
