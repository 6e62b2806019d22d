import { Body, Controller, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import {
  ActivateAccount,
  Activation,
  BearerToken,
  Credentials,
  DemoAccounts,
  LanguageChoice,
  Me,
  OwnSessionService,
  Sessions,
  type SignedIn,
} from '#application';
import { Answers } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import { CurrentActor, CurrentSession } from '../shared/request-context.js';
import { cameFrom } from './came-from.js';
import { clearSessionCookie, setSessionCookie } from './session-cookie.js';

@Controller('auth')
export class AuthController {
  constructor(
    private readonly sessions: Sessions,
    private readonly ownSessions: OwnSessionService,
    private readonly activations: ActivateAccount,
  ) {}

  /** Starts a web session; its secret goes into an HttpOnly cookie and nowhere else. */
  @Post('sign-in')
  @HttpCode(200)
  @RequirePower('public')
  @Answers(Me)
  async signIn(
    @Body({ schema: Credentials }) credentials: Credentials,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof Me>> {
    const { token } = await this.sessions.signIn(credentials, 'web', cameFrom(request), request.id);
    setSessionCookie(request, reply, token);
    const actor = await this.sessions.actorOf({ token, kind: 'web' });
    if (actor === undefined) throw new Error('a session that just started has an actor');
    return this.sessions.describe(actor);
  }

  /** A bearer token for clients such as the CLI; it is shown once. */
  @Post('tokens')
  @HttpCode(200)
  @RequirePower('public')
  @Answers(BearerToken)
  async token(
    @Body({ schema: Credentials }) credentials: Credentials,
    @Req() request: FastifyRequest,
  ): Promise<z.infer<typeof BearerToken>> {
    return this.sessions.signIn(credentials, 'bearer', cameFrom(request), request.id);
  }

  /** Sets the first password with the code that the register handed out. */
  @Post('activate')
  @HttpCode(204)
  @RequirePower('public')
  async activate(@Body({ schema: Activation }) activation: Activation, @Req() request: FastifyRequest): Promise<void> {
    await this.activations.activate(activation, request.ip);
  }

  @Post('sign-out')
  @HttpCode(204)
  @RequirePower('session')
  async signOut(
    @CurrentActor() actor: SignedIn,
    @CurrentSession() sessionId: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.ownSessions.signOut(actor, sessionId, request.id, request.ip);
    clearSessionCookie(request, reply);
  }

  @Get('me')
  @RequirePower('session')
  @Answers(Me)
  async me(@CurrentActor() actor: SignedIn): Promise<z.infer<typeof Me>> {
    return this.sessions.describe(actor);
  }

  @Put('language')
  @HttpCode(204)
  @RequirePower('session')
  async language(
    @CurrentActor() actor: SignedIn,
    @Body({ schema: LanguageChoice }) choice: LanguageChoice,
  ): Promise<void> {
    await this.sessions.setLanguage(actor.officerId, choice.language);
  }

  @Get('demo-accounts')
  @RequirePower('public')
  @Answers(DemoAccounts)
  async demoAccounts(): Promise<z.infer<typeof DemoAccounts>> {
    return this.sessions.demoAccounts();
  }
}
