import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError, hasPower, type Power } from '#domain';
import { languageOf } from '#messages';
import { Sessions } from '#application';
import { heldToken } from './held-token.js';
import { POWER } from '../shared/power.decorator.js';
import type { AmanahRequest } from '../shared/request-context.js';

/** Deny by default: no named power, no entry; a power other than `public`, only with a session that carries it. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<AmanahRequest>();
    request.language = languageOf(request.headers['accept-language']);
    const power = this.reflector.get<Power | undefined>(POWER, context.getHandler());
    if (power === undefined) throw new DomainError('POWER_MISSING', 'this route names no power');
    if (power === 'public') return true;
    const held = heldToken(request);
    const actor = held && (await this.sessions.actorOf(held));
    if (actor === undefined) throw new DomainError('SESSION_REQUIRED', 'no live session');
    request.actor = actor;
    request.sessionId = actor.sessionId;
    const roles = actor.appointments.map(({ role }) => role);
    if (!hasPower(roles, power)) throw new DomainError('POWER_MISSING', 'none of the roles has this power', { power });
    return true;
  }
}
