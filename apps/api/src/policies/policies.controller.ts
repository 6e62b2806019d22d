import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import {
  type CommandContext,
  NewRuleChange,
  PolicyChangeService,
  PolicyReader,
  RuleChangeRefusal,
  Rules,
  RulesQuery,
  type SignedIn,
} from '#application';
import { Answers, IsCommand } from '../shared/answers.js';
import { listXlsx, oneList, type SheetColumn } from '../shared/http/list-xlsx.js';
import { RequirePower } from '../shared/power.decorator.js';
import { Command, CurrentActor } from '../shared/request-context.js';

const Id = { schema: z.uuid() };
const Made = z.object({ id: z.uuid() }).meta({ id: 'MadeRuleChange' });

const RULE_SHEET: readonly SheetColumn<z.infer<typeof Rules>['rules'][number]>[] = [
  { heading: 'ATURAN', width: 28, cell: ({ key }) => key },
  { heading: 'NILAI', width: 26, cell: ({ value }) => value },
  { heading: 'SATUAN', width: 40, cell: ({ unit }) => unit },
  { heading: 'BERLAKU SEJAK', cell: ({ effectiveFrom }) => effectiveFrom },
  { heading: 'SUMBER', width: 60, cell: ({ source }) => source },
  { heading: 'SUMBER SUDAH DIBACA', cell: ({ verified }) => (verified ? 'ya' : 'tidak') },
  { heading: 'NILAI BERIKUTNYA', cell: ({ next }) => next?.value ?? null },
  { heading: 'MULAI', cell: ({ next }) => next?.effectiveFrom ?? null },
];

/** The rules of programmes, and their changes by two persons. */
@Controller('policies')
export class PoliciesController {
  constructor(
    private readonly reader: PolicyReader,
    private readonly changes: PolicyChangeService,
  ) {}

  @Get()
  @RequirePower('policy:read')
  @Answers(Rules)
  async rules(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: RulesQuery }) query: RulesQuery,
  ): Promise<z.infer<typeof Rules>> {
    return this.reader.rules(actor, query);
  }

  @Get('xlsx')
  @RequirePower('policy:read')
  sheet(@CurrentActor() actor: SignedIn, @Query({ schema: RulesQuery }) query: RulesQuery): StreamableFile {
    return listXlsx(
      'kebijakan',
      RULE_SHEET,
      oneList(async () => (await this.reader.rules(actor, query)).rules),
    );
  }

  @Post('changes')
  @RequirePower('policy:write')
  @IsCommand()
  @Answers(Made, 201)
  async propose(
    @Command() context: CommandContext,
    @Body({ schema: NewRuleChange }) command: NewRuleChange,
  ): Promise<z.infer<typeof Made>> {
    return this.changes.propose(context, command);
  }

  @Post('changes/:changeId/confirm')
  @HttpCode(204)
  @RequirePower('policy:confirm')
  @IsCommand()
  async confirm(@Command() context: CommandContext, @Param('changeId', Id) changeId: string): Promise<void> {
    await this.changes.confirm(context, changeId);
  }

  @Post('changes/:changeId/refuse')
  @HttpCode(204)
  @RequirePower('policy:confirm')
  @IsCommand()
  async refuse(
    @Command() context: CommandContext,
    @Param('changeId', Id) changeId: string,
    @Body({ schema: RuleChangeRefusal }) command: RuleChangeRefusal,
  ): Promise<void> {
    await this.changes.refuse(context, changeId, command);
  }

  @Post('changes/:changeId/withdraw')
  @HttpCode(204)
  @RequirePower('policy:write')
  @IsCommand()
  async withdraw(@Command() context: CommandContext, @Param('changeId', Id) changeId: string): Promise<void> {
    await this.changes.withdraw(context, changeId);
  }
}
