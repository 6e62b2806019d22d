import { Body, Controller, Delete, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  BeginSecondFactor,
  NewPasskey,
  PasskeyOptions,
  PasskeyProof,
  PasskeySignIn,
  Passkeys,
  PasskeyList,
  Sessions,
  type SignedIn,
} from '#application';
import { Answers } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import { type AmanahRequest, CurrentActor, CurrentSession } from '../shared/request-context.js';
import { cameFrom } from './came-from.js';
import { proofFrom } from './proof-from.js';

type Options = Promise<z.infer<typeof PasskeyOptions>>;

/** One's own passkeys (WebAuthn), as a second factor and as the proof of the moment. */
@Controller('auth/passkeys')
export class PasskeyController {
  constructor(
    private readonly passkeys: Passkeys,
    private readonly sessions: Sessions,
  ) {}

  @Get()
  @RequirePower('session')
  @Answers(PasskeyList)
  async list(@CurrentActor() actor: SignedIn): Promise<z.infer<typeof PasskeyList>> {
    return this.passkeys.list(actor);
  }

  /** What the device is asked to make one of. */
  @Post('begin')
  @HttpCode(200)
  @RequirePower('session')
  @Answers(PasskeyOptions)
  async begin(
    @CurrentActor() actor: SignedIn,
    @CurrentSession() sessionId: string,
    @Body({ schema: BeginSecondFactor }) { password }: BeginSecondFactor,
    @Req() request: AmanahRequest,
  ): Options {
    return this.passkeys.begin(actor, password, proofFrom(sessionId, request));
  }

  /** What the device made: it counts from now on. */
  @Post()
  @HttpCode(204)
  @RequirePower('session')
  async add(
    @CurrentActor() actor: SignedIn,
    @CurrentSession() sessionId: string,
    @Body({ schema: NewPasskey }) command: NewPasskey,
    @Req() request: AmanahRequest,
  ): Promise<void> {
    await this.passkeys.add(actor, command, proofFrom(sessionId, request));
  }

  @Post('proof/begin')
  @HttpCode(200)
  @RequirePower('session')
  @Answers(PasskeyOptions)
  async beginProof(@CurrentActor() actor: SignedIn): Options {
    return this.passkeys.beginProof(actor);
  }

  /** Proves for five minutes that whoever uses the session is the officer; money and law ask for it. */
  @Post('proof')
  @HttpCode(204)
  @RequirePower('session')
  async prove(
    @CurrentActor() actor: SignedIn,
    @CurrentSession() sessionId: string,
    @Body({ schema: PasskeyProof }) { answer }: PasskeyProof,
    @Req() request: AmanahRequest,
  ): Promise<void> {
    await this.passkeys.prove(actor, answer, proofFrom(sessionId, request));
  }

  /** For who knows the password: what the passkey is to sign, to be sent with `sign-in`. */
  @Post('sign-in')
  @HttpCode(200)
  @RequirePower('public')
  @Answers(PasskeyOptions)
  async beginSignIn(
    @Body({ schema: PasskeySignIn }) credentials: PasskeySignIn,
    @Req() request: FastifyRequest,
  ): Options {
    return this.sessions.passkeyOptions(credentials, cameFrom(request), request.id);
  }

  @Delete(':passkeyId')
  @HttpCode(204)
  @RequirePower('session')
  async remove(
    @CurrentActor() actor: SignedIn,
    @CurrentSession() sessionId: string,
    @Param('passkeyId', { schema: z.uuid() }) passkeyId: string,
    @Body({ schema: BeginSecondFactor }) { password }: BeginSecondFactor,
    @Req() request: AmanahRequest,
  ): Promise<void> {
    await this.passkeys.remove(actor, passkeyId, password, proofFrom(sessionId, request));
  }
}
