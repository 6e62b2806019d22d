import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '#domain';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A browser sends the session's cookie for whoever makes it send a request, so a request that changes something must come from
 * Amanah's own pages: browsers say so and pages can't lie about it. Without either header it is no browser; with a bearer
 * token nothing was sent by itself. Throws ORIGIN_FOREIGN, before anything of the body is read.
 */
@Injectable()
export class OriginGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (SAFE.has(request.method) || request.headers.authorization !== undefined || isOwn(request)) return true;
    throw new DomainError('ORIGIN_FOREIGN', 'a page of another site sent this');
  }
}

/** `Sec-Fetch-Site` before `Origin`: behind a proxy it is the browser that knows which site it shows. */
function isOwn(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = request.headers;
  return origin === undefined || origin === `${request.protocol}://${request.host}`;
}
