import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import {
  type CommandContext,
  FieldConflict,
  FieldConflicts,
  FieldConflictService,
  FieldReader,
  FieldSync,
  SettleConflict,
  type SignedIn,
  SyncedField,
  SyncField,
} from '#application';
import { Answers } from '../../shared/answers.js';
import { RequirePower } from '../../shared/power.decorator.js';
import { Command, CurrentActor } from '../../shared/request-context.js';

const ConflictQuery = z.object({ caseId: z.uuid().optional() });

/** What phones wrote down without a signal, and second versions of one visit. Items carry their own ids, by which a repeat is known. */
@Controller('field')
export class FieldSyncController {
  constructor(
    private readonly phones: FieldSync,
    private readonly settling: FieldConflictService,
    private readonly reader: FieldReader,
  ) {}

  @Post('sync')
  @HttpCode(200)
  @RequirePower('field:work')
  @Answers(SyncedField)
  async sync(
    @Command() context: CommandContext,
    @Body({ schema: SyncField }) command: SyncField,
  ): Promise<SyncedField> {
    return this.phones.sync(context, command);
  }

  @Get('conflicts')
  @RequirePower('follow-up:read')
  @Answers(FieldConflicts)
  async conflicts(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: ConflictQuery }) { caseId }: z.infer<typeof ConflictQuery>,
  ): Promise<z.infer<typeof FieldConflicts>> {
    return this.reader.conflicts(actor, caseId);
  }

  @Post('conflicts/:conflictId/settle')
  @HttpCode(200)
  @RequirePower('field:work')
  @Answers(FieldConflict)
  async settle(
    @Command() context: CommandContext,
    @Param('conflictId', { schema: z.uuid() }) conflictId: string,
    @Body({ schema: SettleConflict }) command: SettleConflict,
  ): Promise<FieldConflict> {
    return this.settling.settle(context, conflictId, command);
  }
}
