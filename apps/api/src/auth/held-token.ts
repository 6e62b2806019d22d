import type { FastifyRequest } from 'fastify';
import type { HeldToken } from '#application';
import { sessionCookie } from './session-cookie.js';

/** The secret that a request came with: a bearer token before a cookie; undefined when it came with none. */
export function heldToken(request: FastifyRequest): HeldToken | undefined {
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return { token: bearer, kind: 'bearer' };
  const cookie = sessionCookie(request);
  return cookie === undefined ? undefined : { token: cookie, kind: 'web' };
}
