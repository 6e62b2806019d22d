import { Body, Controller, Delete, Get, HttpCode, Post, Req } from '@nestjs/common';
import type { z } from 'zod';
import {
  BeginSecondFactor,
  NewSecondFactor,
  ProofCode,
  RecoveryCodes,
  RemoveSecondFactor,
  SecondFactors,
  SecondFactorState,
  type SignedIn,
} from '#application';
import { Answers } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import { type AmanahRequest, CurrentActor, CurrentSession } from '../shared/request-context.js';
import { proofFrom } from './proof-from.js';

/** One's own second factor. */
@Controller('auth')
export class SecondFactorController {
  constructor(private readonly factors: SecondFactors) {}

  @Get('second-factor')
  @RequirePower('session')
  @Answers(SecondFactorState)
  async state(@CurrentActor() actor: SignedIn): Promise<z.infer<typeof SecondFactorState>> {
    return this.factors.state(actor);
  }

  /** A secret for the app, shown once. */
  @Post('second-factor')
  @HttpCode(200)
  @RequirePower('session')
  @Answers(NewSecondFactor)
  async begin(
    @CurrentActor() actor: SignedIn,
    @CurrentSession() sessionId: string,
    @Body({ schema: BeginSecondFactor }) { password }: BeginSecondFactor,
    @Req() request: AmanahRequest,
  ): Promise<z.infer<typeof NewSecondFactor>> {
    return this.factors.begin(actor, password, proofFrom(sessionId, request));
  }

  /** The first code of the app: it counts from now on. Answers with recovery codes, once. */
  @Post('second-factor/confirm')
  @HttpCode(200)
  @RequirePower('session')
  @Answers(RecoveryCodes)
  async confirm(
    @CurrentActor() actor: SignedIn,
    @CurrentSession() sessionId: string,
    @Body({ schema: ProofCode }) { code }: ProofCode,
    @Req() request: AmanahRequest,
  ): Promise<z.infer<typeof RecoveryCodes>> {
    return this.factors.confirm(actor, code, proofFrom(sessionId, request));
  }

  @Delete('second-factor')
  @HttpCode(204)
  @RequirePower('session')
  async remove(
    @CurrentActor() actor: SignedIn,
    @CurrentSession() sessionId: string,
    @Body({ schema: RemoveSecondFactor }) proof: RemoveSecondFactor,
    @Req() request: AmanahRequest,
  ): Promise<void> {
    await this.factors.remove(actor, proof, proofFrom(sessionId, request));
  }

  /** Proves for five minutes that whoever uses the session is the officer; money and law ask for it. */
  @Post('proof')
  @HttpCode(204)
  @RequirePower('session')
  async prove(
    @CurrentActor() actor: SignedIn,
    @CurrentSession() sessionId: string,
    @Body({ schema: ProofCode }) { code }: ProofCode,
    @Req() request: AmanahRequest,
  ): Promise<void> {
    await this.factors.prove(actor, code, proofFrom(sessionId, request));
  }
}
