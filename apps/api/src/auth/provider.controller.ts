import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import {
  BeginProvider,
  FinishProvider,
  ProviderAddress,
  ProviderFinished,
  ProviderOffer,
  ProviderSignIn,
} from '#application';
import { Answers } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import { cameFrom } from './came-from.js';
import { clearJourneyCookie, journeyCookie, setJourneyCookie, setSessionCookie } from './session-cookie.js';

/** Signing in with an account at the ministry's identity provider (OpenID Connect). */
@Controller('auth/provider')
export class ProviderController {
  constructor(private readonly provider: ProviderSignIn) {}

  @Get()
  @RequirePower('public')
  @Answers(ProviderOffer)
  offer(): z.infer<typeof ProviderOffer> {
    return { name: this.provider.name };
  }

  /** Where the browser goes; what belongs to the way back is in a cookie of this browser. */
  @Post('begin')
  @HttpCode(200)
  @RequirePower('public')
  @Answers(ProviderAddress)
  async begin(
    @Body({ schema: BeginProvider }) { to }: BeginProvider,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof ProviderAddress>> {
    const { address, kept } = await this.provider.begin(to ?? null);
    setJourneyCookie(request, reply, kept);
    return { address };
  }

  /** The browser is back: a session, as by a password. */
  @Post('finish')
  @HttpCode(200)
  @RequirePower('public')
  @Answers(ProviderFinished)
  async finish(
    @Body({ schema: FinishProvider }) { query }: FinishProvider,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<z.infer<typeof ProviderFinished>> {
    const kept = journeyCookie(request);
    // Asked once, right or wrong.
    clearJourneyCookie(request, reply);
    const { token, to } = await this.provider.finish(query, kept, cameFrom(request), request.id);
    setSessionCookie(request, reply, token);
    return { to };
  }
}
