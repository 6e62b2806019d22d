import { Body, Controller, Get, HttpCode, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import {
  type CommandContext,
  NewWebhookEndpoint,
  type SignedIn,
  type WebhookDelivery,
  WebhookDeliveryDetails,
  WebhookDeliveryPage,
  WebhookDeliveryQuery,
  WebhookDesk,
  WebhookEndpoints,
  WebhookReader,
  WebhookSecret,
} from '#application';
import { translate } from '#messages';
import { Answers, IsCommand } from '../shared/answers.js';
import { listXlsx, type SheetColumn } from '../shared/http/list-xlsx.js';
import { RequirePower } from '../shared/power.decorator.js';
import { Command, CurrentActor } from '../shared/request-context.js';

const Id = { schema: z.uuid() };
const Sent = z.object({ id: z.uuid() }).meta({ id: 'SentWebhook' });

const word = (key: string): string => translate('id', `webhooks:${key}`);
const SHEET: readonly SheetColumn<WebhookDelivery>[] = [
  { heading: 'ID PENGIRIMAN', width: 38, cell: ({ id }) => id },
  { heading: 'PENERIMA', width: 30, cell: ({ endpointName }) => endpointName },
  { heading: 'FAKTA', width: 30, cell: ({ type }) => word(`factIs.${type}`) },
  { heading: 'ID PERIHAL', width: 38, cell: ({ subjectId }) => subjectId },
  { heading: 'STATUS', width: 24, cell: ({ state }) => word(`deliveryIs.${state}`) },
  { heading: 'PERCOBAAN', cell: ({ attempts }) => attempts },
  { heading: 'JAWABAN TERAKHIR', cell: ({ lastStatus, lastFailure }) => lastStatus ?? lastFailure },
  { heading: 'DIBUAT', width: 26, cell: ({ createdAt }) => createdAt.toISOString() },
  { heading: 'SELESAI', width: 26, cell: ({ closedAt }) => closedAt?.toISOString() ?? '' },
];

/** Receivers of other systems, and what was sent to them. */
@Controller('webhooks')
export class WebhooksController {
  constructor(
    private readonly reader: WebhookReader,
    private readonly desk: WebhookDesk,
  ) {}

  @Get('endpoints')
  @RequirePower('webhook:read')
  @Answers(WebhookEndpoints)
  async endpoints(@CurrentActor() actor: SignedIn): Promise<z.infer<typeof WebhookEndpoints>> {
    return this.reader.endpoints(actor);
  }

  /** Answers with the secret, once. */
  @Post('endpoints')
  @RequirePower('webhook:manage')
  @IsCommand()
  @Answers(WebhookSecret, 201)
  async register(
    @Command() context: CommandContext,
    @Body({ schema: NewWebhookEndpoint }) endpoint: NewWebhookEndpoint,
  ): Promise<WebhookSecret> {
    return this.desk.register(context, endpoint);
  }

  /** Answers with another secret, once; that of before signs beside it for a day. */
  @Post('endpoints/:endpointId/rotate')
  @HttpCode(200)
  @RequirePower('webhook:manage')
  @IsCommand()
  @Answers(WebhookSecret)
  async rotate(@Command() context: CommandContext, @Param('endpointId', Id) id: string): Promise<WebhookSecret> {
    return this.desk.rotate(context, id);
  }

  @Post('endpoints/:endpointId/pause')
  @HttpCode(204)
  @RequirePower('webhook:manage')
  @IsCommand()
  async pause(@Command() context: CommandContext, @Param('endpointId', Id) id: string): Promise<void> {
    await this.desk.change(context, id, 'pause');
  }

  @Post('endpoints/:endpointId/resume')
  @HttpCode(204)
  @RequirePower('webhook:manage')
  @IsCommand()
  async resume(@Command() context: CommandContext, @Param('endpointId', Id) id: string): Promise<void> {
    await this.desk.change(context, id, 'resume');
  }

  @Post('endpoints/:endpointId/end')
  @HttpCode(204)
  @RequirePower('webhook:manage')
  @IsCommand()
  async end(@Command() context: CommandContext, @Param('endpointId', Id) id: string): Promise<void> {
    await this.desk.change(context, id, 'end');
  }

  /** Sends a fact that tells of nothing; answers with its delivery. */
  @Post('endpoints/:endpointId/ping')
  @HttpCode(200)
  @RequirePower('webhook:manage')
  @IsCommand()
  @Answers(Sent)
  async ping(@Command() context: CommandContext, @Param('endpointId', Id) id: string): Promise<z.infer<typeof Sent>> {
    return this.desk.ping(context, id);
  }

  @Get('deliveries')
  @RequirePower('webhook:read')
  @Answers(WebhookDeliveryPage)
  async deliveries(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: WebhookDeliveryQuery }) query: WebhookDeliveryQuery,
  ): Promise<z.infer<typeof WebhookDeliveryPage>> {
    return this.reader.deliveries(actor, query);
  }

  @Get('deliveries/xlsx')
  @RequirePower('webhook:read')
  sheet(
    @CurrentActor() actor: SignedIn,
    @Query({ schema: WebhookDeliveryQuery }) query: WebhookDeliveryQuery,
  ): StreamableFile {
    return listXlsx('pengiriman-webhook', SHEET, (at) => this.reader.deliveries(actor, { ...query, ...at }));
  }

  @Get('deliveries/:deliveryId')
  @RequirePower('webhook:read')
  @Answers(WebhookDeliveryDetails)
  async delivery(
    @CurrentActor() actor: SignedIn,
    @Param('deliveryId', Id) id: string,
  ): Promise<z.infer<typeof WebhookDeliveryDetails>> {
    return this.reader.delivery(actor, id);
  }

  /** Sends it again, under the same id. */
  @Post('deliveries/:deliveryId/repeat')
  @HttpCode(204)
  @RequirePower('webhook:manage')
  @IsCommand()
  async repeat(@Command() context: CommandContext, @Param('deliveryId', Id) id: string): Promise<void> {
    await this.desk.repeat(context, id);
  }
}
