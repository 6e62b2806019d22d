import type { FastifyReply, FastifyRequest } from 'fastify';

const OPTIONS = { httpOnly: true, sameSite: 'strict', path: '/' } as const;

/**
 * Over https the cookie has the prefix by which browsers take it from this very host alone and over https alone: no neighbour
 * can plant a session. Plain http, as on one's own machine, has no such cookies.
 */
const nameFor = ({ protocol }: FastifyRequest): string =>
  protocol === 'https' ? '__Host-amanah_session' : 'amanah_session';

export const sessionCookie = (request: FastifyRequest): string | undefined => request.cookies[nameFor(request)];

export function setSessionCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  void reply.setCookie(nameFor(request), token, { ...OPTIONS, secure: request.protocol === 'https' });
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  void reply.clearCookie(nameFor(request), { ...OPTIONS, secure: request.protocol === 'https' });
}
