import type { FastifyReply, FastifyRequest } from 'fastify';

const OPTIONS = { httpOnly: true, sameSite: 'strict', path: '/' } as const;

/**
 * Over https a cookie has the prefix by which browsers take it from this very host alone and over https alone: no neighbour
 * can plant a session. Plain http, as on one's own machine, has no such cookies.
 */
const nameFor = ({ protocol }: FastifyRequest, name: string): string =>
  protocol === 'https' ? `__Host-${name}` : name;

/** A cookie of this browser that no page reads. */
const cookieOf = (name: string) => ({
  read: (request: FastifyRequest): string | undefined => request.cookies[nameFor(request, name)],
  set: (request: FastifyRequest, reply: FastifyReply, value: string): void => {
    void reply.setCookie(nameFor(request, name), value, { ...OPTIONS, secure: request.protocol === 'https' });
  },
  clear: (request: FastifyRequest, reply: FastifyReply): void => {
    void reply.clearCookie(nameFor(request, name), { ...OPTIONS, secure: request.protocol === 'https' });
  },
});

export const { read: sessionCookie, set: setSessionCookie, clear: clearSessionCookie } = cookieOf('amanah_session');

/** What belongs to the way back from an identity provider. */
export const { read: journeyCookie, set: setJourneyCookie, clear: clearJourneyCookie } = cookieOf('amanah_journey');
