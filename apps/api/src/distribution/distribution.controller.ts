import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiConsumes } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  BankFileEffects,
  type CommandContext,
  CONFIG,
  FailedPaymentPage,
  FailedPaymentQuery,
  FailedPaymentReader,
  NewRepairs,
  NewResolutions,
  ProposeResolutions,
  RehearsalForPeople,
  RepairPayments,
  PaperSaved,
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
    private readonly failed: FailedPaymentReader,
    private readonly repairs: RepairPayments,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Proposes how to settle breaks of the task's order; another officer settles them. */
  @Post('tasks/:taskId/resolutions')
  @HttpCode(200)
  @RequirePower('task:act')
  @IsCommand()
  @Answers(PaperSaved)
  async propose(
    @Command() context: CommandContext,
    @Param('taskId', { schema: z.uuid() }) taskId: string,
    @Body({ schema: NewResolutions }) command: NewResolutions,
  ): Promise<z.infer<typeof PaperSaved>> {
    return this.resolutions.save(context, taskId, command);
  }

  /** Payments of an order that failed and are to be repaired. */
  @Get('orders/:orderId/failed-payments')
  @RequirePower('money:read')
  @Answers(FailedPaymentPage)
  async failedPayments(
    @CurrentActor() actor: SignedIn,
    @Param('orderId', { schema: z.uuid() }) orderId: string,
    @Query({ schema: FailedPaymentQuery }) query: FailedPaymentQuery,
  ): Promise<z.infer<typeof FailedPaymentPage>> {
    return this.failed.page(actor, orderId, query);
  }

  /** Puts down what is to be done about failed payments of the task's order; a new account is never shown again. */
  @Post('tasks/:taskId/repairs')
  @HttpCode(200)
  @RequirePower('task:act')
  @IsCommand()
  @Answers(PaperSaved)
  async repair(
    @Command() context: CommandContext,
    @Param('taskId', { schema: z.uuid() }) taskId: string,
    @Body({ schema: NewRepairs }) command: NewRepairs,
  ): Promise<z.infer<typeof PaperSaved>> {
    return this.repairs.save(context, taskId, command);
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
