import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import {
  type CommandContext,
  DownloadLease,
  FieldLease,
  FieldLeases,
  FieldReader,
  FromPhone,
  LeaseQuery,
  LeasesInSight,
  RenewedLease,
  RevokeLease,
  type SignedIn,
} from '#application';
import { Answers } from '../../shared/answers.js';
import { RequirePower } from '../../shared/power.decorator.js';
import { Command, CurrentActor } from '../../shared/request-context.js';

const Id = { schema: z.uuid() };

/** Cases that lie on phones of the field until a moment. */
@Controller('field/leases')
export class FieldLeasesController {
  constructor(
    private readonly leases: FieldLeases,
    private readonly reader: FieldReader,
  ) {}

  @Get()
  @RequirePower('field:oversee')
  @Answers(LeasesInSight)
  async list(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: LeaseQuery }) query: z.infer<typeof LeaseQuery>,
  ): Promise<z.infer<typeof LeasesInSight>> {
    return this.reader.leases(actor, query);
  }

  /** Names and addresses go out, so the answer is never kept: a repeat downloads again and leaves one lease. */
  @Post()
  @HttpCode(200)
  @RequirePower('field:work')
  @Answers(FieldLease)
  async download(
    @Command() context: CommandContext,
    @Body({ schema: DownloadLease }) command: DownloadLease,
  ): Promise<FieldLease> {
    return this.leases.download(context, command);
  }

  @Post(':leaseId/renew')
  @HttpCode(200)
  @RequirePower('field:work')
  @Answers(RenewedLease)
  async renew(
    @Command() context: CommandContext,
    @Param('leaseId', Id) leaseId: string,
    @Body({ schema: FromPhone }) command: FromPhone,
  ): Promise<RenewedLease> {
    return this.leases.renew(context, leaseId, command);
  }

  @Post(':leaseId/return')
  @HttpCode(204)
  @RequirePower('field:work')
  async giveBack(
    @Command() context: CommandContext,
    @Param('leaseId', Id) leaseId: string,
    @Body({ schema: FromPhone }) command: FromPhone,
  ): Promise<void> {
    await this.leases.giveBack(context, leaseId, command);
  }

  @Post(':leaseId/revoke')
  @HttpCode(204)
  @RequirePower('field:oversee')
  async revoke(
    @Command() context: CommandContext,
    @Param('leaseId', Id) leaseId: string,
    @Body({ schema: RevokeLease }) command: RevokeLease,
  ): Promise<void> {
    await this.leases.revoke(context, leaseId, command);
  }
}
