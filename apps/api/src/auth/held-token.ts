import type { FastifyRequest } from 'fastify';
import type { HeldToken } from '#application';

export const SESSION_COOKIE = 'amanah_session';

/** The secret that a request came with: a bearer token before a cookie; undefined when it came with none. */
export function heldToken(request: FastifyRequest): HeldToken | undefined {
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return { token: bearer, kind: 'bearer' };
  const cookie = request.cookies[SESSION_COOKIE];
  return cookie === undefined ? undefined : { token: cookie, kind: 'web' };
}
