import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import {
  CONFIG,
  ORDER_PAPERS,
  type OrderPaperKind,
  PaperHash,
  PaperReader,
  SignedPaper,
  SignedPapers,
  type SignedIn,
} from '#application';
import type { Config } from '#config';
import { Answers } from '../shared/answers.js';
import { RequirePower } from '../shared/power.decorator.js';
import { CurrentActor } from '../shared/request-context.js';
import { decreePdf } from './decree-pdf.js';
import { minutesPdf } from './minutes-pdf.js';
import { orderPdf } from './order-pdf.js';
import { publicUrlOf } from './public-url.js';

const Uuid = z.uuid();
const KELURAHAN = z.string().regex(/^\d\d\.\d\d\.\d\d\.\d{4}$/);

@Controller()
export class DocumentsController {
  constructor(
    private readonly papers: PaperReader,
    private readonly signed: SignedPapers,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The decree as it is printed and signed. */
  @Get('decrees/:decreeId/pdf')
  @RequirePower('money:read')
  async decree(
    @CurrentActor() actor: SignedIn,
    @Param('decreeId', { schema: Uuid }) decreeId: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const paper = await this.papers.decree(actor, decreeId);
    await sendPdf(reply, await decreePdf(paper, this.publicUrl), 'keputusan');
  }

  /** A paper of a payment order: request (SPP), order (SPM) or instruction to the bank (SI). */
  @Get('orders/:orderId/papers/:paper')
  @RequirePower('money:read')
  async order(
    @CurrentActor() actor: SignedIn,
    @Param('orderId', { schema: Uuid }) orderId: string,
    @Param('paper', { schema: z.enum(ORDER_PAPERS) }) kind: OrderPaperKind,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const paper = await this.papers.order(actor, orderId, kind);
    await sendPdf(reply, await orderPdf(paper, this.publicUrl), kind);
  }

  /** The minutes of a kelurahan on a list. */
  @Get('rosters/:rosterId/minutes/:kelurahanCode')
  @RequirePower('roster:read')
  async minutes(
    @CurrentActor() actor: SignedIn,
    @Param('rosterId', { schema: Uuid }) rosterId: string,
    @Param('kelurahanCode', { schema: KELURAHAN }) kelurahanCode: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const paper = await this.papers.minutes(actor, rosterId, kelurahanCode);
    await sendPdf(reply, await minutesPdf(paper, this.publicUrl), `berita-acara-${kelurahanCode}`);
  }

  /** The signatures over a paper, for whoever holds it: nothing of a person is in the answer. */
  @Get('papers/:hash')
  @RequirePower('public')
  @Answers(SignedPaper)
  async ofHash(@Param('hash', { schema: PaperHash }) hash: string): Promise<z.infer<typeof SignedPaper>> {
    return this.signed.ofHash(hash);
  }

  private get publicUrl(): string {
    return publicUrlOf(this.config);
  }
}

async function sendPdf(reply: FastifyReply, body: Buffer, name: string): Promise<void> {
  await reply
    .header('content-type', 'application/pdf')
    .header('content-disposition', `attachment; filename="${name}.pdf"`)
    .send(body);
}
