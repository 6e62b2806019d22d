import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiConsumes } from '@nestjs/swagger';
import { z } from 'zod';
import {
  CheckList,
  CheckListKinds,
  CheckListLoaded,
  CheckListPage,
  CheckListQuery,
  CheckListRegister,
  CONFIG,
  NewCheckList,
  WithdrawCheckList,
  type CommandContext,
  type SignedIn,
} from '#application';
import type { Config } from '#config';
import { Answers, IsCommand } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import { type AmanahRequest, Command, CurrentActor } from '../shared/request-context.js';
import { ROSTER_FILE, withUpload } from '../shared/upload.js';

/** Lists that families are compared with: civil servants, company officers, the dead. */
@Controller()
export class CheckListsController {
  constructor(
    private readonly lists: CheckListRegister,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('check-list-kinds')
  @RequirePower('roster:read')
  @Answers(CheckListKinds)
  async kinds(): Promise<z.infer<typeof CheckListKinds>> {
    return this.lists.kinds();
  }

  /** Those that concern the reader's territories; no person on them is shown. */
  @Get('check-lists')
  @RequirePower('roster:read')
  @Answers(CheckListPage)
  async page(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: CheckListQuery }) query: CheckListQuery,
  ): Promise<z.infer<typeof CheckListPage>> {
    return this.lists.page(actor, query);
  }

  /** Loads a list for the place where the sender serves; the same file again is the same list. */
  @Post('check-lists')
  @HttpCode(200)
  @RequirePower('check-list:write')
  @ApiConsumes('multipart/form-data')
  @Answers(CheckListLoaded)
  async load(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: NewCheckList }) terms: NewCheckList,
    @Req() request: AmanahRequest,
  ): Promise<z.infer<typeof CheckListLoaded>> {
    return withUpload(request, this.config.exchangeDir, ROSTER_FILE, (file) =>
      this.lists.load(actor, terms, file, request.id),
    );
  }

  /** Takes a list back; another officer than who loaded it. */
  @Post('check-lists/:checkListId/withdraw')
  @HttpCode(200)
  @RequirePower('check-list:write')
  @IsCommand()
  @Answers(CheckList)
  async withdraw(
    @Command() context: CommandContext,
    @Param('checkListId', { schema: z.uuid() }) checkListId: string,
    @Body({ schema: WithdrawCheckList }) command: WithdrawCheckList,
  ): Promise<z.infer<typeof CheckList>> {
    return this.lists.withdraw(context, checkListId, command);
  }
}
