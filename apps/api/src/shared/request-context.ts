import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { CommandContext, OnProgress, SignedIn } from '#application';
import type { Language } from '#messages';

/** What every request carries once the guard has let it in. */
export interface AmanahRequest extends FastifyRequest {
  actor?: SignedIn;
  /** The session that let the actor in. */
  sessionId?: string;
  language?: Language;
  /** Where whoever asked wants to know how far it is. */
  onProgress?: OnProgress;
}

/** The person behind the request. Only on routes that need a session; the guard has put it there. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): SignedIn => {
  const { actor } = context.switchToHttp().getRequest<AmanahRequest>();
  if (actor === undefined) throw new Error('a route that reads its actor must require a power of a session');
  return actor;
});

/** The session that let the actor in. Only on routes that need one. */
export const CurrentSession = createParamDecorator((_data: unknown, context: ExecutionContext): string => {
  const { sessionId } = context.switchToHttp().getRequest<AmanahRequest>();
  if (sessionId === undefined) throw new Error('a route that reads its session must require a power of a session');
  return sessionId;
});

export const Command = createParamDecorator((_data: unknown, context: ExecutionContext): CommandContext => {
  const request = context.switchToHttp().getRequest<AmanahRequest>();
  const key = request.headers['idempotency-key'];
  if (request.actor === undefined) throw new Error('a command needs a signed-in actor');
  return {
    actor: request.actor,
    key: typeof key === 'string' ? key : undefined,
    requestId: request.id,
    language: request.language ?? 'id',
    onProgress: request.onProgress,
  };
});
