import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { z } from 'zod';
import {
  ChangePassword,
  type CommandContext,
  NewPassword,
  OwnSessions,
  OwnSessionService,
  type SignedIn,
} from '#application';
import { Answers, IsCommand } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import { Command, CurrentActor, CurrentSession } from '../shared/request-context.js';
import type { AmanahRequest } from '../shared/request-context.js';

/** What everybody may do with their own account: see where they are signed in, end that, and change their password. */
@Controller('auth')
export class OwnAccountController {
  constructor(
    private readonly sessions: OwnSessionService,
    private readonly passwords: ChangePassword,
  ) {}

  @Get('sessions')
  @RequirePower('session')
  @Answers(OwnSessions)
  async list(
    @CurrentActor() actor: SignedIn,
    @CurrentSession() sessionId: string,
  ): Promise<z.infer<typeof OwnSessions>> {
    return this.sessions.list(actor, sessionId);
  }

  @Post('sessions/end-others')
  @HttpCode(204)
  @RequirePower('session')
  @IsCommand()
  async endOthers(@Command() context: CommandContext, @CurrentSession() sessionId: string): Promise<void> {
    await this.sessions.endOthers(context, sessionId);
  }

  @Post('sessions/:sessionId/end')
  @HttpCode(204)
  @RequirePower('session')
  @IsCommand()
  async end(
    @Command() context: CommandContext,
    @Param('sessionId', { schema: z.uuid() }) sessionId: string,
  ): Promise<void> {
    await this.sessions.end(context, sessionId);
  }

  /** Needs the old password, and ends every other session. */
  @Post('password')
  @HttpCode(204)
  @RequirePower('session')
  async changePassword(
    @CurrentActor() actor: SignedIn,
    @CurrentSession() sessionId: string,
    @Body({ schema: NewPassword }) command: NewPassword,
    @Req() request: AmanahRequest,
  ): Promise<void> {
    const { id: requestId, ip: address } = request;
    await this.passwords.change(actor, command, { sessionId, requestId, address });
  }
}
