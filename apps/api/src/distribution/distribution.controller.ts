import { Body, Controller, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  BankFileEffects,
  type CommandContext,
  CONFIG,
  NewResolutions,
  ProposeResolutions,
  RehearsalForPeople,
  ResolutionsSaved,
  type SignedIn,
} from '#application';
import type { Config } from '#config';
import { Answers, IsCommand } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import { Command, CurrentActor } from '../shared/request-context.js';
import { BANK_FILE, withUpload } from '../shared/upload.js';

@Controller()
export class DistributionController {
  constructor(
    private readonly resolutions: ProposeResolutions,
    private readonly rehearsals: RehearsalForPeople,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Proposes how to settle breaks of the task's order; another officer settles them. */
  @Post('tasks/:taskId/resolutions')
  @HttpCode(200)
  @RequirePower('task:act')
  @IsCommand()
  @Answers(ResolutionsSaved)
  async propose(
    @Command() context: CommandContext,
    @Param('taskId', { schema: z.uuid() }) taskId: string,
    @Body({ schema: NewResolutions }) command: NewResolutions,
  ): Promise<z.infer<typeof ResolutionsSaved>> {
    return this.resolutions.save(context, taskId, command);
  }
  /** Shows what a bank file would do to an order, and changes nothing. */
  @Post('orders/:orderId/rehearsals')
  @HttpCode(200)
  @RequirePower('money:read')
  @ApiConsumes('multipart/form-data')
  @Answers(BankFileEffects)
  async rehearse(
    @CurrentActor() actor: SignedIn,
    @Param('orderId', { schema: z.uuid() }) orderId: string,
    @Req() request: FastifyRequest,
  ): Promise<z.infer<typeof BankFileEffects>> {
    return withUpload(request, this.config.exchangeDir, BANK_FILE, (file) =>
      this.rehearsals.rehearse(actor, orderId, file),
    );
  }
}
