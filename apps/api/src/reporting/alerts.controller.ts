import { Body, Controller, Get, HttpCode, Param, Post, Put, Query, type StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import {
  AlertPage,
  AlertQuery,
  AlertReader,
  AlertRules,
  AlertRuleService,
  type CommandContext,
  NewAlertRule,
  type SignedIn,
} from '#application';
import { translate } from '#messages';
import { Answers, IsCommand } from '../shared/answers.js';
import { listXlsx, type SheetColumn } from '../shared/http/list-xlsx.js';
import { RequirePower } from '../shared/power.decorator.js';
import { Command, CurrentActor } from '../shared/request-context.js';

const Added = z.object({ id: z.uuid() }).meta({ id: 'AddedAlertRule' });
const RuleId = { schema: z.uuid() };

const COLUMNS: readonly SheetColumn<z.infer<typeof AlertPage>['rows'][number]>[] = [
  { heading: 'KODE WILAYAH', width: 16, cell: ({ territoryCode }) => territoryCode },
  { heading: 'WILAYAH', width: 26, cell: ({ territoryName }) => territoryName },
  { heading: 'PERIODE', width: 20, cell: ({ months }) => months.join(', ') },
  { heading: 'PERINGATAN', width: 40, cell: ({ kind }) => translate('id', `reporting:alerts.kindIs.${kind}`) },
  { heading: 'ANGKA', cell: ({ value }) => value },
  { heading: 'DARI', cell: ({ of }) => of },
  { heading: 'BATAS', cell: ({ limit }) => limit },
  { heading: 'SEJAK', cell: ({ openedOn }) => openedOn },
];

/** Figures that have passed a limit, and the limits. */
@Controller()
export class AlertsController {
  constructor(
    private readonly reader: AlertReader,
    private readonly rules: AlertRuleService,
  ) {}

  @Get('alerts')
  @RequirePower('alert:read')
  @Answers(AlertPage)
  async open(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: AlertQuery }) query: AlertQuery,
  ): Promise<z.infer<typeof AlertPage>> {
    return this.reader.open(actor, query);
  }

  /** All of them. */
  @Get('alerts/xlsx')
  @RequirePower('alert:read')
  sheet(@CurrentActor() actor: SignedIn): StreamableFile {
    return listXlsx('peringatan', COLUMNS, (page) => this.reader.open(actor, AlertQuery.parse(page)));
  }

  @Get('alert-rules')
  @RequirePower('alert:read')
  @Answers(AlertRules)
  async list(@CurrentActor() actor: SignedIn): Promise<z.infer<typeof AlertRules>> {
    return this.reader.rules(actor);
  }

  @Post('alert-rules')
  @RequirePower('alert:write')
  @IsCommand()
  @Answers(Added, 201)
  async add(
    @Command() context: CommandContext,
    @Body({ schema: NewAlertRule }) rule: NewAlertRule,
  ): Promise<z.infer<typeof Added>> {
    return this.rules.add(context, rule);
  }

  /** The rule ends, and this takes its place. */
  @Put('alert-rules/:ruleId')
  @RequirePower('alert:write')
  @IsCommand()
  @Answers(Added)
  async replace(
    @Command() context: CommandContext,
    @Param('ruleId', RuleId) ruleId: string,
    @Body({ schema: NewAlertRule }) rule: NewAlertRule,
  ): Promise<z.infer<typeof Added>> {
    return this.rules.replace(context, ruleId, rule);
  }

  @Post('alert-rules/:ruleId/end')
  @HttpCode(204)
  @RequirePower('alert:write')
  @IsCommand()
  async end(@Command() context: CommandContext, @Param('ruleId', RuleId) ruleId: string): Promise<void> {
    await this.rules.end(context, ruleId);
  }
}
