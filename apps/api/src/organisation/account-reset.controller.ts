import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import {
  AccountChange,
  AccountResets,
  CONFIG,
  type CommandContext,
  MadeReset,
  NewAccountReset,
  OwnReset,
  type SignedIn,
} from '#application';
import type { Config } from '#config';
import { Answers, IsCommand } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import { type AmanahRequest, Command, CurrentActor } from '../shared/request-context.js';
import { activationLetter } from './activation-letter.js';

const Id = { schema: z.uuid() };

/** A way back into an account whose password or second factor is lost: asked for by one person, confirmed by another. */
@Controller()
export class AccountResetController {
  constructor(
    private readonly resets: AccountResets,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post('organisation/officers/:officerId/resets')
  @RequirePower('organisation:write')
  @IsCommand()
  @Answers(MadeReset, 201)
  async propose(
    @Command() context: CommandContext,
    @Param('officerId', Id) officerId: string,
    @Body({ schema: NewAccountReset }) command: NewAccountReset,
  ): Promise<z.infer<typeof MadeReset>> {
    return this.resets.propose(context, officerId, command);
  }

  /** Ends every session and the password; asks for a fresh proof. */
  @Post('organisation/resets/:resetId/confirm')
  @HttpCode(204)
  @RequirePower('organisation:confirm')
  @IsCommand()
  async confirm(@Command() context: CommandContext, @Param('resetId', Id) resetId: string): Promise<void> {
    await this.resets.confirm(context, resetId);
  }

  @Post('organisation/resets/:resetId/refuse')
  @HttpCode(204)
  @RequirePower('organisation:confirm')
  @IsCommand()
  async refuse(
    @Command() context: CommandContext,
    @Param('resetId', Id) resetId: string,
    @Body({ schema: AccountChange }) command: AccountChange,
  ): Promise<void> {
    await this.resets.refuse(context, resetId, command);
  }

  @Post('organisation/resets/:resetId/withdraw')
  @HttpCode(204)
  @RequirePower('organisation:write')
  @IsCommand()
  async withdraw(@Command() context: CommandContext, @Param('resetId', Id) resetId: string): Promise<void> {
    await this.resets.withdraw(context, resetId);
  }

  /** The letter with the code, for who may confirm; a new one makes the code of the one before useless. */
  @Post('organisation/resets/:resetId/letter')
  @HttpCode(200)
  @RequirePower('organisation:confirm')
  @ApiProduces('application/pdf')
  async letter(
    @CurrentActor() actor: SignedIn,
    @Param('resetId', Id) resetId: string,
    @Req() request: AmanahRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const made = await this.resets.letter(actor, resetId, request.id);
    const where = this.config.mail?.publicUrl ?? `${request.protocol}://${request.host}`;
    await reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', `attachment; filename="surat-sandi-baru.pdf"`)
      .send(await activationLetter(made, where, 'Kode untuk sandi baru akun Amanah'));
  }

  /** What waits about one's own account. */
  @Get('auth/reset')
  @RequirePower('session')
  @Answers(OwnReset)
  async own(@CurrentActor() actor: SignedIn): Promise<z.infer<typeof OwnReset>> {
    const found = await this.resets.own(actor);
    if (found === undefined) return { waiting: null };
    const { lost, proposer, proposedAt, dueOn } = found;
    return { waiting: { lost, proposer, proposedAt, dueOn } };
  }

  /** The officer did not ask for it: it ends, and the account stays theirs. */
  @Post('auth/reset/object')
  @HttpCode(204)
  @RequirePower('session')
  @IsCommand()
  async object(@Command() context: CommandContext): Promise<void> {
    await this.resets.object(context);
  }
}
