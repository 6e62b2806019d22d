import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import {
  type CommandContext,
  DrawnSpotCheck,
  PlanSpotCheck,
  type SignedIn,
  SpotCheckDesk,
  SpotCheckDetails,
  SpotCheckPage,
  SpotCheckQuery,
  SpotCheckReader,
  SpotDraw,
  SpotFamilyPage,
  SpotFamilyQuery,
  SpotPlan,
  SpotPlanQuery,
  SpotResult,
} from '#application';
import { translate } from '#messages';
import { Answers, IsCommand } from '../shared/answers.js';
import { listXlsx, type SheetColumn } from '../shared/http/list-xlsx.js';
import { RequirePower } from '../shared/power.decorator.js';
import { Command, CurrentActor } from '../shared/request-context.js';

const Id = { schema: z.uuid() };
const FamilyId = { schema: z.string().regex(/^\d{1,18}$/) };
type Family = z.infer<typeof SpotFamilyPage>['rows'][number];
const word = (key: string, of: string | null): string =>
  of === null ? '' : translate('id', `monitoring:${key}.${of}`);

const SAMPLE: readonly SheetColumn<Family>[] = [
  { heading: 'KECAMATAN', cell: ({ stratumCode }) => stratumCode },
  { heading: 'URUTAN', cell: ({ position }) => position },
  { heading: 'KODE KELUARGA', width: 16, cell: ({ familyCode }) => familyCode },
  { heading: 'KODE KPM', width: 16, cell: ({ kpmCode }) => kpmCode },
  { heading: 'NIK', cell: ({ nikMasked }) => nikMasked },
  { heading: 'KELURAHAN', width: 26, cell: ({ kelurahanName, kelurahanCode }) => kelurahanName ?? kelurahanCode },
  { heading: 'RT/RW', cell: ({ rtRw }) => rtRw },
  { heading: 'PENGGANTI', cell: ({ isReplacement }) => (isReplacement ? 'ya' : '') },
  { heading: 'TANGGAL KUNJUNGAN', cell: ({ visitedOn }) => visitedOn },
  { heading: 'BANTUAN DITERIMA', width: 26, cell: ({ receipt }) => word('receiptIs', receipt) },
  { heading: 'UNTUK PANGAN', cell: ({ usedForFood }) => word('answerIs', usedForFood) },
  { heading: 'DIKUASAI SENDIRI', cell: ({ ownControl }) => word('answerIs', ownControl) },
  { heading: 'HARGA WAJAR', cell: ({ fairPrice }) => word('answerIs', fairPrice) },
  { heading: 'TIDAK DITEMUI KARENA', width: 26, cell: ({ unreached }) => word('unreachedIs', unreached) },
];

/** Spot checks of the use of the aid by a stratified random sample. */
@Controller('spot-checks')
export class SpotChecksController {
  constructor(
    private readonly planner: PlanSpotCheck,
    private readonly desk: SpotCheckDesk,
    private readonly reader: SpotCheckReader,
  ) {}

  @Get()
  @RequirePower('spot-check:read')
  @Answers(SpotCheckPage)
  async list(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: SpotCheckQuery }) query: SpotCheckQuery,
  ): Promise<z.infer<typeof SpotCheckPage>> {
    return this.reader.list(actor, query);
  }

  /** How many families would be visited, and where; nobody is drawn. */
  @Get('plan')
  @RequirePower('spot-check:draw')
  @Answers(SpotPlan)
  async plan(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: SpotPlanQuery }) query: SpotPlanQuery,
  ): Promise<z.infer<typeof SpotPlan>> {
    return this.planner.plan(actor, query);
  }

  @Post()
  @RequirePower('spot-check:draw')
  @IsCommand()
  @Answers(DrawnSpotCheck, 201)
  async draw(
    @Command() context: CommandContext,
    @Body({ schema: SpotDraw }) draw: SpotDraw,
  ): Promise<z.infer<typeof DrawnSpotCheck>> {
    return this.desk.draw(context, draw);
  }

  @Get(':spotCheckId')
  @RequirePower('spot-check:read')
  @Answers(SpotCheckDetails)
  async find(
    @CurrentActor() actor: SignedIn,
    @Param('spotCheckId', Id) spotCheckId: string,
  ): Promise<z.infer<typeof SpotCheckDetails>> {
    return this.reader.find(actor, spotCheckId);
  }

  @Get(':spotCheckId/families')
  @RequirePower('spot-check:read')
  @Answers(SpotFamilyPage)
  async families(
    @CurrentActor() actor: SignedIn,
    @Param('spotCheckId', Id) spotCheckId: string,
    @Query({ schema: SpotFamilyQuery }) query: SpotFamilyQuery,
  ): Promise<z.infer<typeof SpotFamilyPage>> {
    return this.reader.families(actor, spotCheckId, query);
  }

  /** The sample within the reader's territory as a file, without names and notes. */
  @Get(':spotCheckId/families/xlsx')
  @RequirePower('spot-check:read')
  sheet(
    @CurrentActor() actor: SignedIn,
    @Param('spotCheckId', Id) spotCheckId: string,
    @Query({ schema: SpotFamilyQuery }) query: SpotFamilyQuery,
  ): StreamableFile {
    return listXlsx('uji-petik', SAMPLE, (at) => this.reader.families(actor, spotCheckId, { ...query, ...at }));
  }

  @Post(':spotCheckId/families/:familyId/results')
  @HttpCode(204)
  @RequirePower('spot-check:visit')
  @IsCommand()
  async note(
    @Command() context: CommandContext,
    @Param('spotCheckId', Id) spotCheckId: string,
    @Param('familyId', FamilyId) familyId: string,
    @Body({ schema: SpotResult }) result: SpotResult,
  ): Promise<void> {
    await this.desk.note(context, spotCheckId, familyId, result);
  }

  /** The next family of the order takes the place of one that was not reached. */
  @Post(':spotCheckId/families/:familyId/replace')
  @HttpCode(204)
  @RequirePower('spot-check:visit')
  @IsCommand()
  async replace(
    @Command() context: CommandContext,
    @Param('spotCheckId', Id) spotCheckId: string,
    @Param('familyId', FamilyId) familyId: string,
  ): Promise<void> {
    await this.desk.replace(context, spotCheckId, familyId);
  }

  @Post(':spotCheckId/close')
  @HttpCode(204)
  @RequirePower('spot-check:draw')
  @IsCommand()
  async close(@Command() context: CommandContext, @Param('spotCheckId', Id) spotCheckId: string): Promise<void> {
    await this.desk.close(context, spotCheckId);
  }
}
