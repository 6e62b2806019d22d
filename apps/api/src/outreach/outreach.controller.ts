import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import {
  CampaignDetails,
  CampaignPage,
  CampaignPlan,
  CampaignQuery,
  type CommandContext,
  Effect,
  EffectQuery,
  type KelurahanNeed,
  MadeOutreach,
  NeedPage,
  NeedQuery,
  OutreachCampaigns,
  OutreachEffects,
  OutreachNeed,
  OutreachSessions,
  SessionPlan,
  type SignedIn,
} from '#application';
import { Answers, IsCommand } from '../shared/answers.js';
import { listXlsx, type SheetColumn } from '../shared/http/list-xlsx.js';
import { RequirePower } from '../shared/power.decorator.js';
import { Command, CurrentActor } from '../shared/request-context.js';

const Id = { schema: z.uuid() };
/** In per cent with two decimals, as a number to reckon with; blank where it is not known. */
const percent = (share: number | null): number | null => (share === null ? null : Math.round(share * 10_000) / 100);

const NEED_SHEET: readonly SheetColumn<KelurahanNeed>[] = [
  { heading: 'KODE', cell: ({ code }) => code },
  { heading: 'KELURAHAN', width: 26, cell: ({ name }) => name },
  { heading: 'MASUK REKENING (KPM)', cell: ({ credited }) => credited },
  { heading: 'BELUM TRANSAKSI (KPM)', cell: ({ notTransacted }) => notTransacted },
  { heading: 'BELUM TRANSAKSI (%)', cell: ({ notTransactedShare }) => percent(notTransactedShare) },
  { heading: 'KASUS SELESAI', cell: ({ found }) => found },
  { heading: 'TIDAK TAHU', cell: ({ mendable }) => mendable.not_informed },
  { heading: 'PIN TERBLOKIR', cell: ({ mendable }) => mendable.pin_blocked },
  { heading: 'KARTU BELUM DITERIMA', cell: ({ mendable }) => mendable.card_not_received },
  { heading: 'DAPAT DIBANTU SOSIALISASI (%)', cell: ({ mendableShare }) => percent(mendableShare) },
  { heading: 'KEBUTUHAN (%)', cell: ({ need }) => percent(need) },
  { heading: 'SESI DIRENCANAKAN', cell: ({ planned }) => planned },
  { heading: 'SESI TERLAKSANA', cell: ({ held }) => held },
];

/** Outreach: where it is needed, campaigns for it, and what sessions changed. */
@Controller('outreach')
export class OutreachController {
  constructor(
    private readonly needs: OutreachNeed,
    private readonly campaigns: OutreachCampaigns,
    private readonly sessions: OutreachSessions,
    private readonly effects: OutreachEffects,
  ) {}

  /** Kelurahan by their need, with the counts behind each share. */
  @Get('need')
  @RequirePower('outreach:read')
  @Answers(NeedPage)
  async need(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: NeedQuery }) query: NeedQuery,
  ): Promise<z.infer<typeof NeedPage>> {
    return this.needs.read(actor, query);
  }

  @Get('need/xlsx')
  @RequirePower('outreach:read')
  needSheet(@CurrentActor() actor: SignedIn, @Query({ schema: NeedQuery }) query: NeedQuery): StreamableFile {
    return listXlsx('kebutuhan-sosialisasi', NEED_SHEET, (at) => this.needs.read(actor, { ...query, ...at }));
  }

  /** What sessions changed between two periods, with its interval; or what is missing to say so. */
  @Get('effect')
  @RequirePower('outreach:read')
  @Answers(Effect)
  async effect(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: EffectQuery }) query: EffectQuery,
  ): Promise<z.infer<typeof Effect>> {
    return this.effects.read(actor, query);
  }

  @Get('campaigns')
  @RequirePower('outreach:read')
  @Answers(CampaignPage)
  async list(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: CampaignQuery }) query: CampaignQuery,
  ): Promise<z.infer<typeof CampaignPage>> {
    return this.campaigns.list(actor, query);
  }

  @Post('campaigns')
  @RequirePower('outreach:plan')
  @IsCommand()
  @Answers(MadeOutreach, 201)
  async plan(
    @Command() context: CommandContext,
    @Body({ schema: CampaignPlan }) plan: CampaignPlan,
  ): Promise<z.infer<typeof MadeOutreach>> {
    return this.campaigns.plan(context, plan);
  }

  @Get('campaigns/:campaignId')
  @RequirePower('outreach:read')
  @Answers(CampaignDetails)
  async find(
    @CurrentActor() actor: SignedIn,
    @Param('campaignId', Id) campaignId: string,
  ): Promise<z.infer<typeof CampaignDetails>> {
    return this.campaigns.find(actor, campaignId);
  }

  /** Plans a session in one of the campaign's kelurahan. */
  @Post('campaigns/:campaignId/sessions')
  @RequirePower('outreach:plan')
  @IsCommand()
  @Answers(MadeOutreach, 201)
  async planSession(
    @Command() context: CommandContext,
    @Param('campaignId', Id) campaignId: string,
    @Body({ schema: SessionPlan }) plan: SessionPlan,
  ): Promise<z.infer<typeof MadeOutreach>> {
    return this.sessions.plan(context, campaignId, plan);
  }

  @Post('campaigns/:campaignId/close')
  @HttpCode(204)
  @RequirePower('outreach:plan')
  @IsCommand()
  async close(@Command() context: CommandContext, @Param('campaignId', Id) campaignId: string): Promise<void> {
    await this.campaigns.close(context, campaignId);
  }
}
