import { Body, Controller, Get, HttpCode, Inject, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DataSource } from 'typeorm';
import type { z } from 'zod';
import type { Config } from '#config';
import { POWERS_OF_ROLE } from '#domain';
import { OfficerRepository, ProgrammeClockRepository } from '#persistence';
import { Answers } from '../shared/answers.js';
import { CONFIG } from '../shared/config.provider.js';
import { RequirePower } from '../shared/power.decorator.js';
import { CurrentActor, type SignedIn } from '../shared/request-context.js';
import { ActivationService } from './activation.service.js';
import { Activation, BearerToken, Credentials, DemoAccounts, LanguageChoice, Me } from './auth.schemas.js';
import { SESSION_COOKIE, SessionsService } from './sessions.service.js';

const COOKIE = { httpOnly: true, sameSite: 'strict', path: '/' } as const;

@Controller('auth')
export class AuthController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly activations: ActivationService,
    private readonly database: DataSource,
    @Inject(CONFIG) private readonly config: Config,
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
    const { token } = await this.sessions.signIn(credentials, 'web', request.ip);
    void reply.setCookie(SESSION_COOKIE, token, { ...COOKIE, secure: request.protocol === 'https' });
    request.cookies[SESSION_COOKIE] = token;
    const actor = await this.sessions.actorOf(request);
    if (actor === undefined) throw new Error('a session that just started has an actor');
    return this.describe(actor);
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
    return this.sessions.signIn(credentials, 'bearer', request.ip);
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
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.signOut(request);
    void reply.clearCookie(SESSION_COOKIE, COOKIE);
  }

  @Get('me')
  @RequirePower('session')
  @Answers(Me)
  async me(@CurrentActor() actor: SignedIn): Promise<z.infer<typeof Me>> {
    return this.describe(actor);
  }

  @Put('language')
  @HttpCode(204)
  @RequirePower('session')
  async language(
    @CurrentActor() actor: SignedIn,
    @Body({ schema: LanguageChoice }) choice: LanguageChoice,
  ): Promise<void> {
    await new OfficerRepository(this.database.manager).setLanguage(actor.officerId, choice.language);
  }

  @Get('demo-accounts')
  @RequirePower('public')
  @Answers(DemoAccounts)
  async demoAccounts(): Promise<z.infer<typeof DemoAccounts>> {
    return this.sessions.demoAccounts();
  }

  private async describe(actor: SignedIn): Promise<z.infer<typeof Me>> {
    return {
      officerId: actor.officerId,
      username: actor.username,
      fullName: actor.fullName,
      language: actor.language,
      sandbox: this.config.sandbox,
      now: await new ProgrammeClockRepository(this.database.manager).now(),
      appointments: [...actor.appointments],
      powers: [...new Set(actor.appointments.flatMap(({ role }) => POWERS_OF_ROLE[role]))],
      standsFor: (actor.standsFor ?? []).map(({ delegationId, principal, between, appointment, validTo }) => ({
        ...{ delegationId, validTo, role: appointment.role, officeName: appointment.officeName },
        principal: principal.fullName,
        between: between.map(({ fullName }) => fullName),
      })),
    };
  }
}
