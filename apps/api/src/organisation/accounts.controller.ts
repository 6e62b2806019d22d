import { Body, Controller, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiConsumes } from '@nestjs/swagger';
import { z } from 'zod';
import type { Config } from '#config';
import {
  AccountChange,
  Accounts,
  ActivationCode,
  ImportOfficers,
  ImportQuery,
  Made,
  NewLeave,
  OfficerImportAnswer,
  type CommandContext,
  type SignedIn,
} from '#application';
import { Answers, IsCommand } from '../shared/answers.js';
import { CONFIG } from '#application';
import { RequirePower } from '../shared/power.decorator.js';
import { type AmanahRequest, Command, CurrentActor } from '../shared/request-context.js';
import { OFFICER_LIST, withUpload } from '../shared/upload.js';

const Id = { schema: z.uuid() };

/** Leaves, accounts and lists of officers. */
@Controller('organisation')
export class AccountsController {
  constructor(
    private readonly accounts: Accounts,
    private readonly imports: ImportOfficers,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post('officers/:officerId/disable')
  @HttpCode(204)
  @RequirePower('organisation:write')
  @IsCommand()
  async disable(
    @Command() context: CommandContext,
    @Param('officerId', Id) officerId: string,
    @Body({ schema: AccountChange }) command: AccountChange,
  ): Promise<void> {
    await this.accounts.setDisabled(context, officerId, true, command);
  }

  @Post('officers/:officerId/enable')
  @HttpCode(204)
  @RequirePower('organisation:write')
  @IsCommand()
  async enable(
    @Command() context: CommandContext,
    @Param('officerId', Id) officerId: string,
    @Body({ schema: AccountChange }) command: AccountChange,
  ): Promise<void> {
    await this.accounts.setDisabled(context, officerId, false, command);
  }

  /** Shown once; asking again makes another, and the one before stops working. */
  @Post('officers/:officerId/activation-code')
  @HttpCode(200)
  @RequirePower('organisation:write')
  @Answers(ActivationCode)
  async issueCode(
    @CurrentActor() actor: SignedIn,
    @Param('officerId', Id) officerId: string,
    @Req() request: AmanahRequest,
  ): Promise<z.infer<typeof ActivationCode>> {
    return this.accounts.issueCode(actor, officerId, request.id);
  }

  @Post('officers/:officerId/leaves')
  @RequirePower('organisation:write')
  @IsCommand()
  @Answers(Made, 201)
  async addLeave(
    @Command() context: CommandContext,
    @Param('officerId', Id) officerId: string,
    @Body({ schema: NewLeave }) command: NewLeave,
  ): Promise<z.infer<typeof Made>> {
    return this.accounts.addLeave(context, officerId, command);
  }

  @Post('leaves/:leaveId/cancel')
  @HttpCode(204)
  @RequirePower('organisation:write')
  @IsCommand()
  async cancelLeave(@Command() context: CommandContext, @Param('leaveId', Id) leaveId: string): Promise<void> {
    await this.accounts.cancelLeave(context, leaveId);
  }

  /** With `check` it says what a list would do and keeps nothing; without, it does it, if the file is the one checked. */
  @Post('imports')
  @HttpCode(200)
  @RequirePower('organisation:write')
  @ApiConsumes('multipart/form-data')
  @Answers(OfficerImportAnswer)
  async importOfficers(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: ImportQuery }) { check, sha256 }: ImportQuery,
    @Req() request: AmanahRequest,
  ): Promise<OfficerImportAnswer> {
    const importer = { actor, language: request.language ?? 'id', requestId: request.id };
    return withUpload(request, this.config.exchangeDir, OFFICER_LIST, (file) =>
      check === 'true' ? this.imports.check(importer, file) : this.imports.apply(importer, file, sha256),
    );
  }
}
