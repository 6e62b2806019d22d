import { Body, Controller, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiProduces } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { AccountChange, CONFIG, type CommandContext, ConfirmPosts, type SignedIn } from '#application';
import type { Config } from '#config';
import { IsCommand } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import { type AmanahRequest, Command, CurrentActor } from '../shared/request-context.js';
import { activationLetter } from './activation-letter.js';

const Id = { schema: z.uuid() };

/** What the second person does about a post that signs. */
@Controller('organisation')
export class ConfirmationController {
  constructor(
    private readonly posts: ConfirmPosts,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post('appointments/:appointmentId/confirm')
  @HttpCode(204)
  @RequirePower('organisation:confirm')
  @IsCommand()
  async confirm(@Command() context: CommandContext, @Param('appointmentId', Id) appointmentId: string): Promise<void> {
    await this.posts.confirm(context, appointmentId);
  }

  @Post('appointments/:appointmentId/refuse')
  @HttpCode(204)
  @RequirePower('organisation:confirm')
  @IsCommand()
  async refuse(
    @Command() context: CommandContext,
    @Param('appointmentId', Id) appointmentId: string,
    @Body({ schema: AccountChange }) command: AccountChange,
  ): Promise<void> {
    await this.posts.refuse(context, appointmentId, command);
  }

  /** A letter to be printed and handed over sealed; a new one makes the code of the one before useless. */
  @Post('officers/:officerId/activation-letter')
  @HttpCode(200)
  @RequirePower('organisation:confirm')
  @ApiProduces('application/pdf')
  async letter(
    @CurrentActor() actor: SignedIn,
    @Param('officerId', Id) officerId: string,
    @Req() request: AmanahRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const made = await this.posts.letter(actor, officerId, request.id);
    const where = this.config.mail?.publicUrl ?? `${request.protocol}://${request.host}`;
    await reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', `attachment; filename="surat-aktivasi.pdf"`)
      .send(await activationLetter(made, where));
  }
}
